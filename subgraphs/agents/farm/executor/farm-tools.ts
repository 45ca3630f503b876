import { z } from 'zod';
import { ToolFailure, type Tool, type ToolCall, type ToolReply, type Tools } from '../../tools/tool.ts';
import { PROBLEMS } from '../oracle.ts';
import { replySchema } from '../reply.ts';
import { TIERS, TOOLS, type Tier } from '../scenario/scenario.ts';
import type { Asked } from './other-side.ts';
import { HEADERS, momentSchema } from './site.ts';
import type { WorkerFaults } from './worker-faults.ts';

const inputSchema = z.looseObject({ tier: z.enum(Object.keys(TIERS) as [Tier, ...Tier[]]), of: z.string().optional() });

/** The tool that undoes what another did. */
export const UNDO = 'undo';

/** The tools of the farm's agents, which ask the other side over HTTP, as tools of the product ask theirs. */
export function farmTools(worldUrl: string, faults: WorkerFaults): Tools {
  const tools = new Map([...TOOLS, UNDO].map((name) => [name, farmTool(name, worldUrl, faults)]));
  return { find: async (_tenantId, name) => tools.get(name) ?? null, list: async () => [...tools.values()] };
}

function farmTool(name: string, worldUrl: string, faults: WorkerFaults): Tool {
  return {
    name,
    title: name,
    description: 'Simulated.',
    complexity: name === UNDO ? 2 : 3,
    input: inputSchema,
    schema: { type: 'object' },
    effect: 'KEYED',
    estimate: (input) => ({ tokens: 0, micros: TIERS[inputSchema.parse(input).tier] }),
    call: (call) => ask(name, call, worldUrl, faults),
  };
}

async function ask(
  tool: string,
  { runId, path, idempotencyKey: key, input, signal }: ToolCall,
  worldUrl: string,
  faults: WorkerFaults,
): Promise<ToolReply> {
  const asked: Asked = { tool, runId, path, key, of: inputSchema.parse(input).of ?? null };
  const response = await fetch(worldUrl, { method: 'POST', body: JSON.stringify(asked), signal }).catch((error: unknown) => {
    throw new ToolFailure(PROBLEMS.NETWORK_PARTITION, 'Nobody knows whether it was done: the answer was lost.', {
      again: true,
      doubt: true,
      cause: error,
    });
  });
  if (!response.ok) throw refusal(response.status);
  const body = await response.text();
  const moment = response.headers.get(HEADERS.moment);
  if (moment !== null) faults.doom({ key, moment: momentSchema.parse(moment) });
  const ballast = response.headers.get(HEADERS.ballast);
  if (ballast !== null) faults.press(key, Number(ballast));
  const reply = parsed(body);
  if (!reply.success) throw new ToolFailure(PROBLEMS.CORRUPTED_PAYLOAD, 'It answered with something else than it should.', { again: true });
  return { output: { ...reply.data } };
}

function refusal(status: number): ToolFailure {
  switch (status) {
    case 409:
      return new ToolFailure(PROBLEMS.AGENT_CONFLICT, 'Another agent holds the record.', { again: true });
    case 429:
      return new ToolFailure(PROBLEMS.RATE_LIMIT, 'The other side takes no more calls for now.', { again: true });
    default:
      return new ToolFailure(PROBLEMS.TOOL_FAILURE, `The other side failed: ${status}.`, { again: true });
  }
}

function parsed(body: string): ReturnType<typeof replySchema.safeParse> {
  try {
    return replySchema.safeParse(JSON.parse(body));
  } catch {
    return replySchema.safeParse(null);
  }
}
