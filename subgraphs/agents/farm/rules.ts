import type { ActionPolicy } from '../governance/action-policy.ts';
import { CompiledRules } from '../governance/compiled-rules.ts';
import { USUAL_RACI } from '../raci/raci.ts';
import type { FarmAgent } from './scenario/scenario.ts';
import type { Fault } from './schedule.ts';

const DOLLAR = 1_000_000;
/** Money an action is about, in micro-dollars: usual, more than goes without a person, more than goes at all. */
const AMOUNTS = { USUAL: 100 * DOLLAR, HIGH: 5_000 * DOLLAR, FORBIDDEN: 50_000 * DOLLAR } as const;

/** The policies of the farm's workspace, in their order: from how much money on they hold, null: always. */
export const FARM_POLICIES = [
  { name: 'far too much', fromMicros: 10_000 * DOLLAR, outcome: 'DENY' },
  { name: 'a lot', fromMicros: 1_000 * DOLLAR, outcome: 'PROPOSE' },
  { name: 'anything else', fromMicros: null, outcome: 'EXECUTE' },
] as const;

/** What the farm's agents are trusted with: to work alone, within the policies. */
export const FARM_MATURITY = 0.95;

/** The rule book of a rehearsal, judged by the product's own judge. */
export function farmRules(agents: readonly FarmAgent[]): CompiledRules {
  const limits = { maxSteps: 1_000, maxCost: { tokens: 0, micros: 1_000 * DOLLAR }, forbidden: [] };
  const usual = {
    pilot: 'CUSTOM' as const,
    enabled: true,
    maturity: FARM_MATURITY,
    instructions: '',
    tools: ['*'],
    limits,
    raci: USUAL_RACI,
  };
  return new CompiledRules({
    version: 1,
    mode: 'FULL',
    alwaysConfirm: [],
    guardsOutputs: true,
    policies: FARM_POLICIES.map(({ name, fromMicros, outcome }): ActionPolicy => ({
      id: name,
      name,
      who: { kind: 'ANY' },
      action: '*',
      complexity: { from: 1, to: 4 },
      amount: fromMicros === null ? null : { from: fromMicros, to: null, withoutAmount: false },
      outcome,
    })),
    agents: new Map(agents.map(({ id }) => [id, { id, name: id, ...usual }])),
  });
}

/** The money a call is about: what its fault says, else as much as is usual. */
export function amountOf(fault: (Fault & { kind: 'POLICY_VIOLATION' }) | null): number {
  if (fault === null) return AMOUNTS.USUAL;
  return fault.verdict === 'DENY' ? AMOUNTS.FORBIDDEN : AMOUNTS.HIGH;
}
