import type { BudgetFieldsFragment, BudgetUsageFieldsFragment } from '../../gql/graphql.ts';
import { formatCompact } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

/** One of the limits of a budget, and what of it is gone. */
export interface Measure {
  what: 'dollars' | 'tokens';
  limit: number;
  spent: number;
  reserved: number;
  /** By the end of the window, as things go; null: nobody knows. */
  expected: number | null;
  /** An amount in words. */
  say: (value: number) => string;
}

/** The limits that a budget has: dollars, tokens or both. Pure. */
export function measuresOf(
  { limit, tokenLimit }: Pick<BudgetFieldsFragment, 'limit' | 'tokenLimit'>,
  usage: Pick<BudgetUsageFieldsFragment, 'spent' | 'reserved' | 'spentTokens' | 'reservedTokens'> & {
    forecast: Pick<NonNullable<BudgetUsageFieldsFragment['forecast']>, 'spent' | 'tokens'> | null;
  },
): Measure[] {
  const { spent, reserved, spentTokens, reservedTokens, forecast } = usage;
  const money: Measure[] =
    limit === null ? [] : [{ what: 'dollars', limit, spent, reserved, expected: forecast?.spent ?? null, say: formatDollars }];
  if (tokenLimit === null) return money;
  const tokens = { limit: tokenLimit, spent: spentTokens, reserved: reservedTokens, expected: forecast?.tokens ?? null };
  return [...money, { what: 'tokens', ...tokens, say: (value) => `${formatCompact(value)} tokens` }];
}
