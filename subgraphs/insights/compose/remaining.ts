import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { verbForms } from '../language/stem.ts';
import { isNumeric, isTemporal } from '../model/model-index.ts';
import type { FieldRef, Filter, Scalar } from '../plan/query-plan.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { reachAny, shortestPaths } from './fields.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

/** The value that says yes in a flag, however its source writes it; null when the attribute is no flag. */
export function yesValue(context: Context, entity: string, attribute: ModelAttribute): Scalar | null {
  if (attribute.type === 'BOOLEAN') return true;
  const facts = context.profile.entities[entity]?.attributes[attribute.name];
  if (attribute.type === 'INTEGER') return facts?.min === '0' && facts.max === '1' ? 1 : null;
  const values = facts?.values ?? [];
  if (values.length === 0 || values.length > 3) return null;
  return values.find((value) => /^(?:yes|y|true|t)$/i.test(value)) ?? null;
}

/** The one of a flag's values that says no. */
export function noValue(context: Context, entity: string, attribute: ModelAttribute): Scalar | null {
  if (attribute.type === 'BOOLEAN') return false;
  if (attribute.type === 'INTEGER') return yesValue(context, entity, attribute) === null ? null : 0;
  return context.profile.entities[entity]?.attributes[attribute.name]?.values?.find((value) => /^(?:no|n|false|f)$/i.test(value)) ?? null;
}

/** `active employees`, `customers that churned`: a flag named without a value means that it is set. */
function addFlag(context: Context, attempt: Attempt, entity: string, node: Node, negated: boolean): boolean {
  for (const reached of reachAny(context, entity, node.things)) {
    const owner = context.model.resolve(entity, reached.field)?.entity.name ?? entity;
    if (reached.attribute === null) continue;
    const value = negated ? noValue(context, owner, reached.attribute) : yesValue(context, owner, reached.attribute);
    if (value === null) continue;
    const { field } = reached;
    attempt.use(node, 'VALUE', `${reached.label} = ${String(value)}`);
    attempt.filters.push(() => ({ kind: 'equals', field, values: [value], negated: false }));
    return true;
  }
  return false;
}

function blankFilter(context: Context, attempt: Attempt, entity: string, node: Node, negated: boolean): boolean {
  const found = reachAny(context, entity, node.things);
  // `invoices that have not been paid`: what did not happen has no date, whatever its amounts say.
  const reached = (negated ? undefined : found.find(({ attribute }) => attribute !== null && isTemporal(attribute))) ?? found[0];
  let field: FieldRef | null = reached?.field ?? null;
  for (const thing of node.things)
    if (thing.kind === 'relation' && thing.entity === entity) field ??= { path: [thing.relation], attribute: 'id' };
  if (field === null) return false;
  const none: Filter = { kind: 'blank', field: { ...field }, negated };
  const counts = !negated && reached?.attribute?.semantic === 'QUANTITY' && isNumeric(reached.attribute);
  // `apps without users`: none is nought as well as nothing.
  const nought: Filter = { kind: 'compare', of: { kind: 'field', field: { ...field } }, operator: '=', value: 0 };
  const filter: Filter = counts ? { kind: 'any', filters: [nought, none] } : none;
  attempt.use(node, 'DIMENSION', reached?.label ?? node.item.text);
  attempt.filters.push(() => filter);
  return true;
}

/** The records a metric counts, when it is no more than a count of records under conditions. */
function countedRecords(context: Context, name: string): { entity: string; filters: Filter[] } | null {
  const computation = context.metrics.get(name)?.computation;
  const source = computation?.sources[0];
  if (
    computation?.expression.kind !== 'aggregate' ||
    computation.expression.function !== 'count' ||
    computation.expression.of !== null ||
    source === undefined
  )
    return null;
  return { entity: source.entity, filters: source.filters };
}

/** `customers without orders`, `products that were never ordered`: records that nothing (or something) points to. */
function addRelated(attempt: Attempt, context: Context, entity: string, node: Node, negated: boolean): boolean {
  for (const thing of node.things) {
    const counted = thing.kind === 'metric' ? countedRecords(context, thing.metric) : null;
    const name = thing.kind === 'entity' ? thing.entity : (counted?.entity ?? null);
    if (name === null) continue;
    const filters = counted?.filters ?? [];
    if (name === entity) {
      if (counted === null || filters.length === 0 || negated) continue;
      attempt.use(node, 'VALUE', context.metrics.get(thing.kind === 'metric' ? thing.metric : '')?.definition.label ?? null);
      for (const filter of filters) attempt.filters.push((base) => (base === entity ? filter : null));
      return true;
    }
    const paths = shortestPaths(context, name, entity);
    const only = paths[0];
    if (only === undefined || paths.length > 1) continue;
    attempt.use(node, 'ENTITY', context.model.entity(name).label);
    const filter: Filter = { kind: 'related', entity: name, relation: only, filters, negated };
    attempt.filters.push(() => filter);
    return true;
  }
  return false;
}

/** Whether the node only says again what the question is already about: `revenue from customers`, `orders` of order lines. */
function isContext(context: Context, entity: string, node: Node, attempt: Attempt): boolean {
  for (const thing of node.things) {
    if (thing.kind === 'entity' && shortestPaths(context, entity, thing.entity).length > 0) {
      attempt.use(node, 'ENTITY', context.model.entity(thing.entity).label);
      return true;
    }
    const attribute =
      thing.kind === 'attribute' && shortestPaths(context, entity, thing.entity).length > 0
        ? context.model.attribute(thing.entity, thing.attribute)
        : null;
    if (
      attribute !== null &&
      ['IDENTIFIER', 'NAME'].includes(attribute.semantic) &&
      thing.kind === 'attribute' &&
      thing.match === 'synonym'
    ) {
      attempt.use(node, 'ENTITY', attribute.label);
      return true;
    }
    if (thing.kind === 'relation' && shortestPaths(context, entity, thing.entity).length > 0) {
      attempt.use(node, 'DIMENSION', context.model.relation(thing.entity, thing.relation)?.label ?? thing.relation);
      return true;
    }
  }
  return false;
}

function textFilters(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): void {
  for (const node of nodes) {
    if (!isWord(node, 'text') || attempt.used.has(node.index)) continue;
    const wanted = nextContent(nodes, node.index + 1);
    const on = previousContent(nodes, node.index);
    const title = context.model.entity(entity).titleAttribute;
    const field = on === null ? undefined : reachAny(context, entity, on.things)[0]?.field;
    const text = wanted?.quoted ?? wanted?.item.text;
    const at = field ?? (title === null ? undefined : { path: [], attribute: title });
    if (field === undefined && wanted !== null && wanted.values.length > 0) {
      // `orders that contain Sencha`: a value of the data, not a piece of text.
      attempt.use(node, 'FILLER', null);
      continue;
    }
    if (wanted === null || text === undefined || at === undefined) continue;
    const { match } = node.keyword;
    const negated = roles.negated.has(node.index);
    attempt.use(node, 'COMPARE', match);
    attempt.used.set(wanted.index, { kind: 'VALUE', meaning: text });
    if (on !== null && field !== undefined) attempt.use(on, 'DIMENSION', field.attribute);
    attempt.filters.push(() => ({ kind: 'text', field: at, match, text, negated }));
  }
}

/** Text conditions first: what they look for must not be read as anything else. */
export function addTexts(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): void {
  textFilters(context, attempt, entity, nodes, roles);
}

/** `on weekends`, `on Mondays`. */
export function addDateParts(attempt: Attempt, axis: FieldRef | null, nodes: Node[]): void {
  for (const node of nodes) {
    if (node.time?.kind !== 'parts' || attempt.used.has(node.index) || axis === null || node.values.length > 0) continue;
    const { part, values, label } = node.time;
    attempt.use(node, 'TIME', label);
    attempt.filters.push(() => ({ kind: 'datePart', field: axis, part, values }));
  }
}

/** The record's own date that a verb names: `shipped` and a ship date. What has not happened has none. */
function verbDate(context: Context, entity: string, node: Node): ModelAttribute | null {
  const forms = verbForms(node.item.text).filter((form) => form.length >= 4);
  const names = (attribute: ModelAttribute): string[] => `${attribute.label} ${attribute.synonyms.join(' ')}`.toLowerCase().split(/\W+/);
  const found = context.model
    .entity(entity)
    .attributes.filter(
      (attribute) =>
        isTemporal(attribute) &&
        !/expect|estimat|require|due|plan/i.test(attribute.label) &&
        names(attribute).some((word) => forms.some((form) => word.startsWith(form))),
    );
  return found.length === 1 ? (found[0] ?? null) : null;
}

const SOLD = /^(?:sold|ordered|bought|purchased|rented)$/i;

/** Fits what is left of the sentence: flags, blanks, related records, mere repetition. What still is not used is not understood. */
export function addRemaining(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): void {
  const blank = nodes.find((node) => isWord(node, 'blank') && !attempt.used.has(node.index));
  for (const node of nodes) {
    if (node.things.length === 0 || attempt.used.has(node.index)) continue;
    const negated = roles.negated.has(node.index);
    if (
      blank !== undefined &&
      Math.abs(blank.index - node.index) <= 3 &&
      blankFilter(context, attempt, entity, node, roles.negated.has(blank.index))
    ) {
      attempt.use(blank, 'VALUE', 'blank');
      continue;
    }
    if (addFlag(context, attempt, entity, node, negated)) continue;
    if (addRelated(attempt, context, entity, node, negated)) continue;
    if (negated ? blankFilter(context, attempt, entity, node, false) : isContext(context, entity, node, attempt)) continue;
    const temporal = reachAny(context, entity, node.things).find((reached) => reached.attribute !== null && isTemporal(reached.attribute));
    if (temporal !== undefined && attempt.period !== null) attempt.use(node, 'TIME', temporal.label);
  }
  for (const negation of roles.negations) {
    const target = nextContent(nodes, negation.index + 1);
    if (target !== null && attempt.used.has(target.index)) attempt.use(negation, 'COMPARE', 'not');
  }
  // `products never ordered`: the verb alone stands for the records that point here.
  for (const node of nodes) {
    const elsewhere = roles.negated.has(node.index) && SOLD.test(node.item.text) && reachAny(context, entity, node.things).length === 0;
    if ((!isWord(node, 'sold') && !elsewhere) || attempt.used.has(node.index)) continue;
    const date = roles.negated.has(node.index) ? verbDate(context, entity, node) : null;
    if (date !== null) {
      attempt.use(node, 'VALUE', `no ${date.label.toLowerCase()}`);
      attempt.filters.push(() => ({ kind: 'blank', field: { path: [], attribute: date.name }, negated: false }));
      for (const negation of roles.negations) attempt.use(negation, 'COMPARE', 'not');
      continue;
    }
    const fact = roles.negated.has(node.index) ? factsOf(context, entity)[0] : undefined;
    if (fact === undefined) continue;
    attempt.use(node, 'ENTITY', context.model.entity(fact.entity).label);
    attempt.filters.push(() => ({ kind: 'related', entity: fact.entity, relation: fact.path, filters: [], negated: true }));
    for (const negation of roles.negations) attempt.use(negation, 'COMPARE', 'not');
  }
}
