import type { ToolCall } from '../../tools/tool.ts';
import type { AskGraph } from './look.ts';

/** Asks the graph for a call of a tool, as its agent. `key`: of a mutation. @throws ToolFailure */
export type ToolDoor = (
  call: ToolCall,
  operation: { document: string; variables?: Record<string, unknown>; key?: string | null },
) => Promise<{ data: Readonly<Record<string, unknown>> | null; done: boolean }>;

/** Asks the graph for an analysis. */
export function askerFor(door: ToolDoor, call: ToolCall): AskGraph {
  return async (document, variables = {}) => (await door(call, { document, variables: { ...variables } })).data;
}
