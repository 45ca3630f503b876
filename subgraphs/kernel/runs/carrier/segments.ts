import { sql, type Kysely } from 'kysely';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import type { Lane } from '../workflow.ts';
import { QUEUES } from './names.ts';

/** One stretch of a run between two waits; ids only, for the carrier's tables know no tenants. */
export interface SegmentRef {
  tenantId: string;
  runId: string;
  segment: number;
}

/**
 * Asks the carrier for a segment, in the transaction that decided it: both are there, or neither. Asking twice for the same is asking
 * once. `instead`: the segment before was lost, and is not to be carried any more.
 */
export async function enqueueSegment(
  unit: UnitOfWork,
  ask: { runId: string; segment: number; instead: boolean; lane: Lane },
): Promise<void> {
  await sql`select segments.enqueue(${ask.runId}::uuid, ${ask.segment}::int, ${unit.tenantId}::uuid, ${ask.instead}::boolean, ${QUEUES[ask.lane]})`.execute(
    unit.sql,
  );
}

export function segmentId({ runId, segment }: Pick<SegmentRef, 'runId' | 'segment'>): string {
  return `${runId}:${segment}`;
}

/** Of these segments, those the carrier will not bring to any worker: their worker died before it began, or they are not there. */
export async function abandonedSegments(
  db: Kysely<Record<string, never>>,
  ids: readonly string[],
  afterSeconds: number,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select id from segments.abandoned(${[...ids]}::text[], ${afterSeconds}::int) as id`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Lets the carrier forget segments that ended long ago. */
export async function sweepSegments(db: Kysely<Record<string, never>>): Promise<void> {
  await sql`select segments.sweep()`.execute(db);
}
