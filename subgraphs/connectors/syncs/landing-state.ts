import { z } from 'zod';
import type { CataloguedTable } from '../objects/catalogue.ts';

/** What became of one object, as `connectors.sync-finished` tells it. */
const outcomeSchema = z.object({
  objectId: z.string(),
  name: z.string(),
  records: z.int(),
  changed: z.int(),
  removed: z.int(),
  quarantined: z.int(),
});
export type ObjectOutcome = z.infer<typeof outcomeSchema>;

const problemSchema = z.object({ code: z.string(), message: z.string(), todo: z.string() });

/** Where landing stands, kept with every page: objects that are done, and the place in the one that is not. */
const checkpointSchema = z.object({
  done: z.array(outcomeSchema),
  /** Records that were there already and the same, over all objects. */
  unchanged: z.int(),
  current: z
    .object({
      outcome: outcomeSchema,
      unchanged: z.int(),
      /** Number of the last record. */
      ordinal: z.int(),
      cursor: z.unknown(),
      watermark: z.unknown(),
    })
    .nullable(),
  /** What did not land although the sync goes on. */
  problem: problemSchema.nullable(),
});
export type LandingCheckpoint = z.infer<typeof checkpointSchema>;

export const readCheckpoint = (kept: unknown): LandingCheckpoint =>
  kept === null || kept === undefined ? { done: [], unchanged: 0, current: null, problem: null } : checkpointSchema.parse(kept);

export const emptyOutcome = ({ objectId, name }: Pick<CataloguedTable, 'objectId' | 'name'>): ObjectOutcome => ({
  objectId,
  name,
  records: 0,
  changed: 0,
  removed: 0,
  quarantined: 0,
});

/** The sums over all objects, as a sync run shows them. */
export function totalsOf({ done, unchanged, current }: LandingCheckpoint): {
  recordsLanded: number;
  recordsUnchanged: number;
  recordsRemoved: number;
  recordsQuarantined: number;
} {
  const all = current === null ? done : [...done, current.outcome];
  const sum = (pick: (outcome: ObjectOutcome) => number): number => all.reduce((total, outcome) => total + pick(outcome), 0);
  return {
    recordsLanded: sum((outcome) => outcome.changed),
    recordsUnchanged: unchanged + (current?.unchanged ?? 0),
    recordsRemoved: sum((outcome) => outcome.removed),
    recordsQuarantined: sum((outcome) => outcome.quarantined),
  };
}

/** How far landing is, for people: `12 of 31 tables, 403,112 records`. */
export function landingDetail({ done, current }: LandingCheckpoint, tables: number): string {
  const records = [...done, ...(current === null ? [] : [current.outcome])].reduce((total, { records: read }) => total + read, 0);
  const number = (value: number): string => value.toLocaleString('en-US');
  return `${number(Math.min(done.length, tables))} of ${number(tables)} ${tables === 1 ? 'table' : 'tables'}, ${number(records)} ${records === 1 ? 'record' : 'records'}`;
}
