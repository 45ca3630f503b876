import type { RunQuery } from '../answer/answer-types.ts';
import { formatValue, toNumber } from '../answer/format.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { shownSql } from '../answer/limits.ts';
import { labelOf } from '../language/calendar.ts';
import { barePlan } from '../plan/bare-plan.ts';
import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { FieldRef, Period, QueryPlan } from '../plan/query-plan.ts';
import { settleDays } from '../plan/relative-days.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { settleMoney } from '../sql/money.ts';
import type { BoundMetric } from './bound-metric.ts';
import { metricPlan } from './metric-plan.ts';
import { MetricTested, MetricTestRow } from './own-metric.type.ts';

const MAX_TEST_ROWS = 20;
const MAX_TEST_COLUMNS = 8;

const samePlace = (a: FieldRef) => (b: FieldRef) => JSON.stringify(a) === JSON.stringify(b);

/** The records of a plan's first source, with the fields that the number is computed of. */
function recordsPlan(plan: QueryPlan): QueryPlan | null {
  const [source] = plan.sources;
  if (source === undefined) return null;
  const read = fieldsOfPlan(plan)
    .filter(({ entity, field }) => entity === source.entity && field.attribute !== 'id')
    .map(({ field }) => field);
  const columns = [{ path: [], attribute: 'id' }, ...read.filter((field, at) => read.findIndex(samePlace(field)) === at)];
  const { span: _span, shift: _shift, ...plain } = source;
  return { ...barePlan('list', [plain]), columns: columns.slice(0, MAX_TEST_COLUMNS), period: plan.period, limit: MAX_TEST_ROWS };
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Computes a metric that is not saved yet, and shows some of the records behind it, as the viewer may see them. */
export async function testMetric(
  knowledge: Knowledge,
  run: RunQuery,
  { bound, from, to, today }: { bound: BoundMetric; from: string | null; to: string | null; today: string },
): Promise<MetricTested> {
  const { computation, definition } = bound;
  if (computation === null) throw new Error('A metric that cannot be computed is not tested');
  const label = from !== null && to !== null ? labelOf(from, to) : 'the period';
  const period: Period | null = from === null && to === null ? null : { from, to, label, relative: false };
  const plan = settleMoney(settleDays(metricPlan(bound, computation, period), today), knowledge.model);
  const compiled = compilePlan(plan, knowledge.model);
  const value = toNumber((await run(compiled))[0]?.['m0']);
  const currency = plan.measures[0]?.currency ?? null;
  const records = recordsPlan(plan);
  const rows = records === null ? [] : await run(compilePlan(records, knowledge.model));
  const counted = records === null ? [] : await run(compilePlan(countPlan(records), knowledge.model));
  const entity = plan.sources[0]?.entity ?? '';
  return Object.assign(new MetricTested(), {
    value,
    formattedValue: formatValue(value, definition.unit, currency),
    unit: definition.unit,
    currency,
    sql: shownSql(knowledge, plan, compiled),
    recordCount: toNumber(counted[0]?.['m0']) ?? 0,
    columns: (records?.columns ?? []).map((field) => {
      const at = knowledge.model.resolve(entity, field);
      return field.attribute === 'id' ? (at?.entity.label ?? entity) : (at?.attribute?.label ?? field.attribute);
    }),
    rows: rows
      .slice(0, MAX_TEST_ROWS)
      .map((row) => Object.assign(new MetricTestRow(), { cells: (records?.columns ?? []).map((_, index) => cellOf(row[`c${index}`])) })),
  });
}

function countPlan(records: QueryPlan): QueryPlan {
  return {
    ...records,
    shape: 'value',
    columns: [],
    measures: [
      {
        id: 'count',
        label: 'Records',
        unit: 'COUNT',
        currency: null,
        metric: null,
        expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] },
      },
    ],
  };
}
