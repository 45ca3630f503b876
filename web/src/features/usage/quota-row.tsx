import type { LimitsQuery } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { formatCount, formatMoment, formatPercent } from '../../ui/format.ts';
import { MEASURES, PERIODS } from './words.ts';

type Quota = LimitsQuery['limits']['quotas'][number];

/** From here on somebody should look. */
const NEAR = 0.8;

/** One quota: what was used of it, as a bar and in words. */
export function QuotaRow({ quota }: { quota: Quota }) {
  const { label, hint } = MEASURES[quota.measure];
  const share = quota.maximum === null || quota.maximum === 0 ? null : Math.min(1, quota.used / quota.maximum);
  const state = share === null ? '' : share >= 1 ? 'Used up' : share >= NEAR ? 'Nearly used up' : '';
  return (
    <li className="grid gap-1.5" data-quota={quota.measure} data-used={quota.used}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <span className="font-medium">{label}</span> <span className="text-sm text-muted">{PERIODS[quota.period]}</span>
        </p>
        <p className="text-sm">
          <strong className="font-semibold">{formatCount(quota.used)}</strong>{' '}
          <span className="text-muted">
            {quota.maximum === null
              ? 'used, no limit'
              : `of ${formatCount(quota.maximum)}${share === null ? '' : ` (${formatPercent(share, 0)})`}`}
          </span>
        </p>
      </div>
      {share === null ? null : (
        <div aria-hidden className="h-2 overflow-hidden rounded-full bg-raised">
          <div
            className={classes('h-full rounded-full', share >= 1 ? 'bg-low' : share >= NEAR ? 'bg-medium' : 'bg-accent')}
            style={{ width: `${Math.max(share > 0 ? 1 : 0, share * 100)}%` }}
          />
        </div>
      )}
      <p className="text-sm text-muted">
        {state ? (
          <span className={share !== null && share >= 1 ? 'font-medium text-low' : 'font-medium text-medium'}>{state}. </span>
        ) : null}
        {hint}. {quota.maximum === null ? '' : `Begins anew on ${formatMoment(quota.resetsAt)}.`}
      </p>
    </li>
  );
}
