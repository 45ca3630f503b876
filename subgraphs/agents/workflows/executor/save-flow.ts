import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { eventSchemas, type EventPayload } from '../../../../schema/events/events.ts';
import { RunLost } from '../../../kernel/runs/workflow.ts';
import { currentLogContext } from '../../../kernel/telemetry/logger.ts';
import { currentTraceParent } from '../../../kernel/telemetry/span.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { Json } from '../json.ts';
import type { FlowHead, StepFacts, StepStatus } from '../machine/flow-state.ts';
import type { RunAtHand } from './run-at-hand.ts';
import type { WaitsFor } from './settlement.ts';

/** One change of a run's flow, as it is written. */
export interface FlowChange {
  head: FlowHead;
  steps: readonly ChangedStep[];
  events: readonly EventPayload<'agents.run-activity'>[];
  /** Beside it, in the same transaction. */
  works: readonly ((unit: UnitOfWork) => Promise<void>)[];
}

export interface ChangedStep {
  path: string;
  position: number;
  status: StepStatus;
  state: StepFacts;
  input: Json | undefined;
  waits_for: WaitsFor | null;
  tokens: number;
  micros: number;
  started_at: string | null;
  finished_at: string | null;
}

/** What the worker is told by writing. STOP: the run is to end at once. PAUSE, CANCEL: a person asked for it. */
export type Wanted = 'HELD' | 'STOP' | 'PAUSE' | 'CANCEL';
const answerSchema = z.object({ said: z.enum(['LOST', 'HELD', 'STOP', 'PAUSE', 'CANCEL']) });

/**
 * Writes a change under this worker's hold of the run: as one statement, or where something else belongs to it in one transaction with that.
 * @throws RunLost
 */
export async function saveFlow(run: RunAtHand, change: FlowChange): Promise<Wanted> {
  const statement = statementOf(run, change);
  const emits = change.events.length > 0;
  if (change.works.length === 0) return understood(run, (await run.database.statement(statement, { emits }))[0]);
  return run.database.unitOfWork(run.tenantId, async (unit) => {
    const { rows } = await statement.execute(unit.sql);
    const wanted = understood(run, rows[0]);
    for (const work of change.works) await work(unit);
    return wanted;
  });
}

function understood({ runId }: RunAtHand, row: unknown): Wanted {
  const { said } = answerSchema.parse(row);
  if (said === 'LOST') throw new RunLost(runId);
  return said;
}

function statementOf(run: RunAtHand, { head, steps, events }: FlowChange): RawBuilder<unknown> {
  const told = events.map((event, position) => ({
    topic: 'agents.run-activity',
    payload: eventSchemas['agents.run-activity'].parse(event),
    position,
  }));
  const trace = currentTraceParent() ?? currentLogContext().traceId ?? null;
  return sql`select commit_flow(${run.tenantId}::uuid, ${run.runId}::uuid, ${run.epoch}::int, ${run.progress()}::float8,
    ${JSON.stringify(head)}::jsonb, ${JSON.stringify(steps)}::jsonb, ${JSON.stringify(told)}::jsonb, ${trace}) as said`;
}
