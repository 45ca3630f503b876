import type { FieldRef, Filter, QueryPlan } from '../../plan/query-plan.ts';
import { barePlan } from '../../plan/bare-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import { isCode, isNumeric, neverAdded } from '../../model/model-index.ts';
import type { Context } from '../context.ts';
import { unitOf } from '../measure-choices.ts';
import { tallyOf } from './measures.ts';
import type { NestedFacts } from './nested-facts.ts';
import { isUnique, nameOf, type Meant } from './read-nested.ts';

/** What of a plan makes its reading less sure. */
export function shapeOf(context: Context, plan: QueryPlan): Pick<NestedFacts, 'loose' | 'negated' | 'repeated' | 'ranked'> {
  const counted = { loose: 0, negated: 0 };
  const look = (filter: Filter, entity: string, inside: string | null): void => {
    if ('negated' in filter && filter.negated) counted.negated += 1;
    if (filter.kind !== 'nested') return;
    const { set } = filter;
    if (inside !== null && set.function === null && set.entity === inside) counted.loose += 1;
    for (const each of set.filters) look(each, set.entity, entity);
  };
  const [source] = plan.sources;
  for (const filter of source?.filters ?? []) look(filter, source?.entity ?? '', null);
  return { ...counted, repeated: source !== undefined && !isUnique(context, source.entity), ranked: isRanked(source?.filters ?? []) };
}

/** What is told of the records in the end. */
type Wanted = 'LIST' | 'COUNT' | 'PLACE' | 'sum' | 'average' | 'min' | 'max';

const AGGREGATES: readonly (readonly [RegExp, Wanted])[] = [
  [/\b(?:total|sum|combined|altogether)\b/iu, 'sum'],
  [/\b(?:average|mean|avg)\b/iu, 'average'],
];

/** `above average` asks for records. */
const ABOVE_AVERAGE = /\b(?:above|below|over|under|than)\s+(?:the\s+)?(?:average|mean)\b/giu;
const NUMBER_OF = /(?<!\band )\bhow many\b|^\W*(?:what (?:is|are|was|were) |give me |show(?: me)? |tell me |find |return )?(?:the )?(?:total |overall )?(?:number|count) of\b/iu; // prettier-ignore

/** What a question asks of records. */
export function wantedOf(question: string): Wanted {
  if (/^\W*(?:where)\b/iu.test(question)) return 'PLACE';
  if (NUMBER_OF.test(question)) return 'COUNT';
  const said = question.replaceAll(ABOVE_AVERAGE, '');
  return AGGREGATES.find(([each]) => each.test(said))?.[1] ?? 'LIST';
}

const titleOf = (context: Context, entity: string): FieldRef => {
  const { relations, titleAttribute } = context.model.entity(entity);
  const [relation] = relations;
  const name = nameOf(context, entity) ?? titleAttribute;
  if (name !== null) return { path: [], attribute: name };
  return relation === undefined ? { path: [], attribute: 'id' } : { path: [relation.name], attribute: 'id' };
};

/** One record in several rows is told once, where one is asked for. */
const isRanked = (filters: readonly Filter[]): boolean =>
  filters.some((filter) => filter.kind === 'nested' && (filter.operator === '=' || filter.set.counted?.direction != null));

/** Where a record is: the record it belongs to, or its attribute of place. */
function placeOf(context: Context, entity: string): FieldRef | null {
  const { relations, attributes } = context.model.entity(entity);
  const [relation] = relations;
  if (relation !== undefined) {
    const name = nameOf(context, relation.target);
    return { path: [relation.name], attribute: name ?? 'id' };
  }
  const place = attributes.find(
    ({ name, semantic, label }) => name !== nameOf(context, entity) && (semantic === 'PLACE' || /address|location/iu.test(label)),
  );
  return place === undefined ? null : { path: [], attribute: place.name };
}

const isMoment = (filter: Filter): boolean => filter.kind === 'time' || filter.kind === 'datePart' || (filter.kind === 'compare' && filter.of.kind === 'field' && /year$/iu.test(filter.of.field.attribute)); // prettier-ignore

/** The plan that tells what is wanted of records; null where they have none of it. */
export function planOf(context: Context, meant: Meant, wanted: Wanted): QueryPlan | null {
  const { entity, attribute, filters } = meant;
  const source = { entity, filters, timeField: null, keys: [] };
  const found = attribute === null ? null : context.model.attribute(entity, attribute);
  const number = found !== null && isNumeric(found);
  if (wanted === 'COUNT' && !number) {
    const label = context.model.entity(entity).pluralLabel;
    const tally = tallyOf(context, entity);
    if (tally !== null) return planOf(context, { ...meant, attribute: tally.name }, 'sum');
    const measure = { id: `count:${entity}`, label, unit: 'COUNT' as const, currency: null, metric: null };
    return { ...barePlan('value', [source]), measures: [{ ...measure, expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] } }], limit: MAX_ROWS }; // prettier-ignore
  }
  if (wanted !== 'COUNT' && wanted !== 'LIST' && wanted !== 'PLACE') {
    if (found === null || !number || attribute === null || isCode(found) || neverAdded(found)) return null;
    const measure = { id: `${wanted}:${entity}.${attribute}`, label: `${wanted === 'sum' ? 'Total' : 'Average'} ${found.label.toLowerCase()}`, unit: unitOf(found), currency: found.currency, metric: null }; // prettier-ignore
    return { ...barePlan('value', [source]), measures: [{ ...measure, expression: { kind: 'aggregate', source: 0, function: wanted, of: { kind: 'field', field: { path: [], attribute } }, filters: [] } }], limit: MAX_ROWS }; // prettier-ignore
  }
  // Numbers of no record that was named tell nothing.
  if (wanted === 'LIST' && number && found.semantic !== 'IDENTIFIER' && filters.every(isMoment) && filters.length > 0) return null;
  const told =
    wanted === 'PLACE' && attribute === null
      ? placeOf(context, entity)
      : attribute === null
        ? titleOf(context, entity)
        : { path: [], attribute };
  return told === null
    ? null
    : {
        ...barePlan('list', [source]),
        columns: [told],
        distinct: !isUnique(context, entity) && (attribute !== null || isRanked(filters)),
        limit: MAX_ROWS,
      };
}
