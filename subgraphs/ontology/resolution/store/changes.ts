import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
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

/** A change as it is written. */
export function rememberedOf(change: NewChange): NewChange & { readonly id: string; readonly goldens: string } {
  const goldens = [...new Set([...change.before, ...change.after].map(({ golden }) => golden))];
  return { ...change, id: randomUUID(), goldens: `{${goldens.join(',')}}` };
}
