import type { BudgetFieldsFragment, BudgetScope, BudgetUsageFieldsFragment, BudgetWindow } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import { formatCompact } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

export const WINDOWS: Record<BudgetWindow, { word: string; within: string }> = {
  DAY: { word: 'a day', within: 'today' },
  WEEK: { word: 'a week', within: 'this week' },
  MONTH: { word: 'a month', within: 'this month' },
  TOTAL: { word: 'in all', within: 'so far' },
};

export const SCOPES: Record<BudgetScope, string> = {
  TENANT: 'everything together',
  AGENT: 'each agent',
  RUN: 'each run',
};

/** Whom a budget is for, in words. */
export function whomOf({ scope, agent }: Pick<BudgetFieldsFragment, 'scope' | 'agent'>): string {
  if (agent === null) return SCOPES[scope];
  return scope === 'RUN' ? `each run of ${agent.name}` : agent.name;
}

/** What it allows: "$10.00 a day", "200K tokens a month". */
export function limitOf({ limit, tokenLimit, window }: Pick<BudgetFieldsFragment, 'limit' | 'tokenLimit' | 'window'>): string {
  const parts = [limit === null ? null : formatDollars(limit), tokenLimit === null ? null : `${formatCompact(tokenLimit)} tokens`];
  return `${parts.filter((part) => part !== null).join(' and ')} ${WINDOWS[window].word}`;
}

/** How near its limit a budget is: a word with every tone. */
export function fullness({ share }: Pick<BudgetUsageFieldsFragment, 'share'>): { word: string; tone: Tone } {
  if (share >= 1) return { word: 'used up', tone: 'bad' };
  if (share >= 0.9) return { word: 'nearly used up', tone: 'bad' };
  if (share >= 0.75) return { word: 'getting low', tone: 'warning' };
  if (share >= 0.5) return { word: 'half used', tone: 'neutral' };
  return { word: 'plenty left', tone: 'good' };
}
