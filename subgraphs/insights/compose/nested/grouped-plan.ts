import type { Dimension, Expression, FieldRef, Filter, MeasureExpression, QueryPlan, Source } from '../../plan/query-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { ID, recordSet } from './links.ts';
import type { Meant } from './read-nested.ts';
import { nameOf } from './read-nested.ts';

/** Records from which both what is measured and what it is grouped by are reached without counting anything twice. */
interface Ground {
  entity: string;
  toMeasured: string[];
  toKey: string[];
}

/** The nearest entity that leads to both; the measured one itself where it leads to the key. */
function groundOf(context: Context, measured: string, key: string): Ground | null {
  const found = context.model.model.entities.flatMap(({ name, relations }): (Ground & { length: number })[] => {
    const paths = context.model.paths(name);
    return paths
      .filter((path) => path.target === measured)
      .flatMap((one) =>
        paths
          .filter((path) => path.target === key && (path.relations.length > 0 || name === measured || key === name))
          .filter((path) => one.relations.length === 0 || path.relations.length === 0 || one.relations[0] !== path.relations[0])
          .map((other) => ({
            entity: name,
            toMeasured: one.relations,
            toKey: other.relations,
            length: one.relations.length * 1.5 + other.relations.length + (relations.length > 3 ? 0.1 : 0),
          })),
      );
  });
  return found.toSorted((a, b) => a.length - b.length)[0] ?? null;
}

/** The plan of one number told for each of what it is grouped by; null where nothing leads to both. */
export function groupedPlan(context: Context, plan: QueryPlan, keys: readonly Meant[]): QueryPlan | null {
  const [measure] = plan.measures;
  const [source] = plan.sources;
  if (plan.shape !== 'value' || measure?.expression.kind !== 'aggregate' || source === undefined || plan.sources.length > 1) return null;
  const { expression } = measure;
  const grounds = keys.flatMap((key) => {
    const ground = groundOf(context, source.entity, key.entity);
    return ground === null ? [] : [{ key, ground, cost: ground.toMeasured.length * 1.5 + ground.toKey.length - key.score }];
  });
  const best = grounds.toSorted((a, b) => a.cost - b.cost)[0];
  if (best === undefined) return null;
  const { key, ground } = best;
  const attribute = key.attribute ?? null;
  const label =
    attribute === null ? context.model.entity(key.entity).label : (context.model.attribute(key.entity, attribute)?.label ?? attribute);
  const dimension: Dimension = { label, grain: null, entity: null, keepBlank: false };
  const field: FieldRef = { path: ground.toKey, attribute: attribute ?? nameOf(context, key.entity) ?? ID };
  const filters: Filter[] =
    ground.toMeasured.length === 0 || source.filters.length === 0
      ? source.filters
      : [{ kind: 'nested', field: { path: ground.toMeasured, attribute: ID }, operator: 'in', negated: false, set: recordSet({ entity: source.entity, filters: source.filters, counted: null }, { path: [], attribute: ID }) }]; // prettier-ignore
  const made: Source = { entity: ground.entity, filters, timeField: null, keys: [field] };
  return {
    ...plan,
    shape: 'groups',
    sources: [made],
    measures: [{ ...measure, expression: moved(expression, ground.toMeasured) }],
    groupBy: [dimension],
    order: [{ by: 'measure', index: 0, direction: 'desc' }],
    limit: MAX_ROWS,
  };
}

/** The same number, told of records that lead to those it was told of. */
function moved(expression: Extract<MeasureExpression, { kind: 'aggregate' }>, path: string[]): MeasureExpression {
  if (path.length === 0) return expression;
  if (expression.of === null) return { ...expression, function: 'countDistinct', of: { kind: 'field', field: { path, attribute: ID } } };
  const deeper = (of: Expression): Expression =>
    of.kind === 'field' ? { kind: 'field', field: { path: [...path, ...of.field.path], attribute: of.field.attribute } } : of;
  return { ...expression, of: deeper(expression.of) };
}
