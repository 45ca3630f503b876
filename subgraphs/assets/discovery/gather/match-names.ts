import { addDetails } from '../details/add-details.ts';
import { mergeDetails } from '../details/merge-details.ts';
import { type Draft, nameDraft } from './draft.ts';
import { addFolded, folded } from './fold.ts';
import type { Waiting } from './gatherer.ts';
import { FORMING, grouped, type Held, indexed, MOST_SHARED, namesOf } from './held.ts';

/**
 * Puts records to the assets of their name: those whose domain no asset has to all of them, and every one to the assets that have none of their own in its
 * plane. What is put is noted in `held` and `placed`.
 */
export function matchNames(drafts: ReadonlyMap<string, Draft>, records: readonly Waiting[], held: Held, placed: Set<Waiting>): void {
  const named = indexed(drafts.values(), namesOf);
  const found: { about: readonly Draft[]; group: readonly Waiting[] }[] = [];
  for (const [name, group] of grouped(records, (each) => each.name)) {
    const about = named.get(name) ?? [];
    if (about.length === 0) continue;
    const loose = group.filter((each) => !placed.has(each));
    const [all, rest] = [folded(group.map(({ record }) => record)), folded(loose.map(({ record }) => record))];
    const vendors = new Set(loose.flatMap(({ record, vendor }) => (FORMING.has(record.plane) ? [vendor] : [])));
    for (const draft of about) {
      addFolded(draft, (plane) => (held.has(draft, plane) ? rest : all));
      for (const vendor of vendors) nameDraft(draft, '', vendor);
      if (about.length <= MOST_SHARED) for (const each of loose) addLoose(draft, each, about.length);
    }
    found.push({ about, group });
  }
  // Only now: what one name has put is not held against the next.
  for (const { about, group } of found) {
    for (const plane of new Set(group.map(({ record }) => record.plane))) for (const draft of about) held.add(draft, plane);
    for (const waiting of group) placed.add(waiting);
  }
}

function addLoose(draft: Draft, { record, more }: Waiting, sharedBy: number): void {
  addDetails(draft.details, record, sharedBy);
  if (more !== null) mergeDetails(draft.details, more);
}
