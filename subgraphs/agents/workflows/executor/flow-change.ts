import { sql, type RawBuilder } from 'kysely';
import { eventSchemas, type EventPayload } from '../../../../schema/events/events.ts';
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

/** A change as the database is given it. */
export interface FlowRecord {
  run: string;
  epoch: number;
  done: number;
  header: FlowHead;
  steps: readonly ChangedStep[];
  events: readonly { topic: 'agents.run-activity'; payload: EventPayload<'agents.run-activity'>; position: number }[];
  trace: string | null;
}

/** @throws ZodError when an event does not keep its contract */
export function recordOf(run: RunAtHand, { head, steps, events }: FlowChange): FlowRecord {
  return {
    run: run.runId,
    epoch: run.epoch,
    done: run.progress(),
    header: head,
    steps,
    events: events.map((event, position) => ({
      topic: 'agents.run-activity',
      payload: eventSchemas['agents.run-activity'].parse(event),
      position,
    })),
    trace: currentTraceParent() ?? currentLogContext().traceId ?? null,
  };
}

/** Writes one run's change under its worker's hold. */
export function commitFlow(tenantId: string, { run, epoch, done, header, steps, events, trace }: FlowRecord): RawBuilder<unknown> {
  return sql`select commit_flow(${tenantId}::uuid, ${run}::uuid, ${epoch}::int, ${done}::float8,
    ${JSON.stringify(header)}::jsonb, ${JSON.stringify(steps)}::jsonb, ${JSON.stringify(events)}::jsonb, ${trace}) as said`;
}

/** Writes changes of several runs of one tenant, each under its own worker's hold and none because of another. */
export function commitFlows(tenantId: string, records: readonly FlowRecord[]): RawBuilder<unknown> {
  const changes = records.map((record, place) => ({ place, ...record }));
  return sql`select place, said from commit_flows(${tenantId}::uuid, ${JSON.stringify(changes)}::jsonb)`;
}
