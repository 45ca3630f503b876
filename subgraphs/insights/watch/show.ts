import type { Knowledge } from '../answer/knowledge.ts';
import { periodName } from '../analysis/history.ts';
import type { ForecastGrain } from '../analysis/forecast.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import { metricOf } from '../metrics/metric.type.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import type { MetricAlertRow, MetricWatchRow, WatchKindName } from './watch.entity.ts';
import { MetricAlert, MetricWatch } from './watch.type.ts';

const PERCENT = 100;

/** A watch as the graph shows it. */
export function watchShown(knowledge: Knowledge, row: MetricWatchRow): MetricWatch {
  const { id, name, kind, direction, threshold, grain, paused, createdBy, createdAt } = row;
  const bound = knowledge.metrics.get(row.metric);
  return Object.assign(new MetricWatch(), {
    id,
    name,
    metric: bound === undefined ? null : metricOf(knowledge, bound),
    kind,
    direction,
    threshold: threshold != null && kind === 'CHANGE' ? threshold * PERCENT : threshold,
    grain: grain.toUpperCase() as ForecastGrain,
    paused,
    createdBy: Object.assign(new User(), { id: createdBy }),
    createdAt,
  });
}

/** What was found, without the value: who may see it reads it. */
export function alertText(label: string, kind: WatchKindName | null, direction: 'ABOVE' | 'BELOW', period: string): string {
  const up = direction === 'ABOVE';
  if (kind === 'CHANGE') return `${label} ${up ? 'rose' : 'fell'} by more than was set, in ${period}.`;
  if (kind === 'ANOMALY') return `${label} was unusually ${up ? 'high' : 'low'} in ${period}.`;
  return `${label} was ${up ? 'above' : 'below'} what was set, in ${period}.`;
}

/** An alert as the graph shows it. */
export function alertShown(knowledge: Knowledge, { alert, watch }: { alert: MetricAlertRow; watch: MetricWatchRow | null }): MetricAlert {
  const grain: CalendarUnit = watch?.grain ?? 'day';
  const period = periodName(alert.point, grain);
  const label = knowledge.metrics.get(alert.metric)?.definition.label ?? alert.metric;
  return Object.assign(new MetricAlert(), {
    id: alert.id,
    watch: watch === null ? null : watchShown(knowledge, watch),
    text: alertText(label, watch?.kind ?? null, alert.direction, period),
    direction: alert.direction,
    period,
    start: alert.point,
    at: alert.alertedAt,
    metricName: alert.metric,
    grainName: grain,
  });
}
