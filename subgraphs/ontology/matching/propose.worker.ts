import { loadCanonicalOntology } from '../canonical/load.ts';
import { loadVendorMappings } from '../vendors/load.ts';
import { type Matcher, createMatcher } from './matcher.ts';
import type { ProposedTable } from './proposal.ts';
import { type ProposalRequest, propose } from './propose.ts';

let matcher: Matcher | null = null;

/** Runs on a worker thread: matching a wide schema takes longer than the event loop may wait. */
export default function run(request: ProposalRequest): ProposedTable[] {
  matcher ??= loadMatcher();
  return propose(matcher, request);
}

function loadMatcher(): Matcher {
  const ontology = loadCanonicalOntology();
  return createMatcher(ontology, loadVendorMappings(ontology));
}
