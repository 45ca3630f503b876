import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { pairRow } from './pairs.ts';

/** What can become of golden records. */
export const ChangeKind = { MERGED: 'MERGED', SPLIT: 'SPLIT', NEVER: 'NEVER', DECIDED: 'DECIDED', UNDONE: 'UNDONE' } as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];

const group = z.object({ golden: z.uuid(), members: z.array(z.uuid()) });
/** A golden record and the records of sources it is made of. */
export type Group = z.infer<typeof group>;

/** A pair as it stood before a person decided; null: there was none. */
const pairBefore = z.object({ a: z.uuid(), b: z.uuid(), before: pairRow.nullable() });
export type PairBefore = z.infer<typeof pairBefore>;

export const changeRow = z.object({
  id: z.uuid(),
  entity: z.string(),
  kind: z.enum(ChangeKind),
  at: z.coerce.date(),
  decided_by: z.uuid().nullable(),
  before: z.array(group),
  after: z.array(group),
  pairs: z.array(pairBefore),
  undone_at: z.coerce.date().nullable(),
  undone_by: z.uuid().nullable(),
});
export type ChangeRow = z.infer<typeof changeRow>;

export type NewChange = Pick<ChangeRow, 'kind' | 'decided_by' | 'before' | 'after' | 'pairs'>;

export const CHANGE_COLUMNS = sql`c.id, c.entity, c.kind, c.at, c.decided_by, c.before, c.after, c.pairs, c.undone_at, c.undone_by`;

/** Writes what became of golden records. @returns the ids, in order */
export async function writeChanges(db: Kysely<TenantTables>, entity: string, changes: readonly NewChange[], now: Date): Promise<string[]> {
  if (changes.length === 0) return [];
  const rows = changes.map((change) => ({
    ...change,
    id: randomUUID(),
    goldens: `{${[...new Set([...change.before, ...change.after].map(({ golden }) => golden))].join(',')}}`,
  }));
  await sql`insert into resolution_change (id, entity, kind, at, decided_by, goldens, before, after, pairs)
    select id, ${entity}, kind, ${now.toISOString()}::timestamptz, decided_by, goldens::uuid[], before, after, pairs
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c(id uuid, kind text, decided_by uuid, goldens text, before jsonb, after jsonb, pairs jsonb)`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
