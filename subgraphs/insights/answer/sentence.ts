import type { Filter, Period, QueryPlan } from '../plan/query-plan.ts';
import { fieldsOfExpression } from '../plan/plan-walk.ts';
import type { DeltaFacts } from './answer-types.ts';
import { formatBucket, formatValue } from './format.ts';
import type { Knowledge } from './knowledge.ts';

const COMPARED: Record<string, string> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'over',
  '>=': 'at least',
  '=': 'of exactly',
  '<>': 'other than',
};
const NAMED_ROWS = 3;

function fieldLabel(knowledge: Knowledge, entity: string, filter: Extract<Filter, { kind: 'equals' | 'blank' | 'text' }>): string {
  const at = knowledge.model.resolve(entity, filter.field);
  return (at?.attribute?.label ?? at?.entity.label ?? filter.field.attribute).toLowerCase();
}

function filterText(knowledge: Knowledge, entity: string, filter: Filter): string | null {
  switch (filter.kind) {
    case 'equals':
      return `${fieldLabel(knowledge, entity, filter)} ${filter.negated ? 'not ' : ''}${filter.values.map((value) => formatBucket(value, null)).join(' or ')}`;
    case 'blank':
      return filter.negated ? null : `no ${fieldLabel(knowledge, entity, filter)}`;
    case 'text':
      return `${fieldLabel(knowledge, entity, filter)} ${filter.negated ? 'not ' : ''}${filter.match} "${filter.text}"`;
    case 'compare': {
      const field = fieldsOfExpression(filter.of)[0];
      const label = field === undefined ? 'value' : (knowledge.model.resolve(entity, field)?.attribute?.label.toLowerCase() ?? 'value');
      return `${label} ${COMPARED[filter.operator] ?? filter.operator} ${formatValue(filter.value, 'NUMBER', null) ?? ''}`;
    }
    case 'related':
      return `${filter.negated ? 'without' : 'with'} ${knowledge.model.entity(filter.entity).pluralLabel.toLowerCase()}`;
    case 'datePart':
    case 'time':
    case 'any':
      return null;
  }
}

/** The question's own conditions in words; those a metric always carries are its definition, not news. */
export function conditionText(knowledge: Knowledge, plan: QueryPlan, metricFilters: Filter[]): string {
  const source = plan.sources[0];
  if (source === undefined) return '';
  const known = new Set(metricFilters.map((filter) => JSON.stringify(filter)));
  const parts = source.filters
    .filter((filter) => !known.has(JSON.stringify(filter)))
    .flatMap((filter) => filterText(knowledge, source.entity, filter) ?? []);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** `in Q4 2017`, `since June 2016`, `last month`. */
export function periodText(period: Period | null): string {
  if (period === null) return '';
  if (/^(?:since|before|after|until|last|this|today|yesterday)/.test(period.label)) return ` ${period.label}`;
  return / to /.test(period.label) ? ` from ${period.label}` : ` in ${period.label}`;
}

/** `, down 6.0 % on Q3 2017 (2,982,255)`. */
export function deltaText(delta: DeltaFacts | null, unit: QueryPlan['measures'][number]['unit'], currency: string | null): string {
  if (delta === null) return '';
  const previous = formatValue(delta.previousValue, unit, currency);
  if (delta.absolute === 0) return `, the same as in ${delta.versus}`;
  const moved = delta.absolute > 0 ? 'up' : 'down';
  if (unit === 'PERCENT') return `, ${moved} ${Math.abs(delta.absolute * 100).toFixed(2)} points on ${delta.versus} (${previous})`;
  return delta.relative === null
    ? `, ${moved} from ${previous} in ${delta.versus}`
    : `, ${moved} ${Math.abs(delta.relative * 100).toFixed(1)} % on ${delta.versus} (${previous})`;
}

interface Shown {
  label: string;
  value: string | null;
}

/** One sentence for one number. */
export function valueSentence(label: string, plan: QueryPlan, formatted: string | null, delta: string, conditions: string): string {
  const plural = plan.measures[0]?.unit === 'COUNT' && /s$/.test(label) && !/^Number of|^Total|status$/i.test(label);
  const verb = plan.period === null || plan.period.label.startsWith('this') ? (plural ? 'are' : 'is') : plural ? 'were' : 'was';
  if (formatted === null) return `There is no ${label.toLowerCase()}${periodText(plan.period)}${conditions}.`;
  return `${label}${periodText(plan.period)}${conditions} ${verb} ${formatted}${delta}.`;
}

/** One sentence for a table of groups: who leads, who follows. */
export function groupsSentence(label: string, plan: QueryPlan, shown: Shown[], total: number, conditions: string): string {
  const by = plan.groupBy.map((dimension) => dimension.label.toLowerCase()).join(' and ');
  const where = `${periodText(plan.period)}${conditions}`;
  const [first] = shown;
  if (first === undefined) return `There is no ${label.toLowerCase()}${where}.`;
  const named = shown
    .slice(0, NAMED_ROWS)
    .map((each) => `${each.label} (${each.value ?? 'none'})`)
    .join(', ');
  const timed = plan.groupBy.some((dimension) => dimension.grain !== null);
  if (plan.limit === 1)
    return `${first.label} has the ${plan.order[0]?.direction === 'asc' ? 'lowest' : 'highest'} ${label.toLowerCase()}${where}: ${first.value ?? 'none'}.`;
  if (timed)
    return `${label} by ${by}${where}: from ${first.value ?? 'none'} in ${first.label} to ${shown.at(-1)?.value ?? 'none'} in ${shown.at(-1)?.label ?? ''}.`;
  return `${label} by ${by}${where}: ${named}${total > NAMED_ROWS ? `, and ${total - NAMED_ROWS} more` : ''}.`;
}

/** One sentence for a list of records. */
export function listSentence(
  noun: { one: string; many: string },
  plan: QueryPlan,
  titles: string[],
  total: number,
  truncated: boolean,
  conditions: string,
): string {
  const where = `${periodText(plan.period)}${conditions}`;
  if (total === 0) return `There are no ${noun.many.toLowerCase()}${where}.`;
  const named = titles.slice(0, NAMED_ROWS).join(', ');
  return `${truncated ? 'More than ' : ''}${formatValue(total, 'COUNT', null)} ${(total === 1 ? noun.one : noun.many).toLowerCase()}${where}: ${named}${total > NAMED_ROWS ? ', …' : ''}.`;
}
