import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { isNumeric, isTemporal } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { Expression, FieldRef, Filter, Scalar, Span } from '../plan/query-plan.ts';
import { fallbackComputations } from './automatic-revenue.ts';
import type { BoundMetric, MetricComputation } from './bound-metric.ts';
import { computeFormula } from './bind-formula.ts';
import { Missing } from './missing.ts';
import { parseFormula } from './formula.ts';
import { daysBeforeToday } from '../plan/relative-days.ts';
import { inForce } from './in-force.ts';
import { namedFlag } from './named-flag.ts';
import { namedRatio } from './named-ratio.ts';
import { flowOfDefinition, Sheets } from './sheet-metrics.ts';
import type { Formula } from './formula.ts';
import type { Binding, MetricDefinition } from './metric-definition.ts';

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
  if (last === 'id') return { path: steps, attribute: 'id' };
  const attribute = at.attributes.find((each) => each.canonical === last) ?? at.attributes.find((each) => each.name === last);
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
    case 'before':
    case 'running':
    case 'periodDays':
      throw new Missing('a number of each record: what is of a period belongs into the formula of a metric');
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
  const of = model.resolve(entity.name, field)?.attribute;
  const written = (value: Scalar): Scalar =>
    of?.type === 'BOOLEAN' && typeof value === 'string'
      ? /^(?:true|yes|y|1)$/i.test(value)
      : of != null && isNumeric(of) && typeof value === 'string' && Number.isFinite(Number(value))
        ? Number(value)
        : value;
  const equals = (values: Scalar[], negated: boolean): Filter => ({ kind: 'equals', field, values: values.map(written), negated });
  if (Array.isArray(condition)) return equals(condition, false);
  if (typeof condition !== 'object') return equals([condition], false);
  if ('not' in condition) return { kind: 'any', filters: [equals(condition.not, true), { kind: 'blank', field, negated: false }] };
  if ('above' in condition) return { kind: 'compare', of: { kind: 'field', field }, operator: '>', value: condition.above };
  if ('daysAgo' in condition) return { kind: 'time', field, from: null, to: daysBeforeToday(condition.daysAgo) };
  return { kind: 'blank', field, negated: !condition.blank };
}

/** The date a binding places records by; where none was recognised as it, the only date that they have at all. */
function timeOf(model: ModelIndex, entity: ModelEntity, name: string): FieldRef {
  const dates = entity.attributes.filter(isTemporal);
  const [only] = dates;
  return only !== undefined && dates.length === 1 && only.canonical === null
    ? { path: [], attribute: only.name }
    : fieldOf(model, entity, name);
}

function spanOf(model: ModelIndex, entity: ModelEntity, { span }: Binding): Span | null {
  if (span === undefined) return null;
  return {
    start: fieldOf(model, entity, span.start),
    end: span.end === null ? null : fieldOf(model, entity, span.end),
    asOf: daysBeforeToday(0),
  };
}

function computeBinding(model: ModelIndex, binding: Binding): MetricComputation {
  const entity = model.canonical(binding.entity) ?? model.find(binding.entity);
  if (entity === null)
    throw new Missing(words(binding.entity).trim() === 'revenue' ? 'payments or invoices' : `${words(binding.entity).trim()} records`);
  const of = binding.of === undefined ? null : expressionOf(model, entity, parseFormula(binding.of));
  const conditions = (where: Binding['where']): Filter[] =>
    Object.entries(where).map(([attribute, condition]) => conditionOf(model, entity, attribute, condition));
  const either: Filter[] = binding.either === undefined ? [] : [{ kind: 'any', filters: binding.either.flatMap(conditions) }];
  const filters = [...conditions(binding.where), ...either];
  const span = spanOf(model, entity, binding);
  const timeField = span?.start ?? (binding.time === null ? null : timeOf(model, entity, binding.time));
  const currency = of?.kind === 'field' ? (model.resolve(entity.name, of.field)?.attribute?.currency ?? null) : null;
  const overTime = binding.overTime === undefined ? {} : { overTime: binding.overTime };
  return {
    sources: [{ entity: entity.name, filters, timeField, ...(span === null ? {} : { span }) }],
    expression: { kind: 'aggregate', source: 0, function: binding.aggregate, of, ...overTime, filters: [] },
    currency,
    note: null,
    certainty: 1,
  };
}

/** The same without records that were undone, and a note that says so. */
function withoutUndone(computation: MetricComputation, model: ModelIndex, profile: DataProfile): MetricComputation {
  const notes = new Set<string>();
  const sources = computation.sources.map((source) => {
    if (source.filters.length > 0) return source;
    const entity = model.entity(source.entity);
    const filters = inForce(entity, profile);
    if (filters.length > 0) notes.add(`${entity.pluralLabel} that were cancelled, voided or paid back are left out`);
    return { ...source, filters };
  });
  if (notes.size === 0) return computation;
  return { ...computation, sources, note: [...(computation.note === null ? [] : [computation.note]), ...notes].join('; ') };
}

/** The first way of each set of records: a looser binding on the same records would only lose conditions. */
function distinctComputations(found: MetricComputation[]): MetricComputation[] {
  const seen = new Set<string>();
  return found.filter((computation) => {
    const key = computation.sources.map((source) => `${source.entity} ${source.span === undefined ? '' : 'span'}`).join();
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Resolves every definition against the model: the first binding whose attributes are mapped wins, formulas inherit their parts.
 * What is missing is kept in people's words, for answers that must decline.
 */
export function bindMetrics(definitions: MetricDefinition[], model: ModelIndex, profile: DataProfile): BoundMetric[] {
  const done = new Map<string, BoundMetric>();
  const sheets = new Sheets(definitions, model, profile);
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
    // What the definition says of states itself is not said twice.
    const standing = (computation: MetricComputation): MetricComputation => withoutUndone(computation, model, profile);
    if (definition.inForce === true) found.splice(0, found.length, ...found.map(standing));
    // A figure that somebody reports is the figure, where records do not give it; a rate of several periods is computed of its parts.
    const reported = sheets.of(definition);
    const given = flowOfDefinition(definition) === 'RATE' ? [] : [reported ?? []].flat();
    found.push(...given);
    for (const text of [definition.formula ?? [], definition.otherwise ?? []].flat())
      found.push(...[attempt(() => computeFormula(parseFormula(text), bind), missing) ?? []].flat());
    if (given.length === 0) found.push(...[reported ?? []].flat());
    const guessed = fallbackComputations(definition.name, model, profile);
    found.push(...namedRatio(definition, model), ...namedFlag(definition, model), ...guessed.map(standing));
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
  const bound = definitions.map((definition) => bind(definition.name));
  return [...bound, ...sheets.others(new Set(byName.keys()))];
}
