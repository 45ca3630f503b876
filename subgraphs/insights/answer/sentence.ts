import type { Expression, FieldRef, Filter, Period, QueryPlan } from '../plan/query-plan.ts';
import { fieldsOfExpression } from '../plan/plan-walk.ts';
import type { DeltaFacts } from './answer-types.ts';
import { formatBucket, formatValue } from './format.ts';
import { stem } from '../language/stem.ts';
import { inSentence, isPlural } from '../suggest/question-for.ts';
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
/** Grains that come round again: their first and last tell no story. */
const RECURRING = new Set(['weekday', 'monthOfYear', 'hour']);

function fieldLabel(knowledge: Knowledge, entity: string, filter: Extract<Filter, { kind: 'equals' | 'blank' | 'text' }>): string {
  const at = knowledge.model.resolve(entity, filter.field);
  const isTitle = at !== null && at.attribute !== null && at.entity.titleAttribute === at.attribute.name;
  return ((isTitle ? at.entity.label : at?.attribute?.label) ?? at?.entity.label ?? filter.field.attribute).toLowerCase();
}

/** The field that another one is held against: of a difference that is more or less than nothing. */
const heldAgainst = (of: Expression): FieldRef | null =>
  of.kind === 'arithmetic' && of.operator === '-' && of.left.kind === 'field' && of.right.kind === 'field' ? of.right.field : null;

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
      const attribute = field === undefined ? null : (knowledge.model.resolve(entity, field)?.attribute ?? null);
      const label = attribute?.label.toLowerCase() ?? 'value';
      const other = filter.value === 0 ? heldAgainst(filter.of) : null;
      const limit = other === null ? null : (knowledge.model.resolve(entity, other)?.attribute ?? null);
      if (limit !== null) return `${label} ${COMPARED[filter.operator] ?? filter.operator} ${limit.label.toLowerCase()}`;
      if (attribute?.type === 'INTEGER' && attribute.semantic === 'CATEGORY')
        return `${label} ${filter.operator === '>=' ? 'from' : filter.operator === '<' ? 'before' : filter.operator} ${filter.value}`;
      return `${label} ${COMPARED[filter.operator] ?? filter.operator} ${formatValue(filter.value, 'NUMBER', null) ?? ''}`;
    }
    case 'related': {
      const conditions = filter.filters.flatMap((each) => filterText(knowledge, filter.entity, each) ?? []);
      const of = conditions.length === 0 ? '' : ` of ${conditions.join(', ')}`;
      return `${filter.negated ? 'without' : 'with'} ${knowledge.model.entity(filter.entity).pluralLabel.toLowerCase()}${of}`;
    }
    case 'nested':
      return nestedText(knowledge, entity, filter);
    case 'datePart':
    case 'time':
    case 'any':
      return null;
  }
}

const RANKED = { min: 'lowest', max: 'highest', average: 'average', sum: 'total' } as const;

/** `length = highest of rivers with state texas`. */
function nestedText(knowledge: Knowledge, entity: string, { field, operator, negated, set }: Extract<Filter, { kind: 'nested' }>): string {
  const at = knowledge.model.resolve(entity, field);
  const records = knowledge.model.entity(set.entity).pluralLabel.toLowerCase();
  const conditions = set.filters.flatMap((each) => filterText(knowledge, set.entity, each) ?? []);
  const { counted } = set;
  const related = counted === null ? '' : knowledge.model.entity(counted.entity).pluralLabel.toLowerCase();
  if (counted?.direction != null) conditions.push(`the ${counted.direction === 'desc' ? 'most' : 'fewest'} ${related}`);
  if (counted?.operator != null) conditions.push(`${related} ${COMPARED[counted.operator] ?? counted.operator} ${counted.value ?? 0}`);
  const of = `${records}${conditions.length === 0 ? '' : ` with ${conditions.join(', ')}`}`;
  const label = (at?.attribute?.label ?? at?.entity.label ?? field.attribute).toLowerCase();
  if (set.function === null) return `${label} ${negated ? 'not ' : ''}among ${of}`;
  return operator === '=' ? `the ${RANKED[set.function]} ${label} of ${of}` : `${label} ${operator} the ${RANKED[set.function]} of ${of}`;
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

/** Whether a number is spoken of as several: `costs are`, `gross profit is`. */
export const isMany = (label: string): boolean => /[a-z]s$/.test(label) && !/ss$|^(?:average|highest|lowest|median|share) /i.test(label);

/** One sentence for one number. */
export function valueSentence(label: string, plan: QueryPlan, formatted: string | null, delta: string, conditions: string): string {
  const where = `${periodText(plan.period)}${conditions}`;
  if (formatted === null) return `There is no ${inSentence(label)}${where}.`;
  const past = plan.period !== null && !plan.period.label.startsWith('this');
  if (plan.measures[0]?.unit === 'COUNT' && isPlural(label) && (plan.measures[0].metric !== null || label.startsWith('Number of '))) {
    const one = formatted === '1';
    return `There ${past ? 'were' : one ? 'is' : 'are'} ${formatted} ${one ? inSentence(label.replace(/^Number of /, '')).replace(/^(\S+s)(?= )|\S+$/, stem) : inSentence(label.replace(/^Number of /, ''))}${where}${delta}.`;
  }
  const many = isMany(label);
  return `${label}${where} ${many ? (past ? 'were' : 'are') : past ? 'was' : 'is'} ${formatted}${delta}.`;
}

/** `the highest number of orders`: a count is spoken of as one. */
const counted = (label: string, plan: QueryPlan): string =>
  `${plan.measures[0]?.unit === 'COUNT' && /^(?!number of|units|quantity|total).*s$/i.test(label) ? 'number of ' : ''}${inSentence(label)}`;

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
  const timed = plan.groupBy.some((dimension) => dimension.grain !== null && !RECURRING.has(dimension.grain));
  if (plan.limit === 1)
    return `${first.label} has the ${plan.order[0]?.direction === 'asc' ? 'lowest' : 'highest'} ${counted(label, plan)}${where}: ${first.value ?? 'none'}.`;
  if (timed) {
    // Moments that say nothing are no beginning and no end.
    const told = shown.filter(({ value }) => value !== null);
    const [from = first, to = first] = [told[0], told.at(-1)];
    return `${label} by ${by}${where}: from ${from.value ?? 'none'} in ${from.label} to ${to.value ?? 'none'} in ${to.label}.`;
  }
  return `${label} by ${by}${where}: ${named}${total > NAMED_ROWS ? `, and ${total - NAMED_ROWS} more` : ''}.`;
}

export interface Listed {
  noun: { one: string; many: string };
  /** Titles of the records, first first. */
  titles: string[];
  total: number;
  truncated: boolean;
  /** The one thing asked about a single record: label and value. */
  fact: { label: string; value: string } | null;
}

/** One sentence for a list of records; of a single record, what was asked about it. */
export function listSentence(plan: QueryPlan, { noun, titles, total, truncated, fact }: Listed, conditions: string): string {
  const where = `${periodText(plan.period)}${conditions}`;
  const [first] = titles;
  if (first === undefined) return `There are no ${inSentence(noun.many)}${where}.`;
  if (total === 1 && fact !== null) return `${first}: ${inSentence(fact.label)} ${fact.value}.`;
  const named = titles.slice(0, NAMED_ROWS).join(', ');
  const count = formatValue(total, 'COUNT', null) ?? '';
  const others = total > NAMED_ROWS ? `, and ${truncated ? '' : `${formatValue(total - NAMED_ROWS, 'COUNT', null) ?? ''} `}more` : '';
  return `${truncated ? `More than ${count}` : count} ${inSentence(total === 1 ? noun.one : noun.many)}${where}: ${named}${others}.`;
}
