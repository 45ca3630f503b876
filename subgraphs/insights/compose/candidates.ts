import { phraseKey } from '../language/tokenize.ts';
import { isCode, isNumeric, neverAdded } from '../model/model-index.ts';
import { isPerson } from '../model/time-axis.ts';
import type { AggregateFunction, MeasureExpression } from '../plan/query-plan.ts';
import type { MeasureChoice, Note, TokenKindName } from './attempt.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { aggregateOf, countDifferent, countOf, countThrough, metricMeasure, moneyOf, reaggregated } from './measure-choices.ts';
import { isGlue, isWord, pluralSaid } from './node.ts';
import type { Node, Thing } from './node.ts';
import type { Roles } from './roles.ts';
import { linesOf } from './sold-units.ts';

export interface Use {
  node: Node;
  kind: TokenKindName;
  meaning: string | null;
}

/** One idea of what is asked for, before the rest of the sentence is fitted to it. */
export interface Candidate {
  kind: 'measures' | 'list';
  measures: MeasureChoice[];
  /** The entity of a list. */
  entity: string | null;
  uses: Use[];
  score: number;
  notes: Note[];
  /** Conditions a metric brings into a list of its records (`list open opportunities`). */
  fromMetric: string | null;
}

const MATCH = { label: 0.1, synonym: 0.05, partial: -0.2 };
const candidate = (measure: MeasureChoice, uses: Use[], score: number, notes: Note[] = []): Candidate => ({
  kind: 'measures',
  measures: [measure],
  entity: null,
  uses,
  score,
  notes,
  fromMetric: null,
});

function ofMetric(
  context: Context,
  thing: Extract<Thing, { kind: 'metric' }>,
  asked: AggregateFunction | null,
  uses: Use[],
  node: Node,
): Candidate[] {
  const bound = context.metrics.get(thing.metric);
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

function ofEntity(
  context: Context,
  entity: string,
  match: keyof typeof MATCH,
  node: Node,
  uses: Use[],
  { sold, distinct }: { sold: boolean; distinct: boolean },
): Candidate[] {
  const use: Use = { node, kind: 'ENTITY', meaning: context.model.entity(entity).label };
  const stock = stockOf(context, entity, node, [...uses, use]);
  const numbered = numberedOf(context, entity, match, node, [...uses, use]);
  const count = countOf(context, entity);
  const word = match === 'synonym' ? pluralSaid(node) : null;
  const named = word === null ? count : { ...count, label: `Number of ${word}` };
  const direct = candidate(named, [...uses, use], 0.35 + MATCH[match]);
  const facts = factsOf(context, entity);
  const through = facts
    .slice(0, 6)
    .map((fact) =>
      candidate(countThrough(context, fact.entity, fact.path, entity), [...uses, use], -0.25 + MATCH[match] - fact.path.length * 0.1, [
        { text: `Counted through ${context.model.entity(fact.entity).pluralLabel}: each counts once`, effect: -0.03 },
      ]),
    );
  // `different products` are counted, never added up in units.
  const units = (distinct || isPerson(context.model.entity(entity)) ? [] : linesOf(context, entity)).map(({ measure, hops, note }) =>
    candidate(
      { ...measure, label: `${measure.label} of ${context.model.entity(entity).pluralLabel}` },
      [...uses, use],
      (sold ? 1.1 : 0.05) - hops * 0.1,
      [{ text: note, effect: -0.05 }],
    ),
  );
  // What was sold is counted in units where units are kept; the number of different things is another question.
  if (stock !== null) return [stock];
  if (numbered !== null) return [numbered, direct, ...through];
  return sold ? [...units, { ...direct, score: direct.score - (units.length > 0 ? 0.2 : 0) }, ...through] : [direct, ...through, ...units];
}

/** `lowest inventory`: stock is measured by what is on hand, not by how many lines it is written in. */
function stockOf(context: Context, entity: string, node: Node, uses: Use[]): Candidate | null {
  if (!/^(?:inventory|stock)$/i.test(node.item.text)) return null;
  const quantities = context.model
    .entity(entity)
    .attributes.filter((attribute) => attribute.semantic === 'QUANTITY' && isNumeric(attribute));
  const [only] = quantities;
  if (only === undefined || quantities.length > 1) return null;
  return candidate(aggregateOf(context, entity, only, 'sum'), uses, 0.5, [{ text: `Stock is the sum of ${only.label}`, effect: -0.04 }]);
}

/** `orders` of a table of sales whose lines carry an order number: each number is one order, however many lines it has. */
function numberedOf(context: Context, entity: string, match: keyof typeof MATCH, node: Node, uses: Use[]): Candidate | null {
  if (match !== 'synonym') return null;
  const numbers = context.model
    .entity(entity)
    .attributes.filter(
      (attribute) =>
        attribute.semantic === 'IDENTIFIER' &&
        / (?:id|key|code|number|no)$/i.test(attribute.label) &&
        phraseKey(attribute.label.replace(/ \S+$/, '')) === phraseKey(node.item.text),
    );
  const [only] = numbers;
  if (only === undefined || numbers.length > 1) return null;
  return candidate(countDifferent(context, entity, only), uses, 0.5, [
    { text: `Each ${only.label.toLowerCase()} counts once`, effect: -0.03 },
  ]);
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

/** `average order`, `biggest deal`: the money of one record. */
function ofMoney(context: Context, entity: string, node: Node, asked: AggregateFunction, uses: Use[]): Candidate[] {
  const money = moneyOf(context, entity);
  const measure =
    money === null
      ? null
      : money.metric === null && money.expression.kind === 'aggregate'
        ? {
            ...money,
            explicit: true,
            expression: { ...money.expression, function: asked } satisfies MeasureExpression,
            label: `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${context.model.entity(entity).label.toLowerCase()} value`,
          }
        : null;
  return measure === null
    ? []
    : [
        candidate(measure, [...uses, { node, kind: 'ENTITY', meaning: context.model.entity(entity).label }], 0.15, [
          { text: `A ${context.model.entity(entity).label.toLowerCase()} is measured by its money`, effect: -0.1 },
        ]),
      ];
}

/** The thing a `how many` or `average` speaks about: the next nameable node, past glue, values and `different`. */
export function targetOf(nodes: Node[], from: number, roles: Roles): Node | null {
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) return null;
    if (node.things.length > 0 && !roles.dimensions.includes(node)) return node;
    const passable =
      isGlue(node) ||
      node.values.length > 0 ||
      node.quoted !== null ||
      isWord(node, 'distinct') ||
      isWord(node, 'aggregate') ||
      isWord(node, 'rank') ||
      isWord(node, 'negate') ||
      isWord(node, 'sold') ||
      isWord(node, 'count') ||
      isWord(node, 'and') ||
      isWord(node, 'or') ||
      node.number !== null;
    if (!passable) return null;
  }
  return null;
}
