import type { WorkflowDefinition } from '../../../subgraphs/agents/workflows/definition/definition.ts';
import { parseDefinition } from '../../../subgraphs/agents/workflows/definition/read-definition.ts';
import { childRunId } from '../../../subgraphs/agents/workflows/runs/child-run-id.ts';

/** A workflow, how its runs end, and the effects that each of them has, by the keys they are counted by. */
export interface Mixed {
  definition: WorkflowDefinition;
  ends: 'SUCCEEDED' | 'FAILED';
  /** What has to have happened once. */
  must: (runId: string) => readonly string[];
  /** What may have happened besides, once: of branches that lost. */
  may: (runId: string) => readonly string[];
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
const undoneBy = (tool: string): object => ({ compensate: { tool, input: {} } });
const fails = (dependsOn: readonly string[]): object =>
  call('bad', 'broken', dependsOn, { retry: { maxAttempts: 1, firstDelayMs: 1, maxDelayMs: 1 } });
const ask = (id: string, intent: string, dependsOn: readonly string[] = []): object =>
  step(id, { kind: 'APPROVAL', intent, evidence: {}, payload: { of: id }, onExpiry: 'REJECT' }, dependsOn);

interface Effects {
  must: readonly string[];
  may?: readonly string[];
  /** Of runs of its own, by the step that they are. */
  children?: Readonly<Record<string, readonly string[]>>;
}

function mixed(name: string, ends: Mixed['ends'], steps: readonly object[], { must, may = [], children = {} }: Effects): Mixed {
  const read = parseDefinition({ name, title: name, description: name, input: {}, onFailure: 'COMPENSATE', steps });
  if (read.kind === 'FAULTY') throw new Error(`${name}: ${JSON.stringify(read.problems)}`);
  const ofChildren = (runId: string): readonly string[] =>
    Object.entries(children).flatMap(([path, effects]) => effects.map((effect) => `${childRunId(runId, path, 1)}:${effect}`));
  return {
    definition: read.definition,
    ends,
    must: (runId) => [...must.map((effect) => `${runId}:${effect}`), ...ofChildren(runId)],
    may: (runId) => may.map((effect) => `${runId}:${effect}`),
  };
}

/** What a person answers no to; everything else they allow. */
export const REFUSED = 'Not to be done';
/** What runs wait for that are told of it by their own id. */
export const AWAITED = 'connectors.connection-removed';
const HOUR_MS = 3_600_000;
const five = ['a', 'b', 'c', 'd', 'e'];

const CHOICE = {
  kind: 'CONDITION',
  if: { left: '{{steps.look.output.done}}', is: 'EQ', right: false },
  // oxlint-disable-next-line unicorn/no-thenable -- A word of the format; it is a list, never a function.
  then: ['taken'],
  else: ['left'],
};

const SIMPLE: readonly Mixed[] = [
  mixed(
    'linear',
    'SUCCEEDED',
    five.map((id, index) => call(id, index % 2 === 0 ? 'keyed' : 'outside', index === 0 ? [] : [five[index - 1] ?? ''])),
    { must: five },
  ),
  mixed('beside', 'SUCCEEDED', [...five.map((id) => call(id, 'outside')), call('last', 'keyed', five)], { must: [...five, 'last'] }),
  mixed('doubtful', 'SUCCEEDED', [call('one', 'unlooked'), call('two', 'unlooked', ['one'])], { must: ['one', 'two'] }),
  mixed(
    'items',
    'SUCCEEDED',
    [
      step('map', { kind: 'MAP', over: [1, 2, 3, 4, 5, 6], concurrency: 3, maxItems: 10, steps: [call('each', 'keyed')] }),
      call('last', 'outside', ['map']),
    ],
    { must: [...[0, 1, 2, 3, 4, 5].map((nth) => `map[${nth}].each`), 'last'] },
  ),
  mixed(
    'rounds',
    'SUCCEEDED',
    [
      step('round', {
        kind: 'REPEAT',
        until: { left: '{{round}}', is: 'GTE', right: 3 },
        maxRounds: 5,
        steps: [call('look', 'read'), call('each', 'outside', ['look'])],
      }),
    ],
    { must: [0, 1, 2].map((nth) => `round[${nth}].each`) },
  ),
  mixed(
    'choice',
    'SUCCEEDED',
    [
      call('look', 'read'),
      step('choose', CHOICE, ['look']),
      call('taken', 'keyed', ['choose']),
      call('left', 'outside', ['choose']),
      call('last', 'outside', ['taken']),
    ],
    { must: ['taken', 'last'] },
  ),
];

const WAITING: readonly Mixed[] = [
  mixed(
    'pauses',
    'SUCCEEDED',
    [call('before', 'outside'), step('rest', { kind: 'WAIT', forMs: 400 }, ['before']), call('after', 'outside', ['rest'])],
    { must: ['before', 'after'] },
  ),
  mixed(
    'awaits',
    'SUCCEEDED',
    [
      call('before', 'keyed'),
      step('event', { kind: 'WAIT', forMs: HOUR_MS, event: { topic: AWAITED, match: { connectionId: '{{run.id}}' } } }, ['before']),
      call('after', 'outside', ['event']),
    ],
    { must: ['before', 'after'] },
  ),
  mixed(
    'asks',
    'SUCCEEDED',
    [
      ask('ask', 'To be done'),
      call('act', 'outside', ['ask'], { input: '{{steps.ask.output.payload}}' }),
      call('governed', 'asked', ['act']),
    ],
    { must: ['act', 'governed'] },
  ),
  mixed(
    'refused',
    'FAILED',
    [call('before', 'keyed', [], undoneBy('outside')), ask('ask', REFUSED, ['before']), call('never', 'outside', ['ask'])],
    { must: ['before', 'before#undo'] },
  ),
];

const NESTED: readonly Mixed[] = [
  mixed(
    'branches',
    'SUCCEEDED',
    [
      step('all', {
        kind: 'PARALLEL',
        join: 'ALL',
        branches: [
          { id: 'left', steps: [call('one', 'keyed'), call('two', 'outside', ['one'])] },
          { id: 'right', steps: [call('one', 'outside'), ask('ask', 'To be done', ['one'])] },
        ],
      }),
      step(
        'any',
        {
          kind: 'PARALLEL',
          join: 'ANY',
          branches: [
            { id: 'fast', steps: [call('one', 'keyed')] },
            { id: 'slow', steps: [call('one', 'outside'), call('two', 'keyed', ['one'])] },
          ],
        },
        ['all'],
      ),
      call('last', 'keyed', ['any']),
    ],
    { must: ['all.left.one', 'all.left.two', 'all.right.one', 'last'], may: ['any.fast.one', 'any.slow.one', 'any.slow.two'] },
  ),
  mixed(
    'saga',
    'FAILED',
    [call('one', 'outside', [], undoneBy('keyed')), call('two', 'keyed', ['one'], undoneBy('keyed')), fails(['two'])],
    {
      must: ['one', 'two', 'two#undo', 'one#undo'],
    },
  ),
  mixed(
    'doubtful-saga',
    'FAILED',
    [call('one', 'unlooked', [], undoneBy('unlooked')), call('two', 'outside', ['one'], undoneBy('outside')), fails(['two'])],
    { must: ['one', 'two', 'two#undo', 'one#undo'] },
  ),
  mixed('within', 'SUCCEEDED', [call('first', 'keyed'), step('own', { kind: 'WORKFLOW', workflow: 'pauses', input: {} }, ['first'])], {
    must: ['first'],
    children: { own: ['before', 'after'] },
  }),
  mixed(
    'beyond',
    'SUCCEEDED',
    [step('own', { kind: 'WORKFLOW', workflow: 'saga', input: {}, onError: 'SKIP' }), call('after', 'outside', ['own'])],
    { must: ['after'], children: { own: ['one', 'two', 'two#undo', 'one#undo'] } },
  ),
];

/** One behind another, side by side, over items, in rounds, by choice; with pauses, events and people; undone at the end; within one another. */
export const MIXED: readonly Mixed[] = [...SIMPLE, ...WAITING, ...NESTED];
