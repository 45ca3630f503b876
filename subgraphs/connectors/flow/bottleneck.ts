import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { StageNumbers } from './measure-flow.ts';
import type { FlowStageName } from './stages.ts';

export interface Bottleneck {
  stage: FlowStageName;
  seconds: number;
  why: string;
  connectionId: string | null;
}

/** Less is no bottleneck worth naming. */
const MIN_SECONDS = 0.001;

/** The stage at which records lose most time, by the worse of what those that passed took and what the others have waited. */
export async function findBottleneck(unit: UnitOfWork, stages: readonly StageNumbers[]): Promise<Bottleneck | null> {
  const worst = stages
    .map((numbers) => ({ numbers, seconds: Math.max(numbers.lagP95Seconds ?? 0, numbers.waitingSeconds ?? 0) }))
    .toSorted((a, b) => b.seconds - a.seconds)[0];
  if (worst === undefined || worst.seconds < MIN_SECONDS) return null;
  const { stage, slowestConnectionId: connectionId } = worst.numbers;
  const state = connectionId === null ? null : await stateOf(unit, connectionId);
  return { stage, seconds: worst.seconds, connectionId, why: reasonOf(worst.numbers, state) };
}

const stateSchema = z.object({
  name: z.string(),
  failing: z.string().nullable(),
  resting: z.string().nullable(),
  limited: z.coerce.number(),
  waitedMs: z.coerce.number(),
  approval: z.boolean(),
});
type State = z.infer<typeof stateSchema>;

/** What could keep a connection's records waiting. */
async function stateOf(unit: UnitOfWork, connectionId: string): Promise<State | null> {
  const { rows } = await sql`
    select connection.name,
      (select problem ->> 'message' from connection_health as health where health.connection_id = connection.id and consecutive_failures > 0) as failing,
      (select step.problem ->> 'message' from durable_run as run join durable_step as step on step.run_id = run.id and step.name = run.step
        where run.tenant_id = connection.tenant_id and run.subject ->> 'connectionId' = connection.id::text and run.phase = 'RESTING' limit 1) as resting,
      coalesce((select sum(limited) from vendor_traffic as traffic where traffic.tenant_id = connection.tenant_id
        and traffic.connection_id = connection.id and hour > now() - interval '2 hours'), 0) as limited,
      coalesce((select sum(waited_ms) from vendor_traffic as traffic where traffic.tenant_id = connection.tenant_id
        and traffic.connection_id = connection.id and hour > now() - interval '2 hours'), 0) as "waitedMs",
      exists (select 1 from approval where approval.tenant_id = connection.tenant_id and status = 'PENDING' and subject like 'mapping:%'
        and evidence ->> 'connectionId' = connection.id::text) as approval
    from connection where tenant_id = ${unit.tenantId} and id = ${connectionId}::uuid`.execute(unit.sql);
  return rows[0] === undefined ? null : stateSchema.parse(rows[0]);
}

function reasonOf({ stage, inFlight, waitingSeconds }: StageNumbers, state: State | null): string {
  const name = state === null ? 'A connection' : `“${state.name}”`;
  const waiting = inFlight > 0 && waitingSeconds !== null;
  switch (stage) {
    case 'SOURCE':
      return state?.failing != null ? `${name} does not answer: ${state.failing}` : `Finding out what ${name} holds takes longest.`;
    case 'LANDED':
      if (state?.resting != null) return `Reading ${name} is being tried again: ${state.resting}`;
      if ((state?.waitedMs ?? 0) > 0 || (state?.limited ?? 0) > 0)
        return `${name} limits how fast it is read: ${((state?.waitedMs ?? 0) / 1_000).toFixed(1)} s of waiting, ${state?.limited ?? 0} requests turned away.`;
      return `Reading all records of ${name} takes longest.`;
    case 'MAPPED':
      if (waiting && state?.approval === true) return `The mapping of ${name} waits for a person’s decision.`;
      if (waiting) return `Records of ${name} wait: no mapping of it is in force, or they are just being written.`;
      return `Writing the records of ${name} by its mapping takes longest.`;
    case 'RESOLVED':
      return `Linking the records of ${name} to those they name takes longest.`;
    case 'METRIC':
      return `Binding the metrics to the new data of ${name} takes longest.`;
    case 'AGENT':
      return `The agent that follows ${name} takes longest to end its run.`;
  }
}
