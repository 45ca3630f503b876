import { z } from 'zod';
import { ToolFailure, type Tool, type ToolCall, type ToolReply, type Tools } from '../../tools/tool.ts';
import { draw } from '../draw.ts';
import type { ToolFaults } from '../faults-at-hand.ts';
import { PROBLEMS } from '../oracle.ts';
import { TIERS, TOOLS, type Tier } from '../scenario/scenario.ts';
import type { FarmWorld } from '../world.ts';
import type { FarmClock } from './clock.ts';

interface Bench {
  clock: FarmClock;
  world: FarmWorld;
  faults: ToolFaults;
  seed: number;
  tier: Tier;
}

/** The tools of the simulated world, behind the same port as the real ones; the faults of tools, payloads and the network are theirs. */
export function farmTools(bench: Bench): Tools {
  const tools = new Map([...TOOLS, 'undo'].map((name) => [name, farmTool(name, bench)]));
  return { find: async (_tenantId, name) => tools.get(name) ?? null, list: async () => [...tools.values()] };
}

function farmTool(name: string, bench: Bench): Tool {
  return {
    name,
    title: name,
    description: 'Simulated.',
    complexity: name === 'undo' ? 2 : 3,
    input: z.record(z.string(), z.json()),
    schema: { type: 'object' },
    effect: 'KEYED',
    estimate: () => ({ tokens: 0, micros: TIERS[bench.tier] }),
    call: (call) => (name === 'undo' ? undo(call, bench) : answer(name, call, bench)),
  };
}

async function undo({ input, idempotencyKey, signal }: ToolCall, { clock, world }: Bench): Promise<ToolReply> {
  await clock.sleep(20, signal);
  const { of } = z.object({ of: z.string() }).parse(input);
  world.undo(of);
  return { output: { key: idempotencyKey, tool: 'undo' } };
}

async function answer(name: string, { path, runId, idempotencyKey, signal }: ToolCall, bench: Bench): Promise<ToolReply> {
  const { clock, world, faults, seed } = bench;
  const fault = faults.take(path);
  if (fault?.kind === 'TOOL_TIMEOUT')
    return new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(late()), { once: true }));
  await clock.sleep(20 + Math.floor(180 * draw(seed, runId, path, 'took')), signal);
  const reply = { key: idempotencyKey, tool: name };
  switch (fault?.kind) {
    case 'TOOL_FAILURE':
      throw new ToolFailure(PROBLEMS.TOOL_FAILURE, 'The other side failed.', { again: true });
    case 'RATE_LIMIT':
      throw new ToolFailure(PROBLEMS.RATE_LIMIT, 'The other side takes no more calls for now.', { again: true });
    case 'AGENT_CONFLICT':
      throw new ToolFailure(PROBLEMS.AGENT_CONFLICT, 'Another agent holds the record.', { again: true });
    case 'NETWORK_PARTITION':
      world.effect(idempotencyKey, reply);
      throw new ToolFailure(PROBLEMS.NETWORK_PARTITION, 'It was done, and the answer was lost.', { again: true, doubt: true });
    case 'CORRUPTED_PAYLOAD':
      return { output: { key: 7, t00l: '\uFFFD' } };
    case 'POLICY_VIOLATION':
    case 'WORKER_KILLED':
    case 'MEMORY_PRESSURE':
    case undefined:
    default:
      return { output: { ...world.effect(idempotencyKey, reply) } };
  }
}

function late(): ToolFailure {
  return new ToolFailure(PROBLEMS.TOOL_TIMEOUT, 'It never answered.', { again: true });
}
