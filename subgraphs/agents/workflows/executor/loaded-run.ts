import { z } from 'zod';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { Database } from '../../../kernel/database/database.ts';
import type { FlowGiven, FlowState, StepStatus } from '../machine/flow-state.ts';
import { outstanding } from '../machine/asked.ts';
import type { FlowCommand } from '../machine/flow-event.ts';
import { beginFlow } from '../machine/machine.ts';
import type { Program } from '../machine/program.ts';
import { restore, stepOf } from '../machine/stored-flow.ts';
import type { MadeCall } from '../../trust/run-calls.ts';
import type { Programs } from '../catalogue/programs.ts';
import { WorkflowRunRow } from '../store/workflow-run.entity.ts';
import type { ParkedCall } from './outside.ts';
import type { WaitsFor } from './settlement.ts';
import { WorkflowStepRow } from '../store/workflow-step.entity.ts';

/** How many calls of one run are under way at once. */
const MAX_ACTIVE = 16;
const UNDOING: ReadonlySet<StepStatus> = new Set(['UNDOING', 'UNDO_WAITING', 'UNDONE', 'NOT_UNDONE']);

/** A run as a worker begins to carry it. */
export interface LoadedRun {
  row: WorkflowRunRow;
  program: Program;
  flow: FlowState;
  /** What is to be done first. */
  commands: readonly FlowCommand[];
  /** Addresses of the steps that changed by beginning; none when it had begun before. */
  changed: readonly string[];
  /** What its steps have been held up by, by address. */
  heldUp: ReadonlyMap<string, WaitsFor>;
  /** Those of them that still wait, with the try that does. */
  parked: ReadonlyMap<string, ParkedCall>;
  /** The place of each step that has begun. */
  positions: ReadonlyMap<string, number>;
  /** What its steps have called. */
  calls: readonly MadeCall[];
}

/** Reads a run with what became of its steps. @throws NOT_FOUND */
export async function loadRun(database: Database, programs: Programs, tenantId: string, runId: string): Promise<LoadedRun> {
  if (!z.uuid().safeParse(runId).success) throw commonErrors.NOT_FOUND({ what: 'run' });
  return database.unitOfWork(tenantId, async (unit) => {
    const row = await unit.em.findOne(WorkflowRunRow, { tenantId, id: runId }, { disableIdentityMap: true });
    if (row === null) throw commonErrors.NOT_FOUND({ what: 'run' });
    const program = await programs.of(unit, row.versionId);
    const given = givenOf(row);
    if (row.flow == null) {
      const { flow, commands, changed } = beginFlow(program, given);
      return { row, program, flow, commands, changed, heldUp: new Map(), parked: new Map(), positions: new Map(), calls: [] };
    }
    const steps = await unit.em.find(WorkflowStepRow, { tenantId, runId }, { disableIdentityMap: true });
    const flow = restore(
      program,
      given,
      row.flow,
      steps.map(({ path, state }) => ({ path, facts: state })),
    );
    return {
      row,
      program,
      flow,
      commands: outstanding(program, flow),
      changed: [],
      heldUp: new Map(steps.flatMap(({ path, waitsFor }) => (waitsFor == null ? [] : [[path, waitsFor] as const]))),
      parked: new Map(steps.flatMap(parkedOf)),
      positions: new Map(steps.map(({ path, position }) => [path, position])),
      calls: steps.flatMap((step) => callOf(program, step)),
    };
  });
}

function parkedOf({ path, status, state, waitsFor }: WorkflowStepRow): [string, ParkedCall][] {
  const undoing = status === 'UNDO_WAITING' && state.dueMs === null;
  if (waitsFor == null || (status !== 'PARKED' && !undoing && status !== 'STOPPING')) return [];
  return [
    [
      path,
      {
        attempt: status === 'UNDO_WAITING' ? state.tries + state.undoTries : state.tries,
        waitsFor,
        address: status === 'UNDO_WAITING' ? `${path}#undo` : path,
      },
    ],
  ];
}

/** The call that a step, or its compensation, was last made with; none when it has made none. */
function callOf(program: Program, { path, status, input }: WorkflowStepRow): MadeCall[] {
  const step = stepOf(program, path);
  const action = UNDOING.has(status) ? step?.compensate?.tool : step?.kind === 'TOOL' ? step.tool : undefined;
  return input == null || action === undefined ? [] : [{ path, action, input }];
}

/** What never changes of a run's flow. */
export function givenOf({ id, startedAt, input, maxCalls }: WorkflowRunRow): FlowGiven {
  return { runId: id, startedAtMs: startedAt.getTime(), input, maxActive: MAX_ACTIVE, maxCalls };
}
