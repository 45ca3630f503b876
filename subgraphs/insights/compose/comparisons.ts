import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { isNumeric } from '../model/model-index.ts';
import type { Comparison, Expression, FieldRef, Filter } from '../plan/query-plan.ts';
import { Unreadable } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { reachNumber } from './fields.ts';
import { moneyOf } from './measure-choices.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';
import type { ComparisonPhrase, Roles } from './roles.ts';

const HINTS: [RegExp, RegExp][] = [
  [/older|younger/, /\bage\b/i],
  [/longer|shorter/, /duration|length|minutes|hours|days|time/i],
  [/cheaper/, /price|cost/i],
];

/** Whether every value of the column lies between nought and one. */
function isFraction(context: Context, entity: string, field: FieldRef): boolean {
  const owner = context.model.resolve(entity, field)?.entity.name;
  const facts = owner === undefined ? undefined : context.profile.entities[owner]?.attributes[field.attribute];
  return facts !== undefined && facts.min !== null && facts.max !== null && Number(facts.min) >= 0 && Number(facts.max) <= 1;
}

/** Conditions on a number: `amount` of one attribute between or beyond values. */
export function numberFilters(
  context: Context,
  entity: string,
  field: FieldRef,
  attribute: ModelAttribute | null,
  phrase: ComparisonPhrase,
): Filter[] {
  // Percent attributes are held as fractions; `over 20%` and `over 20` both mean 0.2 there. A plain column of fractions is only known by its values.
  const fractions = attribute?.type !== 'PERCENT' && phrase.percent && isFraction(context, entity, field);
  const scale = fractions || (attribute?.type === 'PERCENT' && (phrase.percent || phrase.values.some((value) => value > 1))) ? 0.01 : 1;
  const of: Expression = { kind: 'field', field };
  const at = (operator: Comparison, value: number | undefined): Filter => ({ kind: 'compare', of, operator, value: (value ?? 0) * scale });
  if (phrase.operator !== 'between') return [at(phrase.operator, phrase.values[0])];
  const [low, high] = phrase.values.toSorted((a, b) => a - b);
  return [at('>=', low), at('<=', high)];
}

function hinted(context: Context, entity: string, phrase: ComparisonPhrase): { field: FieldRef; attribute: ModelAttribute } | null {
  const hint = HINTS.find(([said]) => said.test(phrase.hint))?.[1];
  if (hint === undefined) return null;
  const found = context.model
    .entity(entity)
    .attributes.filter((attribute) => isNumeric(attribute) && hint.test(`${attribute.label} ${attribute.name}`));
  const only = found[0];
  return only === undefined || found.length > 1 ? null : { field: { path: [], attribute: only.name }, attribute: only };
}

/** The thing a comparison speaks about: right behind its number, else the nearest named before it. */
export function comparedNodes(nodes: Node[], phrase: ComparisonPhrase): Node[] {
  const last = phrase.nodes.at(-1)?.index ?? 0;
  const first = phrase.nodes[0]?.index ?? 0;
  const after = nodes[last + 1];
  const before = previousContent(nodes, first);
  const earlier = before !== null && before.things.length === 0 ? previousContent(nodes, before.index) : null;
  const further = after !== undefined && isWord(after, 'link') && after.keyword.preposition === 'in' ? nextContent(nodes, last + 2) : null;
  return [after, before, further, earlier].filter((node): node is Node => node !== undefined && node !== null && node.things.length > 0);
}

/** Fits comparisons to attributes of the records; those left over may be conditions on the measure (`having`). */
export function addComparisons(
  context: Context,
  attempt: Attempt,
  entity: string,
  nodes: Node[],
  roles: Roles,
  onMeasure: (phrase: ComparisonPhrase, node: Node | null) => boolean,
): void {
  for (const phrase of roles.comparisons) {
    if (phrase.nodes.some((node) => attempt.used.has(node.index))) continue;
    const done = (meaning: string): void => phrase.nodes.forEach((node) => attempt.use(node, 'COMPARE', meaning));
    const unit = nodes[(phrase.nodes.at(-1)?.index ?? 0) + 1];
    const unitWord = unit?.time?.kind === 'grain' && unit.things.length === 0 ? unit : null;
    const hint = hinted(context, entity, phrase);
    const near = comparedNodes(nodes, phrase);
    const counts = countsOthers(context, entity, unit);
    const target = near.find(
      (node) =>
        !(attempt.used.has(node.index) && attempt.used.get(node.index)?.kind !== 'METRIC') &&
        reachNumber(context, entity, node.things).length > 0 &&
        !node.things.some((thing) => thing.kind === 'metric' && attempt.measures.some((measure) => measure.metric === thing.metric)),
    );
    const reached = target === undefined ? undefined : reachNumber(context, entity, target.things)[0];
    if (counts && (countsOwners(entity, nodes, phrase) || !onMeasure(phrase, near[0] ?? null)))
      throw new Unreadable(
        'NOT_UNDERSTOOD',
        'A number of records of another kind',
        phrase.nodes.map((node) => node.item.text),
      );
    if (counts) done(`${phrase.operator} ${phrase.values.join(' and ')}`);
    else if (hint !== null) {
      attempt.filters.push(...numberFilters(context, entity, hint.field, hint.attribute, phrase).map((filter) => () => filter));
      done(`${hint.attribute.label} ${phrase.operator} ${phrase.values.join(' and ')}`);
    } else if (target !== undefined && reached !== undefined && !isMeasureNode(attempt, target)) {
      attempt.use(target, 'DIMENSION', reached.label);
      attempt.filters.push(...numberFilters(context, entity, reached.field, reached.attribute, phrase).map((filter) => () => filter));
      attempt.score += reached.score * 0.3;
      done(`${reached.label} ${phrase.operator} ${phrase.values.join(' and ')}`);
    } else if (onMeasure(phrase, near[0] ?? null)) done(`${phrase.operator} ${phrase.values.join(' and ')}`);
    else if (!byMoney(context, attempt, entity, phrase))
      throw new Unreadable(
        'NOT_UNDERSTOOD',
        'A comparison with nothing to compare',
        phrase.nodes.map((node) => node.item.text),
      );
    else done(`value ${phrase.operator} ${phrase.values.join(' and ')}`);
    if (unitWord !== null && !attempt.used.has(unitWord.index)) attempt.use(unitWord, 'FILLER', null);
  }
}

/** `with more than one subscription`: what stands right behind the number is counted; it is no amount of anything. */
function countsOthers(context: Context, entity: string, counted: Node | undefined): boolean {
  if (counted === undefined || counted.keyword !== null || counted.values.length > 0) return false;
  const reached = reachNumber(context, entity, counted.things);
  return counted.things.some(({ kind, match }) => kind === 'entity' && match !== 'partial') && reached.length === 0;
}

/** `how many subscribers have more than one …`: their number is asked for, and not who they are. */
function countsOwners(entity: string, nodes: Node[], phrase: ComparisonPhrase): boolean {
  const count = nodes.find((node) => isWord(node, 'count') && !phrase.nodes.includes(node));
  const owners = count === undefined ? null : nextContent(nodes, count.index + 1);
  return owners !== null && !owners.things.some((thing) => thing.kind === 'entity' && thing.entity === entity);
}

const isMeasureNode = (attempt: Attempt, node: Node): boolean => attempt.used.get(node.index)?.kind === 'METRIC';

/** `opportunities over 5000`: the money of one record is what such a bare number compares. */
function byMoney(context: Context, attempt: Attempt, entity: string, phrase: ComparisonPhrase): boolean {
  const field = phrase.percent ? null : (moneyOf(context, entity)?.rowField ?? priceOf(context, entity));
  if (field === null) return false;
  const attribute = context.model.attribute(entity, field.attribute);
  attempt.filters.push(...numberFilters(context, entity, field, attribute, phrase).map((filter) => () => filter));
  attempt.note(`The comparison is taken to be about ${attribute?.label ?? 'the amount'}`, -0.06);
  return true;
}

/** What one record is sold for, when it carries one price. */
function priceOf(context: Context, entity: string): FieldRef | null {
  const prices = context.model
    .entity(entity)
    .attributes.filter(
      (attribute) => attribute.semantic === 'PRICE' && isNumeric(attribute) && !/cost/i.test(`${attribute.label} ${attribute.name}`),
    );
  const [only] = prices;
  return only === undefined || prices.length > 1 ? null : { path: [], attribute: only.name };
}

/** `4 cylinders`, `class 3`, `rating of 5`: a number beside an attribute without a comparison means equality. */
export function addEqualNumbers(context: Context, attempt: Attempt, entity: string, nodes: Node[]): void {
  for (const node of nodes) {
    if (node.number === null || attempt.used.has(node.index)) continue;
    for (const near of [previousContent(nodes, node.index), nextContent(nodes, node.index + 1)]) {
      if (near === null || near.keyword !== null || attempt.used.has(near.index)) continue;
      const reached = [...reachNumber(context, entity, near.things), ...integerCategory(context, entity, near)][0];
      if (reached === undefined) continue;
      const { number } = node;
      const scale = reached.attribute?.type === 'PERCENT' && (number.percent || number.value > 1) ? 0.01 : 1;
      attempt.filters.push(() => ({ kind: 'equals', field: reached.field, values: [number.value * scale], negated: false }));
      attempt.use(node, 'VALUE', `${reached.label} = ${number.value}`);
      attempt.use(near, 'DIMENSION', reached.label);
      break;
    }
  }
}

function integerCategory(
  context: Context,
  entity: string,
  node: Node | null,
): { field: FieldRef; label: string; attribute: ModelAttribute }[] {
  return (node?.things ?? []).flatMap((thing) => {
    const attribute = thing.kind === 'attribute' && thing.entity === entity ? context.model.attribute(thing.entity, thing.attribute) : null;
    return attribute === null || !['INTEGER', 'DECIMAL'].includes(attribute.type)
      ? []
      : [{ field: { path: [], attribute: attribute.name }, label: attribute.label, attribute }];
  });
}
