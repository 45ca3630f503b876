import type { EventPayload } from '../../../../schema/events/events.ts';
import type { FlowCommand, FlowEvent } from '../machine/flow-event.ts';
import type { Program } from '../machine/program.ts';
import { stepOf } from '../machine/stored-flow.ts';
import type { WorkflowRunRow } from '../store/workflow-run.entity.ts';
import type { RunActivity } from '../../live/tell-run-event.ts';
import type { ChangedStep } from './flow-change.ts';
import type { Settled } from './settlement.ts';

/** What happened in one change of a run's flow. */
export interface Happened {
  steps: readonly ChangedStep[];
  settledOf: ReadonlyMap<string, Settled>;
  commands: readonly FlowCommand[];
  news: readonly FlowEvent[];
}

/** What those who follow a run are told of a change of its flow, in the order in which it happened. */
export function activityOf(
  program: Program,
  { id, agentId, workflow }: Pick<WorkflowRunRow, 'id' | 'agentId' | 'workflow'>,
  progress: number,
  { steps, settledOf, commands, news }: Happened,
): EventPayload<'agents.run-activity'>[] {
  const titleOf = (path: string): string => stepOf(program, path)?.title ?? path;
  const told: RunActivity[] = [
    ...news.flatMap(ofNews),
    ...[...settledOf.values()].flatMap((settled) => settled.told ?? []),
    ...steps.flatMap((step) => ofStep(step, titleOf(step.path), settledOf.get(step.path))),
    ...commands.flatMap((command) => ofCommand(command, titleOf)),
  ];
  const run = { runId: id, agentId, workflow, title: program.definition.title, status: 'RUNNING' as const, progress };
  return told.map(({ path, ...activity }) => ({ ...run, ...NOTHING, ...activity, step: path }));
}

const NOTHING = { tool: null, verdict: null, tokens: null, costMicros: null, durationMs: null, approvalId: null };

function ofNews(event: FlowEvent): RunActivity[] {
  if (event.kind === 'PAUSE') return [{ kind: 'PAUSED', path: null, message: 'It was paused; what is under way may end.' }];
  if (event.kind === 'RESUME') return [{ kind: 'RESUMED', path: null, message: 'It goes on.' }];
  return [];
}

function ofCommand(command: FlowCommand, titleOf: (path: string) => string): RunActivity[] {
  switch (command.kind) {
    case 'CALL':
      return [{ kind: 'STEP_STARTED', path: command.path, message: begun(titleOf(command.path), command.attempt), tool: command.tool }];
    case 'MODEL':
    case 'START_CHILD':
      return [{ kind: 'STEP_STARTED', path: command.path, message: begun(titleOf(command.path), command.attempt) }];
    case 'UNDO':
      return [{ kind: 'COMPENSATING', path: command.path, message: `${titleOf(command.path)} is undone.`, tool: command.tool }];
    case 'ASK':
    case 'AWAIT_EVENT':
    case 'TIMER':
    case 'STOP':
    case 'WITHDRAW':
    case 'END':
      return [];
  }
}

function ofStep({ path, status, state, tokens, micros }: ChangedStep, title: string, settled: Settled | undefined): RunActivity[] {
  const cost = { tokens: tokens > 0 ? tokens : null, costMicros: micros > 0 ? micros : null };
  const why = state.problem === null ? '' : `: ${state.problem.message}`;
  switch (status) {
    case 'DONE':
      return [{ kind: 'STEP_FINISHED', path, message: `${title}: done.`, ...cost }];
    case 'FAILED':
      return [{ kind: 'STEP_FINISHED', path, message: `${title} failed${why}`, ...cost }];
    case 'SKIPPED':
      return [{ kind: 'STEP_FINISHED', path, message: `${title}: not needed.` }];
    case 'CANCELLED':
      return [{ kind: 'STEP_FINISHED', path, message: `${title} was ended.` }];
    case 'UNDONE':
      return [{ kind: 'STEP_FINISHED', path, message: `${title} was undone.`, ...cost }];
    case 'NOT_UNDONE':
      return [{ kind: 'STEP_FINISHED', path, message: `${title} could not be undone${why}`, ...cost }];
    case 'RETRYING':
      return [{ kind: 'RETRYING', path, message: `${title} failed and is tried again${why}`, ...cost }];
    case 'PARKED':
    case 'UNDO_WAITING':
    case 'WAITING':
      return settled === undefined && status !== 'WAITING' ? [] : [{ kind: 'WAITING', path, message: `${title} waits.` }];
    case 'PENDING':
    case 'READY':
    case 'RUNNING':
    case 'STOPPING':
    case 'UNDOING':
      return [];
  }
}

function begun(title: string, attempt: number): string {
  return attempt > 1 ? `${title}: try ${attempt}.` : `${title} has begun.`;
}
