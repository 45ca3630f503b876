import type { Context } from '../compose/context.ts';
import { Attempt, type MeasureChoice } from '../compose/attempt.ts';
import { assembleMeasures, naturalOrder } from '../compose/assemble.ts';
import { shortestPaths } from '../compose/fields.ts';
import { aggregateOf, countDifferent, countOf, metricMeasure } from '../compose/measure-choices.ts';
import { isTemporal } from '../model/model-index.ts';
import { type PlanFault, takeFilter, takePeriod } from '../plan/graph/take-plan.ts';
import type { PlanPeriodInput } from '../plan/graph/query-plan.input.ts';
import type { FieldRef, QueryPlan } from '../plan/query-plan.ts';
import { moved } from './moved-filter.ts';
import type { QueryConditionInput, QueryDimensionInput, QueryMeasureInput, QueryOrderInput } from './rows.input.ts';

/** What is asked for by typed arguments. */
export interface RowsAsked {
  measures: readonly QueryMeasureInput[];
  by: readonly QueryDimensionInput[];
  where: readonly QueryConditionInput[];
  period: PlanPeriodInput | null;
  compare: PlanPeriodInput | null;
  orderBy: readonly QueryOrderInput[];
}

/** Raised within one attempt to make a plan; the first fault is told. */
class Faulty extends Error {
  readonly fault: PlanFault;
  constructor(at: string, text: string) {
    super(text);
    this.fault = { at, text };
  }
}

function choices(context: Context, { metric, entity, attribute, function: asked }: QueryMeasureInput, at: string): MeasureChoice[] {
  if (metric != null) {
    if (entity != null || attribute != null || asked != null) throw new Faulty(at, 'A metric is given by its name alone.');
    const bound = context.metrics.get(metric);
    if (bound === undefined) throw new Faulty(`${at}.metric`, 'There is no metric of this name.');
    if (bound.computation === null)
      throw new Faulty(`${at}.metric`, `The data cannot tell it: ${bound.missing.join(', ') || 'something is missing'}.`);
    return [bound.computation, ...bound.alternatives].map((computation) => metricMeasure(bound, computation));
  }
  if (entity == null || context.model.find(entity) === null) throw new Faulty(`${at}.entity`, 'There is no entity type of this name.');
  if (attribute == null) {
    if (asked != null && asked !== 'count') throw new Faulty(`${at}.attribute`, 'Records themselves can only be counted.');
    return [countOf(context, entity)];
  }
  const found = context.model.attribute(entity, attribute);
  if (found === null) throw new Faulty(`${at}.attribute`, 'The entity type has no attribute of this name.');
  if (asked === 'correlation') throw new Faulty(`${at}.function`, 'A correlation is of two numbers: see runPlan.');
  return [asked === 'countDistinct' ? countDifferent(context, entity, found) : aggregateOf(context, entity, found, asked ?? null)];
}

/** The one way from the records to an entity type. */
function pathTo(context: Context, from: string, entity: string, at: string): string[] {
  if (context.model.find(entity) === null) throw new Faulty(`${at}.entity`, 'There is no entity type of this name.');
  const [path, other] = shortestPaths(context, from, entity);
  if (path === undefined) throw new Faulty(`${at}.entity`, `Nothing leads from ${from} to ${entity} without counting twice.`);
  if (other !== undefined)
    throw new Faulty(`${at}.entity`, `${path.join('.')} and ${other.join('.')} both lead from ${from} to ${entity}: see runPlan.`);
  return path;
}

function dimension(context: Context, { entity, attribute, grain }: QueryDimensionInput, at: string): Attempt['dimensions'][number] {
  const named = (label: string, record: string | null, keys: (from: string) => FieldRef): Attempt['dimensions'][number] => ({
    dimension: { label, grain: grain ?? null, entity: record, keepBlank: grain == null },
    keys,
  });
  if (entity == null) {
    if (grain == null || attribute != null) throw new Faulty(at, 'A dimension has an entity type, or is a part of the calendar.');
    return named(grain.charAt(0).toUpperCase() + grain.slice(1), null, () => ({ path: [], attribute: '' }));
  }
  const label = context.model.find(entity)?.label ?? entity;
  if (attribute == null) return named(label, entity, (from) => ({ path: pathTo(context, from, entity, at), attribute: 'id' }));
  const found = context.model.attribute(entity, attribute);
  if (found === null) throw new Faulty(`${at}.attribute`, 'The entity type has no attribute of this name.');
  if (isTemporal(found) && grain == null) throw new Faulty(`${at}.grain`, 'A date is split by a part of the calendar.');
  return named(found.label, null, (from) => ({ path: pathTo(context, from, entity, at), attribute }));
}

function attempted(context: Context, asked: RowsAsked, measures: MeasureChoice[]): QueryPlan {
  const attempt = new Attempt();
  attempt.measures = measures;
  attempt.dimensions = asked.by.map((each, index) => dimension(context, each, `by[${index}]`));
  attempt.filters = asked.where.map(({ entity, filter }, index) => {
    const at = `where[${index}]`;
    const faults: PlanFault[] = [];
    const taken = takeFilter(filter, `${at}.filter`, (fault) => void faults.push(fault));
    if (taken === null || faults[0] !== undefined) throw new Faulty(faults[0]?.at ?? at, faults[0]?.text ?? 'A condition has to be given.');
    return (from) => {
      const result = moved(taken, pathTo(context, from, entity, at));
      if (result === null) throw new Faulty(`${at}.filter`, 'Conditions on other records start at the records themselves.');
      return result;
    };
  });
  attempt.period = takePeriod(asked.period);
  attempt.compare = takePeriod(asked.compare);
  if (
    measures.some(({ sources }) => sources.some(({ timeField }) => timeField === null)) &&
    (attempt.period !== null || asked.by.some(({ entity }) => entity == null))
  )
    throw new Faulty('period', 'The records of a measure carry no date.');
  const groupBy = attempt.dimensions.map((each) => each.dimension);
  const order = asked.orderBy.map(({ measure, dimension: split, direction }, index): QueryPlan['order'][number] => {
    if ((measure == null) === (split == null)) throw new Faulty(`orderBy[${index}]`, 'It is a measure or a dimension.');
    return measure == null ? { by: 'dimension', index: split ?? 0, direction } : { by: 'measure', index: measure, direction };
  });
  return assembleMeasures(context, attempt, {
    having: [],
    order: order.length > 0 ? order : naturalOrder(groupBy),
    limit: 1,
    share: false,
  });
}

/**
 * A plan of typed arguments, not validated; or the first thing that is wrong with them. A metric that can be computed in several ways is computed in
 * the first that can be split and restricted as asked.
 */
export function rowsPlan(context: Context, asked: RowsAsked): { plan: QueryPlan } | { fault: PlanFault } {
  let first: PlanFault | null = null;
  try {
    const options = asked.measures.map((measure, index) => choices(context, measure, `measures[${index}]`));
    const ways = Math.max(...options.map(({ length }) => length));
    for (let way = 0; way < ways; way += 1) {
      try {
        return {
          plan: attempted(
            context,
            asked,
            options.flatMap((each) => each[Math.min(way, each.length - 1)] ?? []),
          ),
        };
      } catch (error) {
        if (!(error instanceof Faulty)) throw error;
        first ??= error.fault;
      }
    }
  } catch (error) {
    if (!(error instanceof Faulty)) throw error;
    first ??= error.fault;
  }
  return { fault: first ?? { at: 'measures', text: 'At least one measure has to be given.' } };
}
