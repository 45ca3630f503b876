import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { z } from 'zod';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { agentsEntities } from '../entities.ts';
import type { Judgement } from '../governance/governor.ts';
import { createAgents } from '../index.ts';
import { NO_MODELS } from '../models/no-models.ts';
import type { Tool, ToolCall, ToolReply } from '../tools/tool.ts';
import type { WorkflowPorts } from './executor/ports.ts';
import type { Json } from './json.ts';

/** What a tool of a test does; told how often the same effect was asked for, from 1. */
export type Act = (call: ToolCall, times: number) => Promise<ToolReply> | ToolReply;

/** The subgraph with tools of a test's own. */
export interface TestWorkflows extends TestSystem {
  /** Every call of a tool, in order. */
  calls: { tool: string; key: string; input: Json }[];
  /** What governance says, by the name of the tool; left out: EXECUTE. */
  verdicts: Map<string, Judgement['verdict']>;
  ask<Answer>(viewer: UserViewer, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Saves and publishes a definition. */
  publish(viewer: UserViewer, definition: object): Promise<void>;
  /** Starts a run of a workflow by a pilot. @returns its id */
  start(viewer: UserViewer, workflow: string, input?: object, more?: object): Promise<string>;
  run(viewer: UserViewer, id: string): Promise<RunShown>;
  /** Waits until the run stands so. */
  until(viewer: UserViewer, id: string, status: string): Promise<RunShown>;
}

export interface StepShown {
  key: string;
  status: string;
  attempts: number;
  input: unknown;
  output: unknown;
  problemCode: string | null;
  undoing: string | null;
  carried: boolean;
  approval: { id: string; status: string } | null;
  childRun: { id: string; status: string } | null;
}
export interface RunShown {
  id: string;
  status: string;
  problem: string | null;
  output: unknown;
  paused: boolean;
  canResume: boolean;
  canPause: boolean;
  mode: string;
  steps: StepShown[];
  parent: { id: string } | null;
  forkedFrom: { id: string } | null;
}

const RUN = `id status problem output paused canResume canPause mode parent { id } forkedFrom { id }
  steps { key status attempts input output problemCode undoing carried approval { id status } childRun { id status } }`;
export const CHANGED = '{ ... on RunChanged { run { id status paused } } ... on InputRefused { problems { code field } } }';

export async function startTestWorkflows(
  tools: Readonly<Record<string, Act | Partial<Tool>>>,
  ports: Partial<WorkflowPorts> = {},
): Promise<TestWorkflows> {
  const calls: TestWorkflows['calls'] = [];
  const verdicts: TestWorkflows['verdicts'] = new Map();
  const times = new Map<string, number>();
  const known = new Map(
    Object.entries(tools).map(([name, given]) => {
      const { call = given as Act, ...more } = typeof given === 'function' ? {} : given;
      const counted = async (asked: ToolCall): Promise<ToolReply> => {
        calls.push({ tool: name, key: asked.idempotencyKey, input: asked.input });
        times.set(asked.idempotencyKey, (times.get(asked.idempotencyKey) ?? 0) + 1);
        return call(asked, times.get(asked.idempotencyKey) ?? 1);
      };
      return [name, { ...PLAIN, name, title: name, ...more, call: counted } satisfies Tool];
    }),
  );
  const seams: Partial<WorkflowPorts> = {
    tools: { find: async (_tenant, name) => known.get(name) ?? null, list: async () => [...known.values()] },
    governor: {
      judge: ({ action }) => ({ verdict: verdicts.get(action) ?? 'EXECUTE', reason: 'The test says so.', rule: 'test', version: 1 }),
      note: () => undefined,
      standing: () => null,
      screen: async ({ value }) => ({ kind: 'PASSED', value, findings: [] }),
    },
    models: NO_MODELS,
    ...ports,
  };
  const t = await startTestSystem([{ create: (system) => createAgents(system, { ports: seams }), entities: agentsEntities }]);
  const ask: TestWorkflows['ask'] = async <Answer>(viewer: UserViewer, query: string, variables = {}) => {
    const { data, errors } = await t.graph('agents', query, variables, viewer);
    expect(errors).toBeUndefined();
    return data as Answer;
  };
  const run: TestWorkflows['run'] = async (viewer, id) =>
    (await ask<{ run: RunShown }>(viewer, `query ($id: ID!) { run(id: $id) { ${RUN} } }`, { id })).run;
  return {
    ...t,
    calls,
    verdicts,
    ask,
    run,
    async publish(viewer, definition) {
      const save = `mutation ($text: String!) { saveWorkflow(text: $text) {
        ... on WorkflowSaved { workflow { name } version { version } } ... on InputRefused { problems { code field message } } } }`;
      const { saveWorkflow } = await ask<{ saveWorkflow: { workflow?: { name: string }; version?: { version: number } } }>(viewer, save, {
        text: JSON.stringify(definition),
      });
      expect(saveWorkflow).toMatchObject({ workflow: {} });
      const publish = 'mutation ($name: String!, $version: Int!) { publishWorkflow(workflow: $name, version: $version) { __typename } }';
      await ask(viewer, publish, { name: saveWorkflow.workflow?.name, version: saveWorkflow.version?.version });
    },
    async start(viewer, workflow, input = {}, more = {}) {
      const query = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) ${CHANGED} }`;
      const agentId = pilotIdOf(viewer.tenantId, 'DATAOPS');
      const { startWorkflow } = await ask<{ startWorkflow: { run?: { id: string } } }>(viewer, query, {
        input: { id: randomUUID(), workflow, agentId, input, ...more },
      });
      expect(startWorkflow).toMatchObject({ run: {} });
      return startWorkflow.run?.id ?? '';
    },
    async until(viewer, id, status) {
      let last: RunShown | null = null;
      await eventually(`the run is ${status}`, async () => {
        last = await run(viewer, id);
        return last.status === status;
      }).catch((error: unknown) => {
        throw new Error(`${String(error)}; it is ${JSON.stringify(last)}`);
      });
      return run(viewer, id);
    },
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

const PLAIN: Omit<Tool, 'name' | 'title' | 'call'> = {
  description: 'A tool of a test.',
  complexity: 1,
  input: z.json(),
  schema: {},
  effect: 'KEYED',
};

/** A definition with these steps. */
export function workflow(name: string, steps: readonly object[], more: object = {}): object {
  return { name, title: `Test ${name}`, description: 'For a test.', input: {}, onFailure: 'COMPENSATE', steps, ...more };
}

/** A step that calls a tool. */
export function toolStep(id: string, tool: string, more: object = {}): object {
  return { id, title: `Step ${id}`, kind: 'TOOL', tool, input: { of: id }, dependsOn: [], onError: 'FAIL', ...more };
}
