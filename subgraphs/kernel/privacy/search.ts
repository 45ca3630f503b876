import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { Pseudonym } from '../personal-data/apply-policy.ts';
import { createPseudonyms } from '../personal-data/pseudonym.ts';
import type { PersonalDataPlace } from './place.ts';
import { type Identifier, normalised } from './subject/identifier.ts';
import { Subject } from './subject/subject.ts';
import { type SweepMode, type Swept, type Target, sweep, targetsOf } from './sweep.ts';
import type { KeyedRecord } from './sweep-rows.ts';

/** Pages of the database that one transaction goes over: 16 MB, some tenths of a second. */
const PAGES_AT_ONCE = 2_000;

/** Somebody who is looked for, and where. */
export interface Search {
  subject: Subject;
  pseudonym: Pseudonym;
  keyed: readonly KeyedRecord[];
  places: readonly PersonalDataPlace[];
}

/** Where a search goes on: pages from this one on of a table. */
export interface SearchPosition {
  scope: string;
  table: string;
  page: number;
}

/** What was found in each table, and where to go on; null at the end. */
export interface Found {
  swept: { target: Target; swept: Swept }[];
  next: SearchPosition | null;
  /** How much of everything has been looked at, 0…1. */
  fraction: number;
}

/** What is needed to look for somebody: their identifiers, the tenant's key, and the records that keys name. */
export async function openSearch(
  unit: UnitOfWork,
  places: readonly PersonalDataPlace[],
  identifiers: readonly Identifier[],
  key: Uint8Array,
): Promise<Search> {
  const pseudonym = createPseudonyms(key);
  const keyed: KeyedRecord[] = [];
  for (const { groups } of places) {
    if (groups?.key === undefined || groups.named === undefined) continue;
    for (const identifier of identifiers)
      if (identifier.kind === 'KEY')
        for (const group of await groups.named(unit, identifier.table ?? '')) keyed.push({ group, key: normalised(identifier) });
  }
  return { subject: new Subject(identifiers, pseudonym), pseudonym, keyed, places };
}

/**
 * Looks for somebody from a position on, as far as one transaction goes. `only`: which tables; left out: all.
 */
export async function searchSome(
  unit: UnitOfWork,
  search: Search,
  mode: SweepMode,
  at: SearchPosition | null,
  only: (target: Target) => boolean = () => true,
): Promise<Found> {
  const targets = (await targetsOf(unit, search.places)).filter(only);
  const found: { target: Target; swept: Swept }[] = [];
  let room = PAGES_AT_ONCE;
  let index = at === null ? 0 : targets.findIndex(({ shape }) => comparable(shape) >= comparable(at));
  if (index === -1) return { swept: found, next: null, fraction: 1 };
  const first = targets[index];
  let page = at !== null && first !== undefined && comparable(first.shape) === comparable(at) ? at.page : 0;
  for (; index < targets.length; index++, page = 0) {
    const target = targets[index] as Target;
    const { scope, table, blocks } = target.shape;
    for (; page === 0 || page < blocks; page += PAGES_AT_ONCE) {
      if (room <= 0) return { swept: found, next: { scope, table, page }, fraction: index / targets.length };
      const last = page + PAGES_AT_ONCE >= blocks;
      found.push({ target, swept: await sweep(unit, target, { from: page, to: last ? null : page + PAGES_AT_ONCE }, { ...search, mode }) });
      // Every table costs something, however small.
      room -= Math.min(PAGES_AT_ONCE, Math.max(40, blocks - page));
    }
  }
  return { swept: found, next: null, fraction: 1 };
}

const comparable = ({ scope, table }: { scope: string; table: string }): string => `${scope === 'PLATFORM' ? '1' : '0'} ${table}`;
