import type { EventPayload } from '../../../schema/events/events.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';

type Activity = EventPayload<'agents.run-activity'>;

/** The run that something happens in. */
export interface ActiveRun extends Pick<Activity, 'runId' | 'agentId' | 'workflow' | 'title' | 'progress'> {
  /** Left out: it is at work. */
  status?: Activity['status'];
}

/** What happens in it. */
export interface RunActivity
  extends Pick<Activity, 'kind' | 'message'>, Partial<Omit<Activity, keyof ActiveRun | 'kind' | 'message' | 'step'>> {
  /** Address of the step; null when it is about the whole run. */
  path: string | null;
}

/** Tells those who follow a run what happens inside it, with the transaction of the change itself. */
export function tellRunEvent(unit: UnitOfWork, run: ActiveRun, activity: RunActivity): void {
  const { path, ...what } = activity;
  const nothing = { tool: null, verdict: null, tokens: null, costMicros: null, durationMs: null, approvalId: null };
  unit.emit('agents.run-activity', { status: 'RUNNING', ...run, ...nothing, ...what, step: path });
}
