import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { Expression, FieldRef, Filter, MeasureExpression, Scalar } from '../plan/query-plan.ts';
import { fallbackComputations } from './automatic-revenue.ts';
import type { BoundMetric, MetricComputation, MetricSource } from './bound-metric.ts';
import { parseFormula } from './formula.ts';
import { daysBeforeToday } from '../plan/relative-days.ts';
import { namedFlag } from './named-flag.ts';
import { namedRatio } from './named-ratio.ts';
import type { Formula } from './formula.ts';
import type { Binding, MetricDefinition } from './metric-definition.ts';

class Missing extends Error {
  readonly what: string;
  constructor(what: string) {
    super(what);
    this.what = what;
  }
}

const words = (name: string): string => name.replaceAll(/([A-Z])/g, ' $1').toLowerCase();

/** A canonical attribute, maybe through canonical relations (`product.price`), as this model names it. */
function fieldOf(model: ModelIndex, entity: ModelEntity, dotted: string): FieldRef {
  const steps = dotted.split('.');
  const last = steps.pop() ?? dotted;
  let at = entity;
  for (const step of steps) {
    const target = at.relations.find((relation) => relation.name === step)?.target;
    const next = target === undefined ? null : model.find(target);
    if (next === null) throw new Missing(`${words(step)} of ${at.pluralLabel.toLowerCase()}`);
    at = next;
  }
  const attribute = at.attributes.find((each) => each.canonical === last);
  if (attribute === undefined) throw new Missing(`${words(last)} of ${at.pluralLabel.toLowerCase()}`);
  return { path: steps, attribute: attribute.name };
}

function expressionOf(model: ModelIndex, entity: ModelEntity, formula: Formula): Expression {
  switch (formula.kind) {
    case 'name':
      return { kind: 'field', field: fieldOf(model, entity, formula.name) };
    case 'number':
      return formula;
    case 'days':
      return { kind: 'days', from: fieldOf(model, entity, formula.from), to: fieldOf(model, entity, formula.to) };
    case 'combine':
      return {
        kind: 'arithmetic',
        operator: formula.operator,
        left: expressionOf(model, entity, formula.left),
        right: expressionOf(model, entity, formula.right),
      };
  }
}

function conditionOf(model: ModelIndex, entity: ModelEntity, attribute: string, condition: Binding['where'][string]): Filter {
  const field = fieldOf(model, entity, attribute);
  const equals = (values: Scalar[], negated: boolean): Filter => ({ kind: 'equals', field, values, negated });
  if (Array.isArray(condition)) return equals(condition, false);
  if (typeof condition !== 'object') return equals([condition], false);
  if ('not' in condition) return { kind: 'any', filters: [equals(condition.not, true), { kind: 'blank', field, negated: false }] };
  if ('above' in condition) return { kind: 'compare', of: { kind: 'field', field }, operator: '>', value: condition.above };
  if ('daysAgo' in condition) return { kind: 'time', field, from: null, to: daysBeforeToday(condition.daysAgo) };
  return { kind: 'blank', field, negated: !condition.blank };
}

function computeBinding(model: ModelIndex, binding: Binding): MetricComputation {
  const entity = model.canonical(binding.entity);
  if (entity === null)
    throw new Missing(words(binding.entity).trim() === 'revenue' ? 'payments or invoices' : `${words(binding.entity).trim()} records`);
  const of = binding.of === undefined ? null : expressionOf(model, entity, parseFormula(binding.of));
  const conditions = (where: Binding['where']): Filter[] =>
    Object.entries(where).map(([attribute, condition]) => conditionOf(model, entity, attribute, condition));
  const either: Filter[] = binding.either === undefined ? [] : [{ kind: 'any', filters: binding.either.flatMap(conditions) }];
  const filters = [...conditions(binding.where), ...either];
  const timeField = binding.time === null ? null : fieldOf(model, entity, binding.time);
  const currency = of?.kind === 'field' ? (model.resolve(entity.name, of.field)?.attribute?.currency ?? null) : null;
  return {
    sources: [{ entity: entity.name, filters, timeField }],
    expression: { kind: 'aggregate', source: 0, function: binding.aggregate, of, filters: [] },
    currency,
    note: null,
    certainty: 1,
  };
}

const sameRecords = (a: MetricSource, b: MetricSource): boolean =>
  a.entity === b.entity && JSON.stringify(a.timeField) === JSON.stringify(b.timeField);

/** Moves a metric's conditions into its aggregates, so that metrics on the same records share one source. */
function pushDown(expression: MeasureExpression, from: MetricSource[], into: MetricSource[]): MeasureExpression {
  switch (expression.kind) {
    case 'constant':
      return expression;
    case 'combine':
      return { ...expression, left: pushDown(expression.left, from, into), right: pushDown(expression.right, from, into) };
    case 'aggregate': {
      const source = from[expression.source];
      if (source === undefined) throw new Error('A metric without its source');
      let at = into.findIndex((each) => sameRecords(each, source));
      if (at < 0) at = into.push({ ...source, filters: [] }) - 1;
      return { ...expression, source: at, filters: [...source.filters, ...expression.filters] };
    }
  }
}

/** Filters that every leaf on a source carries go back to the source: plainer SQL, the same numbers. */
function hoist(expression: MeasureExpression, sources: MetricSource[]): MeasureExpression {
  if (expression.kind !== 'aggregate') return expression;
  const source = sources[expression.source];
  if (source === undefined || sources.length > 1) return expression;
  source.filters = expression.filters;
  return { ...expression, filters: [] };
}

function computeFormula(formula: Formula, bound: (name: string) => BoundMetric): MetricComputation {
  const sources: MetricSource[] = [];
  const facts = { currency: null as string | null, note: null as string | null, certainty: 1 };
  const build = (part: Formula): MeasureExpression => {
    if (part.kind === 'number') return { kind: 'constant', value: part.value };
    if (part.kind === 'combine') return { kind: 'combine', operator: part.operator, left: build(part.left), right: build(part.right) };
    if (part.kind === 'days') throw new Error('A metric formula works on metrics');
    const metric = bound(part.name);
    if (metric.computation === null) throw new Missing(metric.missing.join(', '));
    facts.currency ??= metric.computation.currency;
    facts.note ??= metric.computation.note;
    facts.certainty = Math.min(facts.certainty, metric.computation.certainty);
    return pushDown(metric.computation.expression, metric.computation.sources, sources);
  };
  const expression = hoist(build(formula), sources);
  return { sources, expression, ...facts };
}

/** The first way of each set of records: a looser binding on the same records would only lose conditions. */
function distinctComputations(found: MetricComputation[]): MetricComputation[] {
  const seen = new Set<string>();
  return found.filter((computation) => {
    const key = computation.sources.map((source) => source.entity).join();
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Resolves every definition against the model: the first binding whose attributes are mapped wins, formulas inherit their parts.
 * What is missing is kept in people's words, for answers that must decline.
 */
export function bindMetrics(definitions: MetricDefinition[], model: ModelIndex, profile: DataProfile): BoundMetric[] {
  const done = new Map<string, BoundMetric>();
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const attempt = (compute: () => MetricComputation, missing: string[]): MetricComputation | null => {
    try {
      return compute();
    } catch (error) {
      if (!(error instanceof Missing)) throw error;
      missing.push(error.what);
      return null;
    }
  };
  const bind = (name: string): BoundMetric => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const definition = byName.get(name);
    if (definition === undefined) throw new Error(`No metric ${name}`);
    const missing: string[] = [];
    done.set(name, { definition, computation: null, alternatives: [], missing: ['its own definition'] });
    const found = definition.bindings.flatMap((binding) => attempt(() => computeBinding(model, binding), missing) ?? []);
    if (definition.formula !== undefined) {
      const formula = parseFormula(definition.formula);
      found.push(...[attempt(() => computeFormula(formula, bind), missing) ?? []].flat());
    }
    found.push(...namedRatio(definition, model), ...namedFlag(definition, model), ...fallbackComputations(definition.name, model, profile));
    const [computation = null, ...alternatives] = distinctComputations(found);
    const bound: BoundMetric = {
      definition,
      computation,
      alternatives,
      missing: computation === null ? [...new Set(missing.length === 0 ? [definition.needs] : missing)] : [],
    };
    done.set(name, bound);
    return bound;
  };
  return definitions.map((definition) => bind(definition.name));
}
