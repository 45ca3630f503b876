import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { Pseudonym } from '../personal-data/apply-policy.ts';
import { withoutPersonalFields } from './personal-fields.ts';
import type { PersonalDataPlace, PersonalField } from './place.ts';
import type { Identifier } from './subject/identifier.ts';
import type { Subject } from './subject/subject.ts';
import { type CandidateRow, type KeyedRecord, type Stretch, candidateRows, removeRow, replaceValues } from './sweep-rows.ts';
import { type TableShape, tenantTables } from './tables.ts';

/** One table that somebody is looked for in. */
export interface Target {
  shape: TableShape;
  place: PersonalDataPlace;
}

/** What is done with what is found: nothing, or the person goes. */
export type SweepMode = { kind: 'FIND' } | { kind: 'FORGET'; treatment: 'PSEUDONYMISE' | 'ERASE'; runId: string };

export interface Swept {
  /** Rows with the person in them, by group; '' where the place is one thing. */
  rows: Map<string, { rows: number; byNameOnly: number }>;
  changed: number;
  removed: number;
  /** Rows that nobody may change. */
  left: number;
  /** Personal data that stands beside the person in records of their own. */
  beside: { group: string; field: PersonalField; value: string }[];
  /** The rows themselves, as they were. */
  found: { group: string | null; whole: boolean; values: Readonly<Record<string, unknown>> }[];
}

/** Tables that hold nothing readable, or what a request itself needs. */
const NOT_SEARCHED = new Set(['erasure_request', 'erased_identifier', 'personal_data_key', 'person_export', 'person_export_part']);
const MAX_BESIDE = 200;

/** Everything that has to be searched, in a fixed order: what subgraphs said about their tables, and every other table as it is. */
export async function targetsOf(unit: UnitOfWork, places: readonly PersonalDataPlace[]): Promise<Target[]> {
  const said = new Map(places.map((place) => [`${place.scope} ${place.table}`, place]));
  return (await tenantTables(unit))
    .filter(({ table }) => !NOT_SEARCHED.has(table))
    .map((shape) => ({ shape, place: said.get(`${shape.scope} ${shape.table}`) ?? unsaid(shape) }));
}

const unsaid = ({ scope, table }: TableShape): PersonalDataPlace => ({
  scope,
  table,
  kind: scope === 'TENANT' ? 'CANONICAL' : 'OTHER',
  title: scope === 'TENANT' ? 'unified records' : table.replaceAll('_', ' '),
  erase: 'VALUES',
});

/** Looks for the subject in a stretch of a table, and does what the mode says. Doing it again finds nothing that was done. */
export async function sweep(
  unit: UnitOfWork,
  target: Target,
  stretch: Stretch,
  { subject, pseudonym, keyed, mode }: { subject: Subject; pseudonym: Pseudonym; keyed: readonly KeyedRecord[]; mode: SweepMode },
): Promise<Swept> {
  const swept: Swept = { rows: new Map(), changed: 0, removed: 0, left: 0, beside: [], found: [] };
  const { shape, place } = target;
  const rows = await candidateRows(unit, target, subject, stretch, keyed);
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  const personal = groups.length === 0 ? undefined : await place.groups?.personal?.(unit, groups);
  for (const row of rows) {
    const own = isKeyed(place, row, keyed);
    const searched = subject.search(row.values);
    if (searched === null && !own) continue;
    const whole = own || searched?.occurrence.whole === true;
    count(swept, row, searched?.occurrence.kinds.size === 1 && searched.occurrence.kinds.has('NAME'));
    const fields = whole ? (personal?.get(row.group ?? '') ?? []) : [];
    if (mode.kind === 'FIND') {
      swept.found.push({ group: row.group, whole, values: row.values });
      collectBeside(swept, row, fields);
      continue;
    }
    if (mode.treatment === 'ERASE' && place.erase === 'ROW' && (whole || place.anywhere === true) && shape.erasable) {
      await removeRow(unit, shape, row);
      swept.removed++;
      continue;
    }
    const replaced = { ...row.values, ...(searched?.value as Record<string, unknown> | undefined) };
    if (fields.length > 0 && isRecord(replaced['data'])) replaced['data'] = withoutPersonalFields(replaced['data'], fields, pseudonym);
    if (await replaceValues(unit, shape, row, replaced, place.touch?.(mode.runId) ?? {})) swept.changed++;
    else if (searched !== null) swept.left++;
  }
  return swept;
}

/** Identifiers among what stands beside the person: they lead to places that do not say the given ones. */
export function identifiersBeside(beside: Swept['beside']): (Identifier & { group: string; field: string })[] {
  const kinds = { EMAIL: 'EMAIL', PHONE: 'PHONE', PERSON: 'NAME' } as const;
  return beside.flatMap(({ group, field, value }) => {
    const kind = field.type in kinds ? kinds[field.type as keyof typeof kinds] : null;
    return kind === null ? [] : [{ kind, value, table: null, related: true, group, field: field.name }];
  });
}

function isKeyed({ groups }: PersonalDataPlace, { group, values }: CandidateRow, keyed: readonly KeyedRecord[]): boolean {
  const key = groups?.key;
  return key !== undefined && keyed.some((each) => each.group === group && each.key === values[key]);
}

function count({ rows }: Swept, { group }: CandidateRow, byNameOnly: boolean): void {
  const known = rows.get(group ?? '') ?? { rows: 0, byNameOnly: 0 };
  rows.set(group ?? '', { rows: known.rows + 1, byNameOnly: known.byNameOnly + (byNameOnly ? 1 : 0) });
}

function collectBeside(swept: Swept, { group, values }: CandidateRow, fields: readonly PersonalField[]): void {
  const { data } = values;
  if (group === null || !isRecord(data)) return;
  for (const field of fields) {
    const value = data[field.name];
    if (typeof value === 'string' && swept.beside.length < MAX_BESIDE) swept.beside.push({ group, field, value });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
