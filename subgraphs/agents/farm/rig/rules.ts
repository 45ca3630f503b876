import type { ActionPolicy } from '../../governance/action-policy.ts';
import { CompiledRules } from '../../governance/compiled-rules.ts';
import { USUAL_RACI } from '../../raci/raci.ts';
import type { FarmAgent } from '../scenario/scenario.ts';

const DOLLAR = 1_000_000;
/** Money an action is about, in micro-dollars: usual, more than goes without a person, more than goes at all. */
export const AMOUNTS = { USUAL: 100 * DOLLAR, HIGH: 5_000 * DOLLAR, FORBIDDEN: 50_000 * DOLLAR } as const;

const policy = (id: string, amount: ActionPolicy['amount'], outcome: ActionPolicy['outcome']): ActionPolicy => ({
  id,
  name: id,
  who: { kind: 'ANY' },
  action: '*',
  complexity: { from: 1, to: 4 },
  amount,
  outcome,
});

/** The rule book of the farm's workspace, judged by the product's own judge. */
export function farmRules(agents: readonly FarmAgent[]): CompiledRules {
  const limits = { maxSteps: 1_000, maxCost: { tokens: 0, micros: 1_000 * DOLLAR }, forbidden: [] };
  return new CompiledRules({
    version: 1,
    mode: 'FULL',
    alwaysConfirm: [],
    guardsOutputs: true,
    policies: [
      policy('far too much', { from: 10_000 * DOLLAR, to: null, withoutAmount: false }, 'DENY'),
      policy('a lot', { from: 1_000 * DOLLAR, to: null, withoutAmount: false }, 'PROPOSE'),
      policy('anything else', null, 'EXECUTE'),
    ],
    agents: new Map(
      agents.map(({ id }) => [
        id,
        { id, name: id, pilot: 'CUSTOM', enabled: true, maturity: 0.95, instructions: '', tools: ['*'], limits, raci: USUAL_RACI },
      ]),
    ),
  });
}
