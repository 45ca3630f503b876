import type { Complexity } from '../tools/tool.ts';
import type { PolicyOutcome } from './action-policy.ts';

/** A policy of a template; dollars. */
export interface TemplateRule {
  name: string;
  action: string;
  complexity: { from: Complexity; to: Complexity };
  amountFrom: number | null;
  amountTo: number | null;
  withoutAmount: boolean;
  outcome: PolicyOutcome;
}

/** Policies that are often wanted together. */
export interface PolicyTemplate {
  key: string;
  title: string;
  description: string;
  rules: readonly TemplateRule[];
}

const rule = (name: string, outcome: PolicyOutcome, says: Partial<TemplateRule> = {}): TemplateRule => ({
  name,
  action: '*',
  complexity: { from: 3, to: 3 },
  amountFrom: null,
  amountTo: null,
  withoutAmount: false,
  outcome,
  ...says,
});
const deletes = { complexity: { from: 4, to: 4 } } as const;
const upTo = (amountTo: number, withoutAmount = false) => ({ amountFrom: null, amountTo, withoutAmount }); // prettier-ignore
const from = (amountFrom: number) => ({ amountFrom, amountTo: null }); // prettier-ignore

/** From the most careful to the most trusting. Within each, as much as the agent's stage and the workspace's mode allow. */
export const POLICY_TEMPLATES: readonly PolicyTemplate[] = [
  {
    key: 'careful',
    title: 'Careful',
    description: 'A person decides on every change; nothing is deleted, and nothing above $10 000 is even proposed.',
    rules: [
      rule('Deletes are denied', 'DENY', deletes),
      rule('Above $10 000 is denied', 'DENY', from(10_000.01)),
      rule('Changes are proposed', 'PROPOSE'),
    ],
  },
  {
    key: 'by-amount',
    title: 'By amount',
    description:
      'Up to $100 by itself, up to $1 000 watched, up to $10 000 with approval, more not at all; what moves no money is watched.',
    rules: [
      rule('Deletes are proposed', 'PROPOSE', deletes),
      rule('Up to $100 by itself', 'EXECUTE', upTo(100)),
      rule('Up to $1 000 watched', 'SUPERVISE', { ...upTo(1_000, true) }),
      rule('Up to $10 000 with approval', 'PROPOSE', upTo(10_000)),
      rule('Above $10 000 is denied', 'DENY', from(10_000.01)),
    ],
  },
  {
    key: 'trusting',
    title: 'Trusting',
    description: 'Changes are done; above $10 000, and whatever deletes something, a person decides.',
    rules: [
      rule('Deletes are proposed', 'PROPOSE', deletes),
      rule('Above $10 000 is proposed', 'PROPOSE', from(10_000.01)),
      rule('Changes are done', 'EXECUTE', { ...upTo(10_000, true) }),
    ],
  },
];
