import { assertNever } from '../../../kernel/assert-never.ts';
import { addDetails } from '../details/add-details.ts';
import { mergeDetails } from '../details/merge-details.ts';
import { type Draft, nameDraft, traced } from './draft.ts';
import type { Matched } from './evidence.ts';
import type { Waiting } from './gatherer.ts';
import { Held, indexed, namesOf } from './held.ts';
import type { Key } from './keys.ts';
import { matchVendors } from './match-vendors.ts';

/** Planes that say that something runs, and what it is called and whose it is; the others only say something about it. Who is paid may be a dealer. */
const FORMING: ReadonlySet<Matched['plane']> = new Set(['IDP', 'CMDB', 'CLOUD']);

/** How assets are made of records that are about none that is known. */
export interface Forming {
  draft: (key: Key) => Draft;
  ofName: (name: string) => Key | null;
}

/**
 * Puts every record to the assets it is about: by domain, else by name, and those of the CMDB and of finance also by vendor. The next way is taken where
 * the one before found no partner, for the record or for the asset: a record of a known domain is evidence also for an asset of its name that has no record
 * of its own. A record of the planes that say what runs makes an asset where there is none of its domain, or, without one, of its name.
 */
export function matchAll(drafts: ReadonlyMap<string, Draft>, records: readonly Waiting[], forming: Forming): void {
  const own = matchDomains(drafts, records, forming);
  const [held, placed] = [new Held(), new Set(own.keys())];
  for (const [{ record }, draft] of own) held.add(draft, record.plane);
  matchNames(drafts, records, own, held, placed);
  matchVendors(drafts, records, held, placed);
}

/** @returns the asset whose domain each record has, for those that have one */
function matchDomains(drafts: ReadonlyMap<string, Draft>, records: readonly Waiting[], { draft, ofName }: Forming): Map<Waiting, Draft> {
  // What stands under a domain is made first, so that what only has a name finds it in whatever order they come.
  for (const { record, key, name } of records) {
    const isNamedOnly = key !== null && (key.keyKind === 'NAME' || (key.keyKind === 'UNLISTED' && name !== ''));
    if (key !== null && FORMING.has(record.plane) && !isNamedOnly) draft(key);
  }
  const own = new Map<Waiting, Draft>();
  for (const waiting of records) {
    const { record, key, name, vendor } = waiting;
    const about = key === null || key.keyKind === 'NAME' ? undefined : drafts.get(key.key);
    if (about === undefined) continue;
    own.set(waiting, about);
    attach(about, waiting, 1);
    if (FORMING.has(record.plane)) nameDraft(about, name, vendor);
  }
  const named = indexed(drafts.values(), namesOf);
  for (const { record, name } of records.filter((each) => !own.has(each))) {
    const key = FORMING.has(record.plane) && !named.has(name) ? ofName(name) : null;
    if (key !== null) nameDraft(draft(key), name, '');
  }
  return own;
}

function matchNames(
  drafts: ReadonlyMap<string, Draft>,
  records: readonly Waiting[],
  own: ReadonlyMap<Waiting, Draft>,
  held: Held,
  placed: Set<Waiting>,
): void {
  const named = indexed(drafts.values(), namesOf);
  const found: [waiting: Waiting, about: readonly Draft[]][] = [];
  for (const waiting of records) {
    const about = (named.get(waiting.name) ?? []).filter((draft) => !own.has(waiting) || !held.has(draft, waiting.record.plane));
    if (about.length > 0) found.push([waiting, about]);
  }
  for (const [waiting, about] of found) {
    const isLoose = !placed.has(waiting);
    for (const draft of about) {
      if (isLoose) attach(draft, waiting, about.length);
      else attachFacts(draft, waiting.record);
      if (isLoose && FORMING.has(waiting.record.plane)) nameDraft(draft, '', waiting.vendor);
      held.add(draft, waiting.record.plane);
    }
  }
  for (const [waiting] of found) placed.add(waiting);
}

/** Puts all that a record says to the asset it is about. @param sharedBy assets that it is about */
function attach(draft: Draft, { record, more }: Waiting, sharedBy: number): void {
  addDetails(draft.details, record, sharedBy);
  if (more !== null) mergeDetails(draft.details, more);
  attachFacts(draft, record);
}

/** Puts what a record counts for to an asset. */
function attachFacts(draft: Draft, evidence: Matched): void {
  const { record } = evidence;
  switch (evidence.plane) {
    case 'IDP':
      return void draft.identities.push({ record, name: evidence.name ?? '', hasSso: evidence.hasSso, lastLoginAt: evidence.lastLoginAt });
    case 'CMDB':
      return void draft.configurationItems.push({ record, name: evidence.name ?? '', type: evidence.type, lifecycle: evidence.lifecycle });
    case 'CLOUD':
      draft.cloud = traced(draft.cloud, record);
      return;
    case 'FINANCE':
      return void draft.finance.push({ record, ongoing: evidence.ongoing, yearly: evidence.yearly });
    case 'SECURITY':
      draft.attestations = traced(draft.attestations, record);
      return;
    case 'CONTEXT':
      return;
    default:
      return assertNever(evidence);
  }
}
