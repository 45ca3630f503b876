import { z } from 'zod';
import type { SubgraphFactory } from '../../../subgraphs/kernel/federation/run-subgraphs.ts';
import { agentsEntities } from '../../../subgraphs/agents/entities.ts';
import type { Governor } from '../../../subgraphs/agents/governance/governor.ts';
import { createAgents } from '../../../subgraphs/agents/index.ts';
import { ToolFailure, type Tool, type ToolCall, type Tools } from '../../../subgraphs/agents/tools/tool.ts';
import { parseDefinition } from '../../../subgraphs/agents/workflows/definition/read-definition.ts';
import type { WorkflowDefinition } from '../../../subgraphs/agents/workflows/definition/definition.ts';
import type { Json } from '../../../subgraphs/agents/workflows/json.ts';

const reply = z.object({ done: z.boolean() });

/** Sends one effect to the service that counts them. */
async function send(url: string, path: string, { idempotencyKey, signal }: ToolCall): Promise<Json> {
  const response = await fetch(`${url}/${path}/${encodeURIComponent(idempotencyKey)}`, { method: 'POST', signal }).catch(
    (error: unknown) => {
      throw new ToolFailure('AWAY', 'The service did not answer.', { again: true, doubt: true, cause: error });
    },
  );
  return reply.parse(await response.json());
}

/** Tools that do nothing but have their effects counted: by a service that knows keys, and by one that does not. */
function countingTools(url: string): Tools {
  const tool = (name: string, more: Pick<Tool, 'effect' | 'call' | 'probe'>): Tool => ({
    name, title: name, description: name, complexity: 1, input: z.json(), schema: {}, ...more,
  }); // prettier-ignore
  const known = [
    tool('keyed', { effect: 'KEYED', call: async (call) => ({ output: await send(url, 'keyed', call) }) }),
    tool('outside', {
      effect: 'OUTSIDE',
      call: async (call) => ({ output: await send(url, 'outside', call) }),
      probe: async (call) => (reply.parse(await send(url, 'probe', call)).done ? 'DONE' : 'NOT_DONE'),
    }),
    tool('broken', {
      effect: 'READ',
      call: async () => {
        throw new ToolFailure('BROKEN', 'It always fails.');
      },
    }),
  ];
  return { find: async (_tenant, name) => known.find((each) => each.name === name) ?? null, list: async () => known };
}

const LENIENT: Governor = {
  judge: () => ({ verdict: 'EXECUTE', reason: 'A test of something else.', rule: 'test', version: 1 }),
  note: () => undefined,
  screen: ({ value }) => ({ kind: 'PASSED', value, findings: [] }),
  standing: () => null,
};

/** The agents of the product with counted effects and these workflows. */
export function agentsWithCounts(url: string): SubgraphFactory {
  const create: SubgraphFactory['create'] = (system) =>
    createAgents(system, { ports: { tools: countingTools(url), governor: LENIENT }, workflows: MIXED.map(({ definition }) => definition) });
  return { create, entities: agentsEntities };
}

const step = (id: string, more: object, dependsOn: readonly string[] = []): object => ({
  id,
  title: id,
  dependsOn,
  onError: 'FAIL',
  ...more,
});
const call = (id: string, tool: string, dependsOn: readonly string[] = [], more: object = {}): object =>
  step(id, { kind: 'TOOL', tool, input: { of: id }, retry: { maxAttempts: 20, firstDelayMs: 100, maxDelayMs: 1_000 }, ...more }, dependsOn);

/** A workflow, how its runs end, and the effects that each of them has, by the address that is in their key. */
export interface Mixed {
  definition: WorkflowDefinition;
  ends: 'SUCCEEDED' | 'FAILED';
  effects: readonly string[];
}

function mixed(name: string, steps: readonly object[], ends: Mixed['ends'], effects: readonly string[]): Mixed {
  const read = parseDefinition({ name, title: name, description: name, input: {}, onFailure: 'COMPENSATE', steps });
  if (read.kind === 'FAULTY') throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  return { definition: read.definition, ends, effects };
}

const five = ['a', 'b', 'c', 'd', 'e'];
const undo = { compensate: { tool: 'keyed', input: {} } };

/** One behind another, side by side, over items, with pauses, undone at the end, within one another. */
export const MIXED: readonly Mixed[] = [
  mixed(
    'linear',
    five.map((id, index) => call(id, index % 2 === 0 ? 'keyed' : 'outside', index === 0 ? [] : [five[index - 1] ?? ''])),
    'SUCCEEDED',
    five,
  ),
  mixed('beside', [...five.map((id) => call(id, 'outside')), call('last', 'keyed', five)], 'SUCCEEDED', [...five, 'last']),
  mixed(
    'items',
    [
      step('map', { kind: 'MAP', over: [1, 2, 3, 4, 5, 6], concurrency: 3, maxItems: 10, steps: [call('each', 'keyed')] }),
      call('last', 'outside', ['map']),
    ],
    'SUCCEEDED',
    [...[0, 1, 2, 3, 4, 5].map((nth) => `map[${nth}].each`), 'last'],
  ),
  mixed(
    'pauses',
    [call('before', 'outside'), step('rest', { kind: 'WAIT', forMs: 400 }, ['before']), call('after', 'outside', ['rest'])],
    'SUCCEEDED',
    ['before', 'after'],
  ),
  mixed(
    'saga',
    [
      call('one', 'outside', [], undo),
      call('two', 'keyed', ['one'], undo),
      call('bad', 'broken', ['two'], { retry: { maxAttempts: 1, firstDelayMs: 1, maxDelayMs: 1 } }),
    ],
    'FAILED',
    ['one', 'two', 'two#undo', 'one#undo'],
  ),
  mixed('within', [call('first', 'keyed'), step('own', { kind: 'WORKFLOW', workflow: 'pauses', input: {} }, ['first'])], 'SUCCEEDED', [
    'first',
  ]),
];
