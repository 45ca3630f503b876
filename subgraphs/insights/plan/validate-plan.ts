import type { ModelIndex } from '../model/model-index.ts';
import { isFanned, isNumeric, isTemporal } from '../model/model-index.ts';
import { aggregatesOf, fieldsOfExpression } from './plan-walk.ts';
import { queryPlanSchema } from './query-plan.ts';
import type { Expression, FieldRef, Filter, QueryPlan } from './query-plan.ts';

type Report = (problem: string) => void;

function checkField(model: ModelIndex, entity: string, field: FieldRef, report: Report, want?: 'number' | 'time'): void {
  if (isFanned(field.path)) return report(`${[entity, ...field.path].join('.')} leads to several records`);
  return checkKey(model, entity, field, report, want);
}

/** What records are grouped by, and only that, may lie across a link the other way round, once. */
function checkKey(model: ModelIndex, entity: string, field: FieldRef, report: Report, want?: 'number' | 'time'): void {
  const found = model.resolve(entity, field);
  const name = [entity, ...field.path, field.attribute].join('.');
  if (found === null) return report(`${name} does not exist`);
  if (field.path.filter((step) => isFanned([step])).length > 1) return report(`${name} leads back more than once`);
  if (want === undefined) return undefined;
  if (found.attribute === null) return report(`${name} is a record, not a ${want}`);
  if (want === 'number' && !isNumeric(found.attribute)) return report(`${name} is not a number one may compute with`);
  if (want === 'time' && !isTemporal(found.attribute)) return report(`${name} is not a date`);
  return undefined;
}

function checkExpression(model: ModelIndex, entity: string, expression: Expression, report: Report): void {
  switch (expression.kind) {
    case 'field':
      return checkField(model, entity, expression.field, report, 'number');
    case 'number':
      return undefined;
    case 'grain':
      return report(`${entity}: a period is not a number`);
    case 'days':
      checkField(model, entity, expression.from, report, 'time');
      return checkField(model, entity, expression.to, report, 'time');
    case 'arithmetic':
      checkExpression(model, entity, expression.left, report);
      return checkExpression(model, entity, expression.right, report);
  }
}

function checkRelated(model: ModelIndex, entity: string, filter: Extract<Filter, { kind: 'related' }>, report: Report): void {
  const end = model.resolve(filter.entity, { path: filter.relation, attribute: 'id' });
  if (end?.entity.name !== entity) return report(`${filter.entity}.${filter.relation.join('.')} does not lead to ${entity}`);
  for (const inner of filter.filters) checkFilter(model, filter.entity, inner, report);
  return undefined;
}

function checkNested(model: ModelIndex, entity: string, filter: Extract<Filter, { kind: 'nested' }>, report: Report): void {
  const { set, operator } = filter;
  const number = operator === 'in' && set.function === null ? undefined : 'number';
  checkField(model, entity, filter.field, report, number);
  if (model.find(set.entity) === null) return report(`${set.entity} is not an entity of the model`);
  checkField(model, set.entity, set.field, report, number);
  if ((operator === 'in') !== (set.function === null)) report(`${set.entity}: values are looked for in a set, numbers are compared`);
  for (const inner of set.filters) checkFilter(model, set.entity, inner, report);
  const [mine, theirs] = [model.resolve(entity, filter.field), model.resolve(set.entity, set.field)];
  if (number === undefined && (mine?.attribute?.type ?? mine?.entity.name) !== (theirs?.attribute?.type ?? theirs?.entity.name))
    report(`${entity}.${filter.field.attribute} cannot be one of ${set.entity}.${set.field.attribute}`);
  const { counted } = set;
  if (counted === null) return undefined;
  checkRelated(model, set.entity, { kind: 'related', ...counted, negated: false }, report);
  if ((counted.direction === null) === (counted.operator === null)) report(`${counted.entity}: the most, the fewest, or so many`);
  return (counted.operator === null) === (counted.value === null) ? undefined : report(`${counted.entity}: so many as what`);
}

function checkFilter(model: ModelIndex, entity: string, filter: Filter, report: Report): void {
  switch (filter.kind) {
    case 'compare':
      return checkExpression(model, entity, filter.of, report);
    case 'related':
      return checkRelated(model, entity, filter, report);
    case 'nested':
      return checkNested(model, entity, filter, report);
    case 'any':
      return filter.filters.forEach((inner) => checkFilter(model, entity, inner, report));
    case 'time':
    case 'datePart':
      return checkField(model, entity, filter.field, report, 'time');
    case 'equals':
    case 'text':
    case 'blank':
      return checkField(model, entity, filter.field, report);
  }
}

function checkSources(plan: QueryPlan, model: ModelIndex, report: Report): void {
  for (const source of plan.sources) {
    if (model.find(source.entity) === null) {
      report(`${source.entity} is not an entity of the model`);
      continue;
    }
    for (const filter of source.filters) checkFilter(model, source.entity, filter, report);
    source.keys.forEach((key, index) =>
      checkKey(model, source.entity, key, report, plan.groupBy[index]?.grain == null ? undefined : 'time'),
    );
    if (source.keys.length !== plan.groupBy.length)
      report(`${source.entity} has ${source.keys.length} keys for ${plan.groupBy.length} dimensions`);
    if (source.timeField !== null) checkField(model, source.entity, source.timeField, report, 'time');
    if (source.shift !== undefined && plan.period === null && !plan.groupBy.some(({ grain }) => grain !== null))
      report(`${source.entity} is held against a period before, and there is no period`);
    if (source.timeField === null && (plan.period !== null || plan.compare !== null)) report(`${source.entity} has no date for the period`);
  }
}

function checkMeasures(plan: QueryPlan, model: ModelIndex, report: Report): void {
  for (const measure of plan.measures) {
    for (const leaf of aggregatesOf(measure.expression)) {
      const source = plan.sources[leaf.source];
      if (source === undefined || model.find(source.entity) === null) {
        report(`${measure.label} reads a source that is not there`);
        continue;
      }
      for (const filter of leaf.filters) checkFilter(model, source.entity, filter, report);
      if ((leaf.function === 'correlation') !== (leaf.with !== undefined))
        report(`${measure.label}: a correlation, and only that, needs two numbers`);
      if (leaf.with !== undefined) checkExpression(model, source.entity, leaf.with, report);
      if (leaf.of === null) {
        if (leaf.function !== 'count') report(`${measure.label}: ${leaf.function} of nothing`);
      } else if (
        leaf.function === 'count' ||
        leaf.function === 'countDistinct' ||
        ((leaf.function === 'min' || leaf.function === 'max') && leaf.of.kind === 'field')
      ) {
        for (const field of fieldsOfExpression(leaf.of))
          checkField(model, source.entity, field, report, leaf.of.kind === 'grain' ? 'time' : undefined);
      } else checkExpression(model, source.entity, leaf.of, report);
    }
  }
}

function checkShape(plan: QueryPlan, model: ModelIndex, report: Report): void {
  const listed = plan.sources[0];
  if (plan.shape === 'list' && plan.columns.length === 0) report('A list needs columns');
  if (plan.shape === 'list' && (plan.sources.length > 1 || plan.groupBy.length > 0)) report('A list reads one source, ungrouped');
  if (plan.shape !== 'list' && plan.measures.length === 0) report('Nothing to compute');
  if (plan.shape === 'value' && plan.groupBy.length > 0) report('One value has no dimensions');
  if (plan.shape === 'groups' && plan.groupBy.length === 0) report('Groups need a dimension');
  if (listed !== undefined) for (const column of plan.columns) checkField(model, listed.entity, column, report);
  const lengths = { measure: plan.measures.length, dimension: plan.groupBy.length, column: plan.columns.length };
  for (const order of plan.order) if (order.index >= lengths[order.by]) report(`There is no ${order.by} ${order.index} to order by`);
  for (const having of plan.having) if (having.measure >= plan.measures.length) report('A condition on a measure that is not there');
  if (plan.period?.from != null && plan.period.to !== null && plan.period.from >= plan.period.to) report('The period is empty');
}

/**
 * Checks a plan against the tenant's model: shape, references, types, join directions. Nothing is compiled unless this returns no problem.
 * Never throws; the problems are for logs and tests, not for people.
 */
export function validatePlan(
  candidate: unknown,
  model: ModelIndex,
): { plan: QueryPlan; problems: [] } | { plan: null; problems: string[] } {
  const parsed = queryPlanSchema.safeParse(candidate);
  if (!parsed.success) return { plan: null, problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const problems: string[] = [];
  const report: Report = (problem) => void problems.push(problem);
  checkSources(parsed.data, model, report);
  checkMeasures(parsed.data, model, report);
  checkShape(parsed.data, model, report);
  return problems.length > 0 ? { plan: null, problems } : { plan: parsed.data, problems: [] };
}
