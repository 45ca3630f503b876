import type { CalendarGrain, MetricWatchKind, WatchDirection, WatchFieldsFragment } from '../../gql/graphql.ts';
import { formatPercent, formatValue } from '../../ui/format.ts';

export const WATCH_KINDS: Record<MetricWatchKind, string> = {
  THRESHOLD: 'passes a limit',
  CHANGE: 'moves by a share',
  ANOMALY: 'is unusual',
};

export const WATCH_DIRECTIONS: Record<WatchDirection, string> = { ABOVE: 'upwards', BELOW: 'downwards', EITHER: 'either way' };

export const GRAINS: Record<CalendarGrain, string> = { DAY: 'day', WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' };

/** What a watch waits for, in words. */
export function waitsFor({ kind, direction, threshold, grain, metric }: WatchFieldsFragment): string {
  const way = WATCH_DIRECTIONS[direction];
  const each = `told per ${GRAINS[grain]}`;
  if (kind === 'ANOMALY') return `is unusual ${way}, ${each}`;
  if (threshold === null) return `${WATCH_KINDS[kind]} ${way}, ${each}`;
  if (kind === 'CHANGE') return `moves by ${formatPercent(threshold, 1)} ${way}, ${each}`;
  const limit = metric ? formatValue(threshold, metric.unit) : String(threshold);
  const passes = direction === 'ABOVE' ? 'is above' : direction === 'BELOW' ? 'is below' : 'passes';
  return `${passes} ${limit}, ${each}`;
}
