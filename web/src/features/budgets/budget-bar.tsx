import type { BudgetFieldsFragment, BudgetUsageFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatCompact, formatDay, formatPercent } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';
import { fullness, WINDOWS } from './budget-words.ts';

interface BudgetBarProps {
  budget: Pick<BudgetFieldsFragment, 'limit' | 'tokenLimit' | 'window'>;
  usage: BudgetUsageFieldsFragment;
  label: string;
}

const FILLS = { good: 'bg-high', neutral: 'bg-accent', warning: 'bg-medium', bad: 'bg-low', accent: 'bg-accent' } as const;

/** What of a limit is spent, what is set aside, and where it will end as things go: one bar, and the same in words. */
export function BudgetBar({ budget, usage, label }: BudgetBarProps) {
  const inMoney = budget.limit !== null;
  const limit = (inMoney ? budget.limit : budget.tokenLimit) ?? 0;
  const [spent, reserved] = inMoney ? [usage.spent, usage.reserved] : [usage.spentTokens, usage.reservedTokens];
  const say = (value: number) => (inMoney ? formatDollars(value) : `${formatCompact(value)} tokens`);
  const part = (value: number) => (limit <= 0 ? (value > 0 ? 1 : 0) : Math.min(1, Math.max(0, value / limit)));
  const expected = usage.forecast ? (inMoney ? usage.forecast.spent : usage.forecast.tokens) : null;
  const { tone } = fullness(usage);
  return (
    <div className="grid gap-2">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(Math.min(1, usage.share) * 100)}
        aria-valuetext={`${formatPercent(usage.share, 0)}: ${say(spent)} spent, ${say(reserved)} set aside of ${say(limit)}`}
        className="relative h-3 overflow-hidden rounded-full bg-raised"
      >
        <span className={classes('absolute inset-y-0 left-0', FILLS[tone])} style={{ width: `${part(spent) * 100}%` }} />
        <span
          className={classes('absolute inset-y-0 opacity-45', FILLS[tone])}
          style={{ left: `${part(spent) * 100}%`, width: `${(part(spent + reserved) - part(spent)) * 100}%` }}
        />
        {expected === null ? null : (
          <span className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `calc(${part(expected) * 100}% - 1px)` }} />
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
        <span>
          <span className="font-medium text-ink">{say(spent)}</span> spent {WINDOWS[budget.window].within}
        </span>
        {reserved > 0 ? <span>{say(reserved)} set aside</span> : null}
        <span className="sm:ml-auto">
          {say(Math.max(0, limit - spent - reserved))} left of {say(limit)}
        </span>
      </p>
      {usage.forecast ? (
        <p className="text-sm text-muted" title={usage.forecast.basis}>
          {usage.forecast.reachesLimitAt === null
            ? `As things go, ${say(expected ?? 0)} by the end.`
            : `As things go, the limit is reached on ${formatDay(usage.forecast.reachesLimitAt)}.`}
        </p>
      ) : null}
    </div>
  );
}
