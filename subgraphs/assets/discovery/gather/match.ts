import { addDetails } from '../details/add-details.ts';
import { mergeDetails } from '../details/merge-details.ts';
import { type Draft, nameDraft } from './draft.ts';
import { addFolded, folded } from './fold.ts';
import type { Waiting } from './gatherer.ts';
import { FORMING, Held, indexed, namesOf } from './held.ts';
import type { Key } from './keys.ts';
import { matchNames } from './match-names.ts';
import { matchVendors } from './match-vendors.ts';

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
  matchNames(drafts, records, held, placed);
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
    attach(about, waiting);
    if (FORMING.has(record.plane)) nameDraft(about, name, vendor);
  }
  const named = indexed(drafts.values(), namesOf);
  for (const { record, name } of records.filter((each) => !own.has(each))) {
    const key = FORMING.has(record.plane) && !named.has(name) ? ofName(name) : null;
    if (key !== null) nameDraft(draft(key), name, '');
  }
  return own;
}

/** Puts all that a record says to the asset whose domain it has. */
function attach(draft: Draft, { record, more }: Waiting): void {
  addDetails(draft.details, record);
  if (more !== null) mergeDetails(draft.details, more);
  const facts = folded([record]);
  addFolded(draft, () => facts);
}
