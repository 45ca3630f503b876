import type { Filter } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { attributeFor, directionFor, extremeOf, tellsExtreme } from './extremes.ts';
import { countedFor, ID, linksTo, recordSet } from './links.ts';
import { isRankAlone, type NounPhrase } from './noun-phrases.ts';
import { asRecords, isUnique, isUniversal, nameOf, settle, type Meant } from './read-nested.ts';
import { isNeighbourly } from './words.ts';

/** Of what stands in several rows, none may be so. */
function notAmong(context: Context, head: Meant, filter: Filter): Filter {
  const field = { path: [], attribute: nameOf(context, head.entity) ?? ID };
  return { kind: 'nested', field, operator: 'in', negated: true, set: recordSet({ ...head, filters: [filter] }, field) };
}

/** Whether a phrase says something of the records themselves: a value that is no name, a number, a part of a text, a moment. */
function isOwn(context: Context, head: Meant, to: Meant, phrase: NounPhrase): boolean {
  if (to.attribute !== null || to.filters.length !== 1 || phrase.superlative !== null) return false;
  if (phrase.moment !== null || phrase.text !== null || phrase.average !== null || (phrase.counted !== null && phrase.nouns.length > 0)) return true; // prettier-ignore
  const [filter] = to.filters;
  const named = phrase.nouns.some(({ entities }) => entities.some(({ entity }) => entity === head.entity));
  // `the population of Denver` is not that of the state whose capital it is.
  const called = phrase.nouns.length === 0 && phrase.values.some(({ values }) => values.some(({ entity, attribute }) => nameOf(context, entity) === attribute)); // prettier-ignore
  return (
    filter?.kind === 'equals' &&
    filter.field.path.length === 0 &&
    !named &&
    !called &&
    filter.field.attribute !== nameOf(context, head.entity)
  );
}

/** `in Texas and Ohio`: nothing is in both, so that either is meant. */
function together(filters: readonly Filter[], more: readonly Filter[], said: readonly string[]): Filter[] {
  const [next] = more;
  const same = filters.find((filter) => filter.kind === 'equals' && next?.kind === 'equals' && !filter.negated && JSON.stringify(filter.field) === JSON.stringify(next.field)); // prettier-ignore
  if (same?.kind !== 'equals' || next?.kind !== 'equals' || !said.includes('and')) return [...filters, ...more];
  return filters.map((filter) => (filter === same ? { ...same, values: [...same.values, ...next.values] } : filter));
}

/** Every way in which one phrase's records are held to another's; `said` are the words between. */
export function attach(context: Context, head: Meant, to: Meant, phrase: NounPhrase, said: readonly string[]): Meant[] {
  const found: Meant[] = [];
  const add = (filter: Filter | null, score: number): void =>
    void found.push({
      ...head,
      filters: filter === null ? head.filters : [...head.filters, filter],
      score: head.score + to.score + score,
    });
  const { negated, superlative } = phrase;
  if (isRankAlone(phrase)) {
    const by = attributeFor(context, head.entity, superlative?.adjective ?? '');
    if (by !== null && superlative !== null) add(extremeOf(head, by.name, directionFor(by, superlative)), 1);
    return found;
  }
  const calling = phrase.nouns.length === 0 && said.some((word) => word === 'named' || word === 'called');
  const neighbours = said.some(isNeighbourly);
  // One record has no highest of its own.
  const single = head.filters.some((filter) => filter.kind === 'equals' && filter.field.attribute === nameOf(context, head.entity))
    ? 0.5
    : 0;
  if (to.universal === true && !negated) return [{ ...head, score: head.score + to.score + 0.8 }];
  // `in the country`, where there is only one.
  if (to.attribute !== null && superlative === null && to.filters.length === 0 && isUniversal(context, to.entity, to.attribute))
    add(null, 0.5);
  const place = said.some((word) => ['in', 'of', 'through', 'within', 'from'].includes(word));
  // The most of something: how many belong to each record.
  if (superlative !== null && superlative.adjective === null && to.attribute === null) {
    const counted = countedFor(context, head.entity, to.entity, said);
    if (counted !== null) {
      const { entity, relation } = counted;
      const set = { ...recordSet(head, { path: [], attribute: ID }), counted: { entity, relation, filters: entity === to.entity ? to.filters : [], direction: superlative.direction === 'max' ? ('desc' as const) : ('asc' as const), operator: null, value: null } }; // prettier-ignore
      add({ kind: 'nested', field: { path: [], attribute: ID }, operator: 'in', negated: false, set }, counted.score);
    }
    return found;
  }
  if (
    phrase.counted !== null &&
    to.attribute === null &&
    phrase.nouns.some(({ entities }) => entities.some(({ entity }) => entity === to.entity))
  ) {
    const counted = countedFor(context, head.entity, to.entity, said);
    if (counted !== null) {
      const { entity, relation } = counted;
      const set = { ...recordSet({ ...head, filters: [] }, { path: [], attribute: ID }), counted: { entity, relation, filters: entity === to.entity ? to.filters : [], direction: null, ...phrase.counted } }; // prettier-ignore
      add({ kind: 'nested', field: { path: [], attribute: ID }, operator: 'in', negated, set }, counted.score);
    }
    return found;
  }
  const named = to.attribute !== null && head.attribute !== null ? asRecords(context, to) : null;
  if (named !== null && named.entity === head.entity)
    found.push({ ...head, filters: [...head.filters, ...named.filters], score: head.score + to.score + 1.2 });
  if (to.entity === head.entity) {
    // `the height of the highest point`: another number of what is told.
    if (
      to.attribute !== null &&
      head.attribute !== null &&
      to.attribute !== head.attribute &&
      tellsExtreme(context, to.entity, to.attribute) !== null
    )
      found.push({ ...head, filters: [...head.filters, ...to.filters], score: head.score + to.score + 1.2 });
    // `which state is Austin the capital of`: the attribute only says what the value is.
    const isValueOf = (filter: Filter): boolean =>
      filter.kind === 'equals' && filter.field.path.length === 0 && filter.field.attribute === to.attribute;
    if (to.attribute !== null && superlative === null && to.filters.length === 0 && head.filters.some(isValueOf)) add(null, 1.2);
    // Of the same records: `the population of the largest city`, `states with the highest population`.
    if (to.attribute !== null && head.attribute === null && (superlative !== null || phrase.counted !== null)) {
      if (phrase.counted !== null) add({ kind: 'compare', of: { kind: 'field', field: { path: [], attribute: to.attribute } }, operator: phrase.counted.operator, value: phrase.counted.value }, 1); // prettier-ignore
      else if (superlative !== null) {
        // `the lowest price in Texas`: what is said of the number holds for the records.
        const said = to.filters.filter((filter) => filter.kind !== 'nested' || filter.operator === 'in');
        const those = { ...head, filters: [...head.filters, ...said] };
        found.push({ ...those, filters: [...those.filters, extremeOf(those, to.attribute, superlative.direction)], score: head.score + to.score + 1.3 - single }); // prettier-ignore
      }
    } else if (isOwn(context, head, to, phrase) && !negated && !neighbours) {
      found.push({ ...head, filters: together(head.filters, to.filters, said), score: head.score + to.score + 1.45 });
    } else if (to.attribute === null && !negated && !neighbours) {
      const same = to.filters;
      const relative = to.filters.length > 0 && said.some((word) => ['that', 'which', 'who'].includes(word)) && phrase.values.length > 0;
      if ((head.attribute !== null && !relative) || (head.filters.length === 0 && !place)) found.push({ ...head, filters: [...head.filters, ...same], score: head.score + to.score + (head.attribute === null ? 0.9 : 1.3) });
    } else if (to.attribute === null && negated && to.filters.length > 0)
      add({ kind: 'nested', field: { path: [], attribute: ID }, operator: 'in', negated: true, set: recordSet(to, { path: [], attribute: ID }) }, 0.8); // prettier-ignore
  }
  if (!calling && (to.attribute === null || superlative !== null || tellsExtreme(context, to.entity, to.attribute) !== null)) {
    // Only what belongs to the other records because of a shared name of place: nothing more is said by a whole table.
    const bare = to.filters.length === 0 && to.attribute === null && !negated ? 0.5 : 0;
    const meant = superlative?.adjective === null && to.attribute !== null ? (settle(context, phrase, to) ?? to) : to;
    const links = linksTo(context, head.entity, meant, said, negated && isUnique(context, head.entity)).slice(0, 3);
    for (const link of links)
      add(negated && !isUnique(context, head.entity) ? notAmong(context, head, link.filter) : link.filter, link.score - bare);
  }
  return found;
}
