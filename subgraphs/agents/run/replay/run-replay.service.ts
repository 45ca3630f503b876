import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import type { Programs } from '../../workflows/catalogue/programs.ts';
import { parseInput } from '../../workflows/definition/parse-input.ts';
import { givenOf } from '../../workflows/executor/loaded-run.ts';
import type { Json } from '../../workflows/json.ts';
import type { FlowGiven, StepFacts } from '../../workflows/machine/flow-state.ts';
import type { Program } from '../../workflows/machine/program.ts';
import { restore } from '../../workflows/machine/stored-flow.ts';
import { compareReplay, type ComparedStep } from '../../workflows/replay/compare-replay.ts';
import { replayFlow, type Recording } from '../../workflows/replay/replay-flow.ts';
import { WorkflowRunRow } from '../../workflows/store/workflow-run.entity.ts';
import { WorkflowStepRow } from '../../workflows/store/workflow-step.entity.ts';
import { WorkflowVersionRow } from '../../workflows/store/workflow-version.entity.ts';
import { WorkflowRow } from '../../workflows/store/workflow.entity.ts';
import { workflowErrors } from '../../workflows/workflow.errors.ts';
import { shownStatus } from '../workflow-steps.ts';
import type { ReplayedStep, RunReplay } from './run-replay.type.ts';

/** Steps that a replay may have: it is worked out while somebody waits for it. */
const MAX_STEPS = 2_000;
const MAX_SHOWN = 500;

/** What a replay is made from. */
interface Material {
  recording: Recording;
  inputs: ReadonlyMap<string, Json>;
  program: Program;
  given: FlowGiven;
  version: WorkflowVersionRow;
}

/** Goes through runs again. */
export class RunReplayService {
  readonly #system: System;
  readonly #programs: Programs;

  constructor(system: System, programs: Programs) {
    this.#system = system;
    this.#programs = programs;
  }

  /**
   * What a run comes to by a version of its workflow with the answers it was given; null: there is no run of a workflow of this id.
   * @param version its number; null: the run's own
   * @throws RUN_NOT_REPLAYABLE, WORKFLOW_VERSION_NOT_FOUND, WORKFLOW_INPUT_INVALID
   */
  async replay({ tenantId }: UserViewer, runId: string, version: number | null): Promise<RunReplay | null> {
    if (!z.uuid().safeParse(runId).success) return null;
    const material = await this.#system.database.unitOfWork(tenantId, (unit) => this.#read(unit, runId, version));
    if (material === null) return null;
    const { recording, program, given, inputs } = material;
    const replayed = replayFlow(program, given, recording);
    const { same, steps } = compareReplay(recording, inputs, replayed, program);
    const { outcome } = replayed.flow;
    return {
      same,
      status: outcome?.status ?? null,
      output: outcome?.output ?? null,
      problem: outcome?.problem?.message ?? null,
      steps: steps.slice(0, MAX_SHOWN).map(toStep),
      runId,
      versionRow: material.version,
    };
  }

  async #read(unit: UnitOfWork, id: string, number: number | null): Promise<Material | null> {
    const { em, tenantId } = unit;
    const row = await em.findOne(WorkflowRunRow, { tenantId, id }, { disableIdentityMap: true });
    if (row === null) return null;
    if (row.flow?.outcome == null) throw workflowErrors.RUN_NOT_REPLAYABLE({ reason: 'It has not come to an end of its own.' });
    const rows = await em.find(WorkflowStepRow, { tenantId, runId: id }, { disableIdentityMap: true, limit: MAX_STEPS + 1 });
    if (rows.length > MAX_STEPS) throw workflowErrors.RUN_NOT_REPLAYABLE({ reason: `It has more than ${MAX_STEPS} steps.` });
    const version = await versionOf(unit, row, number);
    const own = await this.#programs.of(unit, row.versionId);
    const stored = rows.map(({ path, state }) => ({ path, facts: state }));
    return {
      version,
      program: version.id === row.versionId ? own : await this.#programs.of(unit, version.id),
      given: { ...givenOf(row), input: inputFor(version, row) },
      recording: { program: own, flow: restore(own, givenOf(row), row.flow, stored) },
      inputs: new Map(rows.flatMap(({ path, input }) => (input == null ? [] : [[path, input] as const]))),
    };
  }
}

async function versionOf({ em, tenantId }: UnitOfWork, row: WorkflowRunRow, number: number | null): Promise<WorkflowVersionRow> {
  const { workflow: name, versionId, version } = row;
  if (number === null || number === version) return em.findOneOrFail(WorkflowVersionRow, { tenantId, id: versionId });
  const workflow = await em.findOne(WorkflowRow, { tenantId, name });
  const found = workflow === null ? null : await em.findOne(WorkflowVersionRow, { tenantId, workflowId: workflow.id, version: number });
  if (found === null) throw workflowErrors.WORKFLOW_VERSION_NOT_FOUND({ name, version: number });
  return found;
}

/** What the run was started with, as this version asks for it. */
function inputFor({ id, definition }: WorkflowVersionRow, { versionId, input }: WorkflowRunRow): FlowGiven['input'] {
  if (id === versionId) return input;
  const parsed = parseInput(definition, input);
  if (parsed.kind === 'FAULTY')
    throw workflowErrors.WORKFLOW_INPUT_INVALID({ reason: parsed.problems.map(({ message }) => message).join(' ') });
  return parsed.input;
}

function toStep({ path, definition, change, before, after, input, inputBefore }: ComparedStep): ReplayedStep {
  const statusOf = (facts: StepFacts | null): ReplayedStep['status'] => (facts === null ? null : shownStatus(facts.status));
  return {
    key: path,
    name: definition.title,
    change,
    status: statusOf(after),
    statusBefore: statusOf(before),
    input,
    inputBefore,
    output: after?.output ?? null,
    outputBefore: before?.output ?? null,
    problem: after?.problem?.message ?? null,
    problemBefore: before?.problem?.message ?? null,
  };
}
