import { z } from 'zod';
import type { Json } from '../workflows/json.ts';
import type { Complexity, Cost, Probed, Tool, ToolCall, ToolReply } from './tool.ts';

/** A tool by what it is asked, of which everything else is made that others need to know. */
interface ToolSpec<Input extends z.ZodType> extends Pick<Tool, 'name' | 'title' | 'description' | 'complexity' | 'effect' | 'goesOut'> {
  input: Input;
  complexityOf?: (input: z.output<Input>) => Complexity;
  describe?: (input: z.output<Input>) => { intent: string; touches: number | null };
  estimate?: (input: z.output<Input>) => Cost;
  call: (input: z.output<Input>, call: ToolCall) => Promise<ToolReply>;
  probe?: (input: z.output<Input>, call: ToolCall) => Promise<Probed>;
}

/** Declares a tool: its input is parsed once more by whoever calls it, and its schema is printed from what parses it. */
export function defineTool<Input extends z.ZodType>(spec: ToolSpec<Input>): Tool {
  const { input, complexityOf, describe, estimate, call, probe, ...rest } = spec;
  return {
    ...rest,
    input,
    schema: z.toJSONSchema(input, { io: 'input' }) as Readonly<Record<string, unknown>>,
    ...(complexityOf === undefined ? {} : { complexityOf: (given: Json) => complexityOf(input.parse(given)) }),
    ...(describe === undefined ? {} : { describe: (given: Json) => describe(input.parse(given)) }),
    ...(estimate === undefined ? {} : { estimate: (given: Json) => estimate(input.parse(given)) }),
    ...(probe === undefined ? {} : { probe: async (given: ToolCall) => probe(input.parse(given.input), given) }),
    call: async (given) => call(input.parse(given.input), given),
  };
}
