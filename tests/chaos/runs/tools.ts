import { z } from 'zod';
import type { Governor } from '../../../subgraphs/agents/governance/governor.ts';
import { ToolFailure, type Tool, type ToolCall, type Tools } from '../../../subgraphs/agents/tools/tool.ts';
import type { Json } from '../../../subgraphs/agents/workflows/json.ts';

const reply = z.object({ done: z.boolean() });

/** Asks the service that counts effects; `kind` is how it counts. */
export async function askEffectService(
  url: string,
  kind: 'keyed' | 'outside' | 'probe',
  key: string,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await fetch(`${url}/${kind}/${encodeURIComponent(key)}`, { method: 'POST', signal });
  return reply.parse(await response.json()).done;
}

async function send(url: string, kind: 'keyed' | 'outside' | 'probe', { idempotencyKey, signal }: ToolCall): Promise<Json> {
  const done = await askEffectService(url, kind, idempotencyKey, signal).catch((error: unknown) => {
    throw new ToolFailure('AWAY', 'The service did not answer.', { again: true, doubt: true, cause: error });
  });
  return { done };
}

/**
 * Tools of every class, which do nothing but have their effects counted: by a service that knows keys (`keyed`; `asked` needs a person's leave), and by
 * one that does not, where it can be looked up what happened (`outside`) and where it cannot (`unlooked`).
 */
export function countingTools(url: string): Tools {
  const tool = (name: string, more: Pick<Tool, 'effect' | 'call' | 'probe'>): Tool => ({
    name, title: name, description: name, complexity: 1, input: z.json(), schema: {}, ...more,
  }); // prettier-ignore
  const known = [
    tool('read', { effect: 'READ', call: async (call) => ({ output: await send(url, 'probe', call) }) }),
    tool('keyed', { effect: 'KEYED', call: async (call) => ({ output: await send(url, 'keyed', call) }) }),
    tool('asked', { effect: 'KEYED', call: async (call) => ({ output: await send(url, 'keyed', call) }) }),
    tool('outside', {
      effect: 'OUTSIDE',
      call: async (call) => ({ output: await send(url, 'outside', call) }),
      probe: async ({ idempotencyKey, signal }) => ((await askEffectService(url, 'probe', idempotencyKey, signal)) ? 'DONE' : 'NOT_DONE'),
    }),
    tool('unlooked', { effect: 'OUTSIDE', call: async (call) => ({ output: await send(url, 'outside', call) }) }),
    tool('broken', {
      effect: 'READ',
      call: async () => {
        throw new ToolFailure('BROKEN', 'It always fails.');
      },
    }),
  ];
  return { find: async (_tenant, name) => known.find((each) => each.name === name) ?? null, list: async () => known };
}

/** Lets everything be done but what needs a person's leave. */
export const ASKING: Governor = {
  judge: ({ action }) => ({
    verdict: action === 'asked' ? 'PROPOSE' : 'EXECUTE',
    reason: 'A test of something else.',
    rule: 'test',
    version: 1,
  }),
  note: () => undefined,
  screen: ({ value }) => ({ kind: 'PASSED', value, findings: [] }),
  standing: () => null,
};
