import type { Pilot } from '../agent/pilots.ts';
import type { Complexity } from '../tools/tool.ts';

export const PolicyOutcome = { EXECUTE: 'EXECUTE', SUPERVISE: 'SUPERVISE', PROPOSE: 'PROPOSE', DENY: 'DENY' } as const;
export type PolicyOutcome = (typeof PolicyOutcome)[keyof typeof PolicyOutcome];

/** What a tenant has ruled on an action. The first one in order that fits decides. */
export interface ActionPolicy {
  id: string;
  name: string;
  who: { kind: 'ANY' } | { kind: 'PILOT'; pilot: Pilot } | { kind: 'AGENT'; agentId: string };
  /** Name of an action, or a pattern: `graph.*`, `*`. */
  action: string;
  complexity: { from: Complexity; to: Complexity };
  /** In micro-dollars, both ends included, null without end; null: whatever the amount. */
  amount: { from: number | null; to: number | null; withoutAmount: boolean } | null;
  outcome: PolicyOutcome;
}
