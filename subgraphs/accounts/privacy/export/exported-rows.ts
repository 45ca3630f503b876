import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { PlaceKind } from '../../../kernel/privacy/place.ts';
import type { Swept, Target } from '../../../kernel/privacy/sweep.ts';

/** A row of an archive. */
export interface ExportedRow {
  place: PlaceKind;
  what: string;
  part: string | null;
  /** Left out where the row is about others, too: then it is only said that there is one. */
  values?: Readonly<Record<string, unknown>>;
}

/** Places whose rows are about one person or none; elsewhere many people stand in one row. */
const ABOUT_ONE: ReadonlySet<PlaceKind> = new Set(['RAW', 'CANONICAL', 'QUARANTINE', 'USERS', 'NOTIFICATIONS']);
/** Columns that are nobody's business but the product's. */
const OURS = /hash|secret|password|token|sealed|digest|tenant_id|sync_id|_key_id$/u;

/** What an archive says of the rows in which a person was found: records about them whole, mentions as the fact that there are some. */
export async function exportedRows(unit: UnitOfWork, { place }: Target, { found }: Swept): Promise<ExportedRow[]> {
  if (found.length === 0) return [];
  const names = await place.groups?.names(unit, [...new Set(found.flatMap(({ group }) => group ?? []))]);
  return found.map(({ group, whole, values }) => {
    const row = { place: place.kind, what: place.title, part: group === null ? null : (names?.get(group) ?? null) };
    if (!ABOUT_ONE.has(place.kind) || !whole) return row;
    return { ...row, values: Object.fromEntries(Object.entries(values).filter(([name, value]) => !OURS.test(name) && value !== null)) };
  });
}
