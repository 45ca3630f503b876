import { loadCanonicalOntology } from '../canonical/load.ts';
import { loadVendorMappings } from '../vendors/load.ts';
import { coercedObjects } from '../transform/coerced-objects.ts';
import { attributeUnits, shapeTables } from '../transform/shape-tables.ts';
import { type Matcher, createMatcher } from './matcher.ts';
import type { ProposedTable } from './proposal.ts';
import { type ProposalRequest, propose } from './propose.ts';

let matcher: Matcher | null = null;

/** Runs on a worker thread: matching a wide schema takes longer than the event loop may wait. */
export default function run(request: ProposalRequest): ProposedTable[] {
  matcher ??= loadMatcher();
  const shaping = request.decisions?.shaping ?? {};
  const tables = propose(matcher, { ...request, objects: coercedObjects(request.objects, shaping) });
  return shapeTables(tables, request.objects, shaping, attributeUnits(matcher.entities.map(({ entity }) => entity)));
}

function loadMatcher(): Matcher {
  const ontology = loadCanonicalOntology();
  return createMatcher(ontology, loadVendorMappings(ontology));
}
