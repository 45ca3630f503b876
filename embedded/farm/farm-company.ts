import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { FARM_MATURITY, FARM_POLICIES } from '../../subgraphs/agents/farm/rules.ts';
import type { FarmAgent } from '../../subgraphs/agents/farm/scenario/scenario.ts';
import { createGraphContext } from '../../subgraphs/kernel/federation/context.ts';
import type { SubgraphExecutor } from '../../subgraphs/kernel/federation/execute-subgraph.ts';
import type { Role, UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';

const MICROS_PER_DOLLAR = 1_000_000;
/** Of a run and of a day: far above what any scenario costs, so that every call is counted and none is stopped. */
const DOLLARS = 1_000;
const MAX_STEPS = 500;
const PAGE = 200;

const MODE = 'mutation { setAutonomyMode(mode: FULL) { __typename } }';
const POLICY = 'mutation ($input: ActionPolicyInput!) { saveActionPolicy(input: $input) { __typename } }';
const BUDGET = 'mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) { __typename } }';
const AGENT = 'mutation ($input: CreateAgentInput!) { createAgent(input: $input) { ... on AgentSaved { agent { id version } } } }';
const MATURITY = `mutation ($id: ID!, $maturity: Float!, $version: Int!) {
  setAgentMaturity(id: $id, maturity: $maturity, version: $version, reason: "It is part of a stress test.") { __typename } }`;
const START = 'mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) { ... on RunChanged { run { id } } } }';
const WAITING = `{ approvals(status: PENDING, first: ${PAGE}) { nodes { id path run { id } } } }`;
const DECIDE = 'mutation ($id: ID!, $decision: Decision!) { decideApproval(id: $id, decision: $decision) { __typename } }';
const RUNS = '{ runs(first: 500) { nodes { id finishedAt } } }';
const STEPS = 'query ($id: ID!) { run(id: $id) { steps { key status } } }';
const RUN = `query ($id: ID!) {
  run(id: $id) { status problem costUsd startedAt finishedAt steps { key status problemCode attempts } }
  approvals(runId: $id, first: 1) { totalCount } }`;

const saved = z.record(z.string(), z.object({ __typename: z.string().regex(/Saved$/u) }));
const made = z.object({ createAgent: z.object({ agent: z.object({ id: z.uuid(), version: z.int() }) }) });
const started = z.object({ startWorkflow: z.object({ run: z.object({ id: z.uuid() }) }) });
const waiting = z.object({
  approvals: z.object({
    nodes: z.array(z.object({ id: z.uuid(), path: z.string().nullable(), run: z.object({ id: z.uuid() }).nullable() })),
  }),
});
const runs = z.object({ runs: z.object({ nodes: z.array(z.object({ id: z.uuid(), finishedAt: z.coerce.string().nullable() })) }) });
const steps = z.object({ run: z.object({ steps: z.array(z.object({ key: z.string(), status: z.string() })) }) });
const runSchema = z.object({
  run: z.object({
    status: z.string(),
    problem: z.string().nullable(),
    costUsd: z.number().nullable(),
    startedAt: z.coerce.date(),
    finishedAt: z.coerce.date().nullable(),
    steps: z.array(z.object({ key: z.string(), status: z.string(), problemCode: z.string().nullable(), attempts: z.int() })),
  }),
  approvals: z.object({ totalCount: z.int() }),
});

/** A run as the graph shows it. */
export type ShownRun = z.infer<typeof runSchema>['run'] & { approvals: number };

/** An approval that waits for the farm's person. */
interface Question {
  id: string;
  runId: string;
  path: string;
}

/** The company that a stress test happens in: everything is done and seen through its graph, as people would. */
export class FarmCompany {
  readonly tenantId = randomUUID();
  readonly #execute: SubgraphExecutor;
  /** Has the agents work. */
  readonly #owner: UserViewer;
  /** Decides: somebody else. */
  readonly #admin: UserViewer;

  constructor(execute: SubgraphExecutor) {
    this.#execute = execute;
    const person = (role: Role): UserViewer => ({ kind: 'user', tenantId: this.tenantId, userId: randomUUID(), role });
    this.#owner = person('OWNER');
    this.#admin = person('ADMIN');
  }

  /** Makes the agents, and what they are judged and paid by. @returns their ids by what the scenario calls them */
  async furnish(agents: readonly FarmAgent[]): Promise<ReadonlyMap<string, string>> {
    await this.#ask(saved, MODE);
    for (const { name, fromMicros, outcome } of FARM_POLICIES)
      await this.#ask(saved, POLICY, { input: { name, outcome, amountFrom: fromMicros === null ? null : fromMicros / MICROS_PER_DOLLAR } });
    await this.#ask(saved, BUDGET, { input: { name: 'Stress test', scope: 'TENANT', window: 'TOTAL', limit: DOLLARS } });
    const ids = new Map<string, string>();
    for (const { id: name } of agents) {
      const input = { name, purpose: 'Works in a stress test.', tools: ['*'], limits: { maxSteps: MAX_STEPS, maxCost: DOLLARS } };
      const { agent } = (await this.#ask(made, AGENT, { input })).createAgent;
      await this.#ask(saved, MATURITY, { ...agent, maturity: FARM_MATURITY });
      ids.set(name, agent.id);
    }
    return ids;
  }

  /** Starts a run of this id. */
  async start(run: { id: string; workflow: string; agentId: string; input: object }): Promise<void> {
    await this.#ask(started, START, { input: run });
  }

  /** What waits for a decision. */
  async questions(): Promise<readonly Question[]> {
    const { approvals } = await this.#ask(waiting, WAITING);
    return approvals.nodes.flatMap(({ id, path, run }) => (run === null || path === null ? [] : [{ id, runId: run.id, path }]));
  }

  /** What is not waited for any more by then is left alone. */
  async decide(id: string, decision: 'APPROVE' | 'REJECT'): Promise<void> {
    await this.#ask(z.unknown(), DECIDE, { id, decision }, this.#admin);
  }

  /** Ids of the runs that have ended. */
  async ended(): Promise<ReadonlySet<string>> {
    const { nodes } = (await this.#ask(runs, RUNS)).runs;
    return new Set(nodes.filter(({ finishedAt }) => finishedAt !== null).map(({ id }) => id));
  }

  /** Whether a call of a run is known to be done. */
  async isDone(runId: string, path: string): Promise<boolean> {
    const { run } = await this.#ask(steps, STEPS, { id: runId });
    return run.steps.some(({ key, status }) => key === path && status === 'SUCCEEDED');
  }

  async run(id: string): Promise<ShownRun> {
    const { run, approvals } = await this.#ask(runSchema, RUN, { id });
    return { ...run, approvals: approvals.totalCount };
  }

  async #ask<T>(
    schema: z.ZodType<T>,
    query: string,
    variables: Record<string, unknown> = {},
    viewer: UserViewer = this.#owner,
  ): Promise<T> {
    const { data, errors } = await this.#execute({ query, variables }, createGraphContext({ viewer }));
    if (errors !== undefined) throw new Error(`the farm's company does not answer: ${errors[0]?.message ?? 'no reason'}`);
    return schema.parse(data);
  }
}
