import { z } from 'zod';
import type { Judgement } from '../../governance/governor.ts';
import type { Cost, Tool } from '../../tools/tool.ts';
import type { FlowCommand } from '../machine/flow-event.ts';
import type { ReadyAction } from './ready-action.ts';

/** What policies, screenings and decisions know a step for a model by. */
export const MODEL_ACTION = 'model';

export type ModelCommand = Extract<FlowCommand, { kind: 'MODEL' }>;

/** How a step is taken up: `heldUp` after somebody was asked about it. */
export interface TakenUp {
  stop: AbortSignal;
  heldUp: boolean;
}

/** A step for a model as people are asked about it where governance says so. They decide about it as it is: there is nothing to edit. */
export function modelAction(
  { path, step }: ModelCommand,
  { heldUp, stop, text, cost, judgement }: TakenUp & { text: string; cost: Cost; judgement: Judgement },
): ReadyAction {
  const definition: Tool = {
    name: MODEL_ACTION,
    title: step.title,
    description: 'Has the language model write something.',
    complexity: 1,
    input: z.null(),
    schema: {},
    effect: 'READ',
    describe: () => ({ intent: `Have the language model read ${text.length} characters and write “${step.title}”.`, touches: null }),
    call: () => Promise.reject(new Error('a step for a model is no call of a tool')),
  };
  return {
    path, address: path, tool: MODEL_ACTION, input: null, step, heldUp, approved: null, stop, definition, cost, judgement,
  }; // prettier-ignore
}
