import { z } from 'zod';
import type { AskDoor } from '../../tools/through-door.ts';
import type { Tool, ToolCall } from '../../tools/tool.ts';
import type { AskGraph } from '../reading/look.ts';
import { type Analysis, report } from '../analysis.ts';
import { lookAt } from '../reading/look.ts';

/** An analysis as a tool: looks through the door as the agent that calls it, and gives the report. */
export function analysisTool(analysis: Analysis, door: AskDoor, clock: () => Date): Tool {
  const input = z.strictObject({});
  return {
    name: analysis.name,
    title: analysis.title,
    description: analysis.description,
    complexity: 1,
    input,
    schema: z.toJSONSchema(input),
    effect: 'READ',
    call: async (call) => ({ output: await report(analysis, lookAt(askerFor(door, call), clock())) }),
  };
}

function askerFor(door: AskDoor, call: ToolCall): AskGraph {
  return async (document, variables = {}) => (await door(call, { document, variables })).data;
}
