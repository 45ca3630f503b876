import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../../kernel/system.ts';
import { agentErrors } from '../../agent/agent.errors.ts';
import type { Programs } from '../catalogue/programs.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { parseInput } from '../definition/parse-input.ts';
import type { Agents, RunningAgent } from '../executor/ports.ts';
import { tellRunEvent } from '../../live/tell-run-event.ts';
import { runErrors } from '../../run/run.errors.ts';
import { givenOf } from '../executor/loaded-run.ts';
import type { FlowOutcome } from '../machine/flow-state.ts';
import { forkFlow } from '../machine/fork-flow.ts';
import { factsOf, headOf, restore } from '../machine/stored-flow.ts';
import { WorkflowStepRow } from '../store/workflow-step.entity.ts';
import { AGENT_WORKFLOW } from './agent-workflow.ts';
import type { NewWorkflowRun, RunnableWorkflows, WorkflowRuns } from '../start-run.ts';
import type { WorkflowVersionRow } from '../store/workflow-version.entity.ts';
import { WorkflowRunRow } from '../store/workflow-run.entity.ts';
import { workflowErrors } from '../workflow.errors.ts';

/** How a child stands: RUNNING, what it came to, or null: it was never started. */
type ChildOutcome = FlowOutcome | 'RUNNING' | null;

/** Starts runs of workflows and tells them what is wanted, each in the caller's transaction. */
export class WorkflowRunService implements WorkflowRuns, RunnableWorkflows {
  readonly #system: System;
  readonly #catalogue: Catalogue;
  readonly #programs: Programs;
  readonly #agents: Agents;

  constructor(system: System, catalogue: Catalogue, programs: Programs, agents: Agents) {
    this.#system = system;
    this.#programs = programs;
    this.#catalogue = catalogue;
    this.#agents = agents;
  }

  async start(unit: UnitOfWork, run: NewWorkflowRun): Promise<void> {
    const agent = await this.#agent(unit, run.agentId);
    const { version, input } = await this.#runnable(unit, run);
    await this.insert(unit, { ...run, input }, version, agent);
  }

  async check(unit: UnitOfWork, run: Pick<NewWorkflowRun, 'workflow' | 'version' | 'input'>): Promise<void> {
    await this.#runnable(unit, run);
  }

  /** A run that has been checked. @returns false when it is there already. @throws RUN_ID_TAKEN */
  async insert(
    unit: UnitOfWork,
    run: NewWorkflowRun & { forkedFrom?: { runId: string; path: string } },
    { id: versionId, version, definition }: Pick<WorkflowVersionRow, 'id' | 'version' | 'definition'>,
    agent: RunningAgent,
  ): Promise<boolean> {
    const { tenantId } = unit;
    const { id, agentId, workflow, input, mode, cause, forkedFrom = null } = run;
    const parent = cause.kind === 'RUN' ? cause : null;
    const subject = { agentId, workflow, version: String(version), mode, ...(parent === null ? {} : { parentRunId: parent.runId }) };
    const startedBy = cause.kind === 'PERSON' ? cause.userId : null;
    const title = mode === 'DRY' ? `${definition.title} (dry run)` : definition.title;
    await this.#system.runs.start(unit, { id, workflow: AGENT_WORKFLOW, title, subject, startedBy });
    const inserted = await sql`
      insert into workflow_run (id, tenant_id, agent_id, workflow, version, version_id, input, mode, cause, parent_run_id, parent_path, forked_from,
        forked_path, max_calls, max_tokens, max_micros, started_at)
      values (${id}, ${tenantId}, ${agentId}, ${workflow}, ${version}, ${versionId}, ${JSON.stringify(input)}::jsonb, ${mode},
        ${JSON.stringify(cause)}::jsonb, ${parent?.runId ?? null}, ${parent?.path ?? null}, ${forkedFrom?.runId ?? null}, ${forkedFrom?.path ?? null},
        ${agent.maxSteps}, ${agent.maxTokens}, ${agent.maxCostMicros}, ${this.#system.clock()})
      on conflict (id) do nothing returning id`.execute(unit.sql);
    if (inserted.rows.length > 0) return true;
    const known = await unit.em.findOne(WorkflowRunRow, { tenantId, id }, { disableIdentityMap: true });
    if (known === null || known.workflow !== workflow || known.agentId !== agentId) throw workflowErrors.RUN_ID_TAKEN({});
    return false;
  }

  /** How a run stands; null: the tenant has none of this id. */
  async outcomeOf({ em, tenantId }: UnitOfWork, id: string): Promise<ChildOutcome> {
    const run = await em.findOne(WorkflowRunRow, { tenantId, id }, { disableIdentityMap: true });
    if (run === null) return null;
    if (run.flow?.outcome != null) return run.flow.outcome;
    // It ended without its workflow's doing: by its processes dying of it, or at once by a person.
    const durable = await em.findOne(DurableRunRow, { tenantId, id }, { disableIdentityMap: true });
    if (durable?.finishedAt == null) return 'RUNNING';
    const status = durable.status === 'CANCELLED' ? 'CANCELLED' : 'FAILED';
    return { status, output: null, problem: durable.problem ?? null, notUndone: [] };
  }

  /** Keeps what is wanted of a run and has its worker see to it. null: nothing any more. @returns false when it has ended, or there is none */
  async wish(unit: UnitOfWork, id: string, wanted: 'PAUSE' | 'CANCEL' | null): Promise<boolean> {
    if (!z.uuid().safeParse(id).success) return false;
    await lockRun(unit, id);
    const { rows } = await sql`
      update workflow_run set wanted = ${wanted} where id = ${id} and tenant_id = ${unit.tenantId} and (flow is null or flow -> 'outcome' = 'null'::jsonb)
        and (wanted is distinct from 'CANCEL')
      returning id`.execute(unit.sql);
    if (rows.length > 0) await this.#system.runs.wake(unit, id);
    return rows.length > 0;
  }

  /** Nothing more is wanted of a run, whatever was. */
  async unwish(unit: UnitOfWork, id: string): Promise<void> {
    await lockRun(unit, id);
    await sql`update workflow_run set wanted = null where id = ${id} and tenant_id = ${unit.tenantId}`.execute(unit.sql);
  }

  /** A new run from a step of another one. @throws RUN_NOT_FOUND, RUN_NOT_OF_A_WORKFLOW, RUN_NOT_FORKABLE, RUN_ID_TAKEN */
  async fork(unit: UnitOfWork, fork: { id: string; from: string; path: string; userId: string }): Promise<void> {
    const { em, tenantId } = unit;
    const { id, from, path, userId } = fork;
    const row = await em.findOne(WorkflowRunRow, { tenantId, id: from }, { disableIdentityMap: true });
    if (row === null) {
      const known = await em.count(DurableRunRow, { tenantId, id: from });
      throw known === 0 ? runErrors.RUN_NOT_FOUND({}) : workflowErrors.RUN_NOT_OF_A_WORKFLOW({});
    }
    if (row.flow == null) throw workflowErrors.RUN_NOT_FORKABLE({ path });
    const agent = await this.#agent(unit, row.agentId);
    const program = await this.#programs.of(unit, row.versionId);
    const steps = await em.find(WorkflowStepRow, { tenantId, runId: from }, { disableIdentityMap: true });
    const flow = restore(
      program,
      givenOf(row),
      row.flow,
      steps.map(({ path: of, state }) => ({ path: of, facts: state })),
    );
    const given = { ...givenOf(row), runId: id, startedAtMs: this.#system.clock().getTime(), maxCalls: agent.maxSteps };
    const forked = forkFlow(program, flow, path, given);
    if (forked === null) throw workflowErrors.RUN_NOT_FORKABLE({ path });
    const { workflow, agentId, version, versionId, input, mode } = row;
    const cause = { kind: 'PERSON' as const, userId };
    const run = { id, agentId, workflow, version, input, mode, cause, forkedFrom: { runId: from, path } };
    if (!(await this.insert(unit, run, { id: versionId, version, definition: program.definition }, agent))) return;
    const kept = forked.changed.map((changed, position) => {
      const facts = factsOf(program, forked.flow, changed);
      const before = steps.find(({ path: of }) => of === changed);
      return {
        path: changed, position, status: facts?.status, state: facts, input: facts?.carried === true ? (before?.input ?? null) : null,
        started_at: facts?.carried === true ? (before?.startedAt ?? null) : null, finished_at: facts?.carried === true ? (before?.finishedAt ?? null) : null,
      }; // prettier-ignore
    });
    await sql`insert into workflow_step (run_id, path, tenant_id, position, status, state, input, started_at, finished_at)
      select ${id}::uuid, new.path, ${tenantId}::uuid, new.position, new.status, new.state, new.input, new.started_at, new.finished_at
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as new(path text, position int, status text, state jsonb, input jsonb,
        started_at timestamptz, finished_at timestamptz)`.execute(unit.sql);
    await sql`update workflow_run set flow = ${JSON.stringify(headOf(forked.flow))}::jsonb where id = ${id} and tenant_id = ${tenantId}`.execute(
      unit.sql,
    );
    tellRunEvent(unit, { runId: from, agentId, workflow, title: program.definition.title, progress: 0 }, {
      kind: 'FORKED', path, message: `A new run goes on from ${path}.`,
    }); // prettier-ignore
  }

  /** The version that a run goes by, and its input as the version asks for it. @throws WORKFLOW_NOT_FOUND, WORKFLOW_INPUT_INVALID */
  async #runnable(
    unit: UnitOfWork,
    { workflow, version: number, input }: Pick<NewWorkflowRun, 'workflow' | 'version' | 'input'>,
  ): Promise<{ version: WorkflowVersionRow; input: NewWorkflowRun['input'] }> {
    const version = await this.#catalogue.runnable(unit, workflow, number);
    const parsed = parseInput(version.definition, input);
    if (parsed.kind === 'FAULTY')
      throw workflowErrors.WORKFLOW_INPUT_INVALID({ reason: parsed.problems.map(({ message }) => message).join(' ') });
    return { version, input: parsed.input };
  }

  async #agent(unit: UnitOfWork, agentId: string): Promise<RunningAgent> {
    const agent = z.uuid().safeParse(agentId).success ? await this.#agents.find(unit, agentId) : null;
    if (agent === null) throw agentErrors.AGENT_NOT_FOUND({});
    if (!agent.enabled) throw agentErrors.AGENT_DISABLED({});
    return agent;
  }
}

/** The durable run first, then what the agents know of it: a worker that writes both locks them in this order, too. */
async function lockRun(unit: UnitOfWork, id: string): Promise<void> {
  await sql`select 1 from durable_run where id = ${id} and tenant_id = ${unit.tenantId} for update`.execute(unit.sql);
}
