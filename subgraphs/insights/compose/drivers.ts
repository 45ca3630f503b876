import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { isCode, isNumeric, neverAdded } from '../model/model-index.ts';
import { barePlan } from '../plan/bare-plan.ts';
import { MAX_MEASURES, MAX_ROWS } from '../plan/query-plan.ts';
import type { Expression, QueryPlan } from '../plan/query-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { Attempt } from './attempt.ts';
import type { Interpretation } from './attempt.ts';
import type { Context } from './context.ts';
import { defaultFunction, sourceOf } from './measure-choices.ts';
import { isGlue } from './node.ts';
import type { Node } from './node.ts';
import { readTimes } from './times.ts';

const AFFECTS =
  /^(?:affects?|affecting|drives?|driving|drivers?|influences?|influencing|impacts?|impacting|determines?|explains?|moves?|causes?|correlates?|correlated)$/i;
/** Rare words that a question about drivers is held together by. */
const HELD_BY = /^(?:what|which|factors?|things?|most|main|key|our|behind|with|of|the|a|do|does|is|are|to|for)$/i;

interface Target {
  node: Node;
  entity: string;
  attribute: ModelAttribute;
}

const field = (name: string): Expression => ({ kind: 'field', field: { path: [], attribute: name } });

/** A number that says how a record does: never an amount, whose other columns are only its parts. */
const isStatus = (attribute: ModelAttribute): boolean => isNumeric(attribute) && defaultFunction(attribute) === 'average';

/** The number of a record that a node names: a metric that only sums or averages it, or the attribute itself. */
function targetOf(context: Context, node: Node): Target | null {
  for (const thing of node.things) {
    if (thing.kind === 'metric') {
      const computation = context.metrics.get(thing.metric)?.computation;
      const { expression, sources } = computation ?? { expression: null, sources: [] };
      const entity = sources[0]?.entity;
      if (
        entity === undefined ||
        expression?.kind !== 'aggregate' ||
        expression.of?.kind !== 'field' ||
        expression.of.field.path.length > 0
      )
        continue;
      const attribute = context.model.attribute(entity, expression.of.field.attribute);
      if (attribute !== null && isStatus(attribute)) return { node, entity, attribute };
    }
    const attribute = thing.kind === 'attribute' ? context.model.attribute(thing.entity, thing.attribute) : null;
    if (thing.kind === 'attribute' && attribute !== null && isStatus(attribute)) return { node, entity: thing.entity, attribute };
  }
  return null;
}

/**
 * `what affects customer health`: how closely each other number of the same records goes together with the one named. Null when the
 * sentence asks for something else, or for more than that.
 */
export function driversAsked(context: Context, nodes: Node[]): Interpretation | null {
  const verb = nodes.find((node) => node.keyword === null && node.things.length === 0 && AFFECTS.test(node.item.text));
  if (verb === undefined) return null;
  const named = nodes.filter((node) => node !== verb && node.things.length + node.values.length > 0);
  const [target] = named.flatMap((node) => targetOf(context, node) ?? []);
  const said = nodes.filter((node) => node !== verb && node !== target?.node && node.time?.kind !== 'range');
  if (target === undefined || !said.every((node) => isGlue(node) || node.keyword?.word === 'list' || HELD_BY.test(node.item.text)))
    return null;
  const { entity, attribute } = target;
  const others = context.model
    .entity(entity)
    .attributes.filter((each) => each.name !== attribute.name && isNumeric(each) && !isCode(each) && !neverAdded(each))
    .slice(0, MAX_MEASURES);
  if (others.length === 0) return null;
  const attempt = new Attempt();
  attempt.use(verb, 'AGGREGATE', 'correlation');
  attempt.use(target.node, 'METRIC', attribute.label);
  const { timeField } = sourceOf(context, entity);
  readTimes(context, attempt, entity, timeField, nodes);
  attempt.note('What goes together need not be cause and effect', -0.05);
  const plan: QueryPlan = {
    ...barePlan('value', [{ entity, filters: [], timeField, keys: [] }]),
    measures: others.map((other, index) => ({
      id: `m${index}`,
      label: other.label,
      unit: 'NUMBER',
      currency: null,
      metric: null,
      expression: {
        kind: 'aggregate',
        source: 0,
        function: 'correlation',
        of: field(attribute.name),
        with: field(other.name),
        filters: [],
      },
    })),
    period: attempt.period,
    limit: MAX_ROWS,
  };
  const checked = validatePlan(plan, context.model);
  return checked.plan === null ? null : { plan: checked.plan, attempt, score: 1 };
}
