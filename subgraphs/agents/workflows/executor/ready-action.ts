import type { Judgement } from '../../governance/governor.ts';
import type { Cost, Tool, ToolCall } from '../../tools/tool.ts';
import type { StepDefinition } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import type { RunAtHand } from './run-at-hand.ts';

/** A tool that is to be called by a step, or by its compensation. */
export interface Action {
  path: string;
  /** `<path>`, of a compensation `<path>#undo`: what approvals and effects of it are known by. */
  address: string;
  tool: string;
  input: Json;
  step: StepDefinition | null;
  /** An earlier try was held up: what a person said meanwhile counts, whatever governance says now. */
  heldUp: boolean;
  /** What a person approved right before this step, and left as it is; such an action is not asked about again. */
  approved: Json | null;
  stop: AbortSignal;
}

/** What is known of an action when it is about to be done. */
export interface ReadyAction extends Action {
  definition: Tool;
  cost: Cost;
  judgement: Judgement;
}

/** The same for every try of the same effect; of a fork another, for its run is another. */
export function keyOf({ runId }: RunAtHand, { address }: Pick<ReadyAction, 'address'>): string {
  return `${runId}:${address}`;
}

/** What a tool is called with, or asked whether it was. */
export function toolCallOf(run: RunAtHand, action: ReadyAction, signal: AbortSignal): ToolCall {
  const { tenantId, agentId, runId } = run;
  const { path, input, step } = action;
  const plane = step?.plane;
  return { tenantId, agentId, runId, path, idempotencyKey: keyOf(run, action), input, signal, ...(plane === undefined ? {} : { plane }) };
}
