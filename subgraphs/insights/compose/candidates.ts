import { isCode, isNumeric, neverAdded } from '../model/model-index.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import { inScenario } from '../metrics/in-scenario.ts';
import type { ScenarioName } from '../metrics/metric-definition.ts';
import type { AggregateFunction } from '../plan/query-plan.ts';
import type { Note } from './attempt.ts';
import { candidate, MATCH } from './candidate.ts';
import type { Candidate, Use } from './candidate.ts';
import type { Context } from './context.ts';
import { ofEntity, ofMoney } from './entity-candidates.ts';
import { aggregateOf, countDifferent, countOf, metricMeasure, reaggregated } from './measure-choices.ts';
import { pluralSaid } from './node.ts';
import type { Node, Thing } from './node.ts';

/** A metric as it was planned or is expected, under a name that says so. */
function asPlanned(context: Context, bound: BoundMetric, scenario: ScenarioName): BoundMetric {
  const label = scenario === 'ACTUAL' ? bound.definition.label : `${bound.definition.label} ${scenario.toLowerCase()}`;
  return {
    ...bound,
    definition: { ...bound.definition, label },
    computation: inScenario(context.metrics, bound, scenario),
    alternatives: [],
  };
}

function ofMetric(
  context: Context,
  thing: Extract<Thing, { kind: 'metric' }>,
  asked: AggregateFunction | null,
  uses: Use[],
  node: Node,
): Candidate[] {
  const known = context.metrics.get(thing.metric);
  const bound = known === undefined || thing.scenario === undefined ? known : asPlanned(context, known, thing.scenario);
  if (bound === undefined || bound.computation === null) return [];
  const use: Use = { node, kind: 'METRIC', meaning: bound.definition.label };
  const said = bound.definition.unit === 'COUNT' && thing.match !== 'partial' ? pluralSaid(node) : null;
  // `tickets` that are open stay open tickets.
  const word = said !== null && said.split(' ').length >= bound.definition.label.split(' ').length ? said : null;
  return [bound.computation, ...bound.alternatives].flatMap((computation, index) => {
    const plain = {
      ...metricMeasure(bound, computation),
      ...(word === null ? {} : { label: word.charAt(0).toUpperCase() + word.slice(1) }),
    };
    const averaged = /average|mean|avg/.test(bound.definition.synonyms.join(' ')) || bound.definition.unit === 'PERCENT';
    const measure =
      asked === null || asked === 'sum' || (asked === 'average' && averaged && plain.expression.kind !== 'aggregate')
        ? plain
        : reaggregated(plain, asked);
    if (measure === null) return [];
    const notes: Note[] = computation.note === null ? [] : [{ text: computation.note, effect: computation.certainty - 1 }];
    const records = (each: typeof computation): string => context.model.entity(each.sources[0]?.entity ?? '').pluralLabel;
    // Another way is never taken in silence.
    if (index > 0)
      notes.push({
        text: `${bound.definition.label} is taken from ${records(computation)}: ${records(bound.computation ?? computation)} cannot answer this`,
        effect: -0.05,
      });
    return [candidate(measure, [...uses, use], 0.65 + MATCH[thing.match] - index * 0.25, notes)];
  });
}

function ofAttribute(
  context: Context,
  thing: Extract<Thing, { kind: 'attribute' }>,
  node: Node,
  asked: AggregateFunction | null,
  uses: Use[],
): Candidate[] {
  const attribute = context.model.attribute(thing.entity, thing.attribute);
  if (attribute === null || !isNumeric(attribute)) return [];
  // The sum of post codes is a number, and no answer; they can be counted, and the lowest and highest told.
  if (asked !== 'min' && asked !== 'max' && isCode(attribute)) return [];
  if (asked === 'sum' && neverAdded(attribute)) return [];
  const measure = aggregateOf(context, thing.entity, attribute, asked);
  const notes: Note[] = [];
  if (asked === null)
    notes.push({
      text: `${attribute.label} is taken as its ${measure.label.toLowerCase().startsWith('total') ? 'total' : 'average'}, as the question does not say`,
      effect: -0.06,
    });
  if (asked === 'sum' && (attribute.semantic === 'PRICE' || attribute.semantic === 'RATE'))
    notes.push({ text: `${attribute.label} is a ${attribute.semantic.toLowerCase()} and is rarely added up`, effect: -0.15 });
  const use: Use = { node, kind: 'METRIC', meaning: `${context.model.entity(thing.entity).label}: ${attribute.label}` };
  return [candidate(measure, [...uses, use], 0.3 + MATCH[thing.match] + (asked === null ? 0 : 0.1), notes)];
}

const MONEY_NOUN =
  /^(?:charges?|payments?|expenses?|fees?|donations?|billings?|payouts?|refunds?|premiums?|receipts?|bookings?|invoiced|billed)$/i;

/** `total charges`, `how much did we invoice`: records that are money are added up by what they are worth, and not counted. */
const asksWorth = (node: Node, uses: readonly Use[]): boolean =>
  MONEY_NOUN.test(node.item.text) || uses.some((use) => /^how much$/i.test(use.node.item.text));

/** Every number a node can stand for. */
export function measuresOf(
  context: Context,
  node: Node,
  asked: AggregateFunction | null,
  uses: Use[],
  options: { count: boolean; distinct: boolean; sold: boolean },
): Candidate[] {
  return node.things.flatMap((thing): Candidate[] => {
    switch (thing.kind) {
      case 'metric': {
        const bound = context.metrics.get(thing.metric);
        if (options.count && bound?.definition.unit !== 'COUNT') return [];
        return ofMetric(context, thing, asked, uses, node);
      }
      case 'entity':
        if (
          asked === 'sum' &&
          node.things.some(
            (other) =>
              other.kind === 'metric' &&
              context.metrics.get(other.metric)?.computation != null &&
              context.metrics.get(other.metric)?.definition.unit === 'MONEY',
          )
        )
          return [];
        if (asked === 'sum' && asksWorth(node, uses)) {
          const worth = ofMoney(context, thing.entity, node, asked, uses).map((each) => ({ ...each, score: 0.6 + MATCH[thing.match] }));
          if (worth.length > 0) return worth;
        }
        return asked === null || asked === 'sum'
          ? ofEntity(context, thing.entity, thing.match, node, uses, options)
          : ofMoney(context, thing.entity, node, asked, uses);
      case 'relation': {
        const target = context.model.relation(thing.entity, thing.relation)?.target;
        return target === undefined || (asked !== null && asked !== 'sum') || !options.count
          ? []
          : ofEntity(context, target, 'partial', node, uses, options);
      }
      case 'attribute': {
        const attribute = context.model.attribute(thing.entity, thing.attribute);
        if (attribute === null) return [];
        if (!options.count) return ofAttribute(context, thing, node, asked, uses);
        const identifies = attribute.semantic === 'IDENTIFIER' ? 0.03 : 0;
        const isTitle = context.model.entity(thing.entity).titleAttribute === thing.attribute && attribute.semantic !== 'IDENTIFIER';
        const different: Candidate = candidate(
          isTitle ? countOf(context, thing.entity) : countDifferent(context, thing.entity, attribute),
          [...uses, { node, kind: 'DIMENSION', meaning: attribute.label }],
          0.25 + MATCH[thing.match] + identifies,
        );
        const summed =
          attribute.semantic === 'QUANTITY' && !options.distinct
            ? ofAttribute(context, thing, node, 'sum', uses).map((each) => ({ ...each, score: each.score - 0.05 }))
            : [];
        return isNumeric(attribute) && attribute.semantic !== 'CATEGORY' && !options.distinct ? summed : [...summed, different];
      }
    }
  });
}
