import type { BudgetFieldsFragment, BudgetUsageFieldsFragment } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatDay, formatPercent } from '../../ui/format.ts';
import { fullness, WINDOWS } from './budget-words.ts';
import { measuresOf } from './measures.ts';
import type { Measure } from './measures.ts';

interface BudgetBarProps {
  budget: Pick<BudgetFieldsFragment, 'limit' | 'tokenLimit' | 'window'>;
  usage: BudgetUsageFieldsFragment;
  label: string;
}

const FILLS = { good: 'bg-high', neutral: 'bg-accent', warning: 'bg-medium', bad: 'bg-low', accent: 'bg-accent' } as const;

/** What of each limit is spent, what is set aside, and where it will end as things go: a bar, and the same in words. */
export function BudgetBar({ budget, usage, label }: BudgetBarProps) {
  const measures = measuresOf(budget, usage);
  const reached = usage.forecast?.reachesLimitAt ?? null;
  const expected = measures.flatMap(({ expected: end, say }) => (end === null ? [] : [say(end)]));
  return (
    <div className="grid gap-3">
      {measures.map((measure) => (
        <Bar
          key={measure.what}
          measure={measure}
          label={measures.length > 1 ? `${label}, in ${measure.what}` : label}
          within={WINDOWS[budget.window].within}
        />
      ))}
      {usage.forecast ? (
        <p className="text-sm text-muted" title={usage.forecast.basis}>
          {reached === null
            ? `As things go, ${expected.join(' and ')} by the end.`
            : `As things go, the limit is reached on ${formatDay(reached)}.`}
        </p>
      ) : null}
    </div>
  );
}

function Bar({ measure: { limit, spent, reserved, expected, say }, label, within }: { measure: Measure; label: string; within: string }) {
  const part = (value: number) => (limit <= 0 ? (value > 0 ? 1 : 0) : Math.min(1, Math.max(0, value / limit)));
  const share = limit <= 0 ? part(spent) : spent / limit;
  const { tone } = fullness({ share });
  return (
    <div className="grid gap-2">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part(spent) * 100)}
        aria-valuetext={`${formatPercent(share, 0)}: ${say(spent)} spent, ${say(reserved)} set aside of ${say(limit)}`}
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
          <span className="font-medium text-ink">{say(spent)}</span> spent {within}
        </span>
        {reserved > 0 ? <span>{say(reserved)} set aside</span> : null}
        <span className="sm:ml-auto">
          {say(Math.max(0, limit - spent - reserved))} left of {say(limit)}
        </span>
      </p>
    </div>
  );
}
