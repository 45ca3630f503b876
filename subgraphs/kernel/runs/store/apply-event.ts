import { sql } from 'kysely';
import { assertNever } from '../../assert-never.ts';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { enqueueSegment } from '../carrier/segments.ts';
import { react } from '../machine/machine.ts';
import type { RunCommand, RunEvent, Transition } from '../machine/run-event.ts';
import { progressOf, type RunState } from '../machine/run-state.ts';
import type { StoredRun } from './run-rows.ts';
import { saveRun } from './run-store.ts';

const REST_TIMER = 'rest';

/** Lets the machine decide about a locked run and does what it says, all in the caller's transaction. */
export async function applyEvent(unit: UnitOfWork, stored: StoredRun, event: RunEvent): Promise<Transition> {
  const transition = react(stored.state, event);
  if (transition.run === stored.state) return transition;
  await saveRun(unit, stored, transition.run);
  await runCommands(unit, stored, transition.run, transition.commands);
  return transition;
}

/** Runs what the machine asked for. */
export async function runCommands(
  unit: UnitOfWork,
  run: Pick<StoredRun, 'id' | 'workflow' | 'lane' | 'title' | 'subject'>,
  state: RunState,
  commands: readonly RunCommand[],
): Promise<void> {
  for (const command of commands) {
    switch (command.type) {
      case 'ENQUEUE':
        await enqueueSegment(unit, { runId: run.id, segment: state.segment, instead: command.instead, lane: run.lane });
        break;
      case 'REST':
        await sql`
          insert into durable_timer (run_id, name, tenant_id, fire_at)
          values (${run.id}, ${REST_TIMER}, ${unit.tenantId}, clock_timestamp() + make_interval(secs => ${command.forMs / 1_000}))
          on conflict (run_id, name) do update set fire_at = excluded.fire_at`.execute(unit.sql);
        break;
      case 'WAKE':
        await sql`delete from durable_timer where run_id = ${run.id} and tenant_id = ${unit.tenantId}`.execute(unit.sql);
        break;
      case 'TELL':
        unit.emit('runs.changed', {
          runId: run.id,
          workflow: run.workflow,
          title: run.title,
          kind: command.kind,
          step: command.step,
          status: command.status,
          progress: progressOf(state),
          message: command.message,
          subject: { ...run.subject },
        });
        break;
      default:
        assertNever(command);
    }
  }
}
