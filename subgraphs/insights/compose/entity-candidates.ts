import { phraseKey } from '../language/tokenize.ts';
import { isNumeric } from '../model/model-index.ts';
import { isPerson } from '../model/time-axis.ts';
import type { AggregateFunction, MeasureExpression } from '../plan/query-plan.ts';
import { candidate, MATCH } from './candidate.ts';
import type { Candidate, Use } from './candidate.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { aggregateOf, countDifferent, countOf, countThrough, moneyOf } from './measure-choices.ts';
import { pluralSaid } from './node.ts';
import type { Node } from './node.ts';
import { linesOf } from './sold-units.ts';

/** How many records of an entity there are, in each way that the data can tell it. */
export function ofEntity(
  context: Context,
  entity: string,
  match: keyof typeof MATCH,
  node: Node,
  uses: Use[],
  { sold, distinct }: { sold: boolean; distinct: boolean },
): Candidate[] {
  const use: Use = { node, kind: 'ENTITY', meaning: context.model.entity(entity).label };
  // Nobody asks how much of a person there is.
  if (isPerson(context.model.entity(entity)) && uses.some((each) => /^how much$/i.test(each.node.item.text))) return [];
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

/** `average order`, `biggest deal`: the money of one record. */
export function ofMoney(context: Context, entity: string, node: Node, asked: AggregateFunction, uses: Use[]): Candidate[] {
  const money = moneyOf(context, entity);
  const measure =
    money === null
      ? null
      : money.metric === null && money.expression.kind === 'aggregate'
        ? {
            ...money,
            explicit: true,
            expression: { ...money.expression, function: asked } satisfies MeasureExpression,
            label:
              asked === 'sum'
                ? `Total ${node.item.text.toLowerCase()}`
                : `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${context.model.entity(entity).label.toLowerCase()} value`,
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
