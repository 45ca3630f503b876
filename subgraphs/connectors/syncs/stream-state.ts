import { z } from 'zod';
import { assertNever } from '../../kernel/assert-never.ts';

/** What became of one object, as `connectors.sync-finished` tells it. */
export interface ObjectOutcome {
  objectId: string;
  name: string;
  records: number;
  changed: number;
  removed: number;
  quarantined: number;
}

export const streamStatusSchema = z.enum(['PENDING', 'LANDING', 'DONE', 'GONE', 'FAILED']);
const problemSchema = z.object({ code: z.string(), message: z.string(), todo: z.string() });

/** Where one object's landing stands; kept with every page, so that a sync goes on from it wherever it was interrupted. */
export const streamSchema = z.object({
  objectId: z.string(),
  name: z.string(),
  /** Place among the sync's objects. */
  rank: z.int(),
  status: streamStatusSchema,
  /** Records that were read, changed or not. */
  records: z.int(),
  changed: z.int(),
  /** Records that were there already and the same. */
  unchanged: z.int(),
  removed: z.int(),
  quarantined: z.int(),
  /** 0…1. */
  progress: z.number(),
  /** Number of the last record. */
  ordinal: z.coerce.number(),
  cursor: z.unknown(),
  watermark: z.unknown(),
  /** Why it failed, or did not land whole. */
  problem: problemSchema.nullable(),
});
export type StreamState = z.infer<typeof streamSchema>;

export const emptyStream = ({ objectId, name }: { objectId: string; name: string }, rank: number): StreamState => ({
  objectId,
  name,
  rank,
  status: 'PENDING',
  records: 0,
  changed: 0,
  unchanged: 0,
  removed: 0,
  quarantined: 0,
  progress: 0,
  ordinal: 0,
  cursor: null,
  watermark: null,
  problem: null,
});

/** Nothing more happens to it in this sync. */
export function isOver({ status }: StreamState): boolean {
  switch (status) {
    case 'PENDING':
    case 'LANDING':
      return false;
    case 'DONE':
    case 'GONE':
    case 'FAILED':
      return true;
    default:
      return assertNever(status);
  }
}

export const outcomeOf = ({ objectId, name, records, changed, removed, quarantined }: StreamState): ObjectOutcome => ({
  objectId,
  name,
  records,
  changed,
  removed,
  quarantined,
});

/** The sums over all objects, as a sync run shows them. */
export function totalsOf(streams: readonly StreamState[]): {
  recordsLanded: number;
  recordsUnchanged: number;
  recordsRemoved: number;
  recordsQuarantined: number;
} {
  const sum = (pick: (stream: StreamState) => number): number => streams.reduce((total, stream) => total + pick(stream), 0);
  return {
    recordsLanded: sum(({ changed }) => changed),
    recordsUnchanged: sum(({ unchanged }) => unchanged),
    recordsRemoved: sum(({ removed }) => removed),
    recordsQuarantined: sum(({ quarantined }) => quarantined),
  };
}

/** How far landing is, for people: `12 of 31 tables, 403,112 records`. */
export function landingDetail(streams: readonly StreamState[], tables: number): string {
  const over = Math.min(tables, streams.filter(isOver).length);
  const records = streams.reduce((total, { records: read }) => total + read, 0);
  const number = (value: number): string => value.toLocaleString('en-US');
  return `${number(over)} of ${number(tables)} ${tables === 1 ? 'table' : 'tables'}, ${number(records)} ${records === 1 ? 'record' : 'records'}`;
}

/** How far the streams are together, 0…1; those with more records count for more. @param sizeOf how many records one is expected to have */
export function progressOf(streams: readonly StreamState[], sizeOf: (objectId: string) => number): number {
  let whole = 0;
  let done = 0;
  for (const stream of streams) {
    const size = Math.max(1, sizeOf(stream.objectId));
    whole += size;
    done += size * (isOver(stream) ? 1 : stream.progress);
  }
  return whole === 0 ? 1 : Math.min(1, done / whole);
}
