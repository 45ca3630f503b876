import type { Context } from '../context.ts';
import type { Filter } from '../../plan/query-plan.ts';
import { isNumeric } from '../../model/model-index.ts';
import { attributeFor, directionFor, extremeOf, tellsExtreme } from './extremes.ts';
import { ID, recordSet, type Records } from './links.ts';
import { momentFilters } from './moments.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { assumedFor } from './vague.ts';
import { words } from './sentence-words.ts';

/** What a phrase stands for: records, and of them a field when it names one. */
export interface Meant extends Records {
  /** The attribute asked of the records; null: the records themselves. */
  attribute: string | null;
  /** How likely: names as they are written count more than parts of them. */
  score: number;
  /** A value that all records have: it restricts none. */
  universal?: boolean;
}

const MAX_ALTERNATIVES = 8;

const best = (found: Meant[]): Meant[] => found.toSorted((a, b) => b.score - a.score).slice(0, MAX_ALTERNATIVES);

/** What is known of the data whoever asks. */
type Known = Pick<Context, 'model' | 'profile'>;

/** The attribute that records of an entity are called by; null when none names them. */
export function nameOf(context: Known, entity: string): string | null {
  const found = context.model.find(entity);
  if (found === null) return null;
  const texts = found.attributes.filter(({ type }) => type === 'TEXT');
  const own = words(found.label).at(-1);
  const called = (attribute: (typeof texts)[number]): boolean => ['name', 'title'].includes(words(attribute.label).at(-1) ?? '');
  return (
    (
      texts.find((each) => called(each) && words(each.label)[0] === own) ??
      texts.find(called) ??
      (found.titleAttribute === null ? undefined : texts.find(({ name }) => name === found.titleAttribute)) ??
      texts.find(({ semantic }) => semantic === 'NAME') ??
      texts.find((each) => words(each.label).at(-1) === own)
    )?.name ?? null
  );
}

/** Whether no two records have one name. */
export function isUnique(context: Known, entity: string): boolean {
  const name = nameOf(context, entity);
  const facts = context.profile.entities[entity];
  return name === null || facts === undefined || (facts.attributes[name]?.distinct ?? 0) >= facts.rows;
}

/** A value that every record has restricts nothing. */
export const isUniversal = (context: Context, entity: string, attribute: string): boolean =>
  (context.profile.entities[entity]?.attributes[attribute]?.distinct ?? 0) === 1;

/** What many others belong to is spoken of more likely. */
const hub = (context: Context, entity: string): number =>
  Math.min(0.04, 0.01 * context.model.model.entities.filter(({ relations }) => relations.some(({ target }) => target === entity)).length);

/** Holds superlatives to the records that fulfil all the other conditions, whichever was said first. */
function among(meant: Meant): Meant {
  const ranks = (filter: Filter): boolean =>
    filter.kind === 'nested' &&
    filter.set.entity === meant.entity &&
    filter.field.path.length === 0 &&
    (filter.operator === '=' || filter.set.counted?.direction != null);
  const others = meant.filters.filter((filter) => !ranks(filter));
  const filters = meant.filters.map((filter) =>
    filter.kind === 'nested' && ranks(filter) ? { ...filter, set: { ...filter.set, filters: others } } : filter,
  );
  return { ...meant, filters };
}

/** Numbers are compared as numbers. */
function valueFor(context: Context, entity: string, attribute: string, value: string): string | number | boolean {
  const type = context.model.attribute(entity, attribute)?.type;
  if (type === 'BOOLEAN') return value === 'true';
  return type === 'INTEGER' || type === 'DECIMAL' || type === 'MONEY' || type === 'PERCENT' ? Number(value) : value;
}

/** All that a phrase can stand for by itself, before its superlative is applied. */
export function meaningsOf(context: Context, phrase: NounPhrase): Meant[] {
  const found: Meant[] = [];
  const add = (entity: string, attribute: string | null, filters: Filter[], score: number, universal = false): void =>
    void found.push({ entity, attribute, filters, counted: null, score: score + hub(context, entity), universal });
  if (phrase.moment !== null) {
    for (const { name } of context.model.model.entities)
      for (const { filter, score } of momentFilters(context, name, phrase.moment, phrase.said)) add(name, null, [filter], 0.9 + score);
    return best(found);
  }
  const [noun] = phrase.nouns.toReversed();
  const owner = phrase.nouns.length > 1 ? phrase.nouns[0] : undefined;
  const isOwner = (entity: string): boolean =>
    owner === undefined || [...owner.entities, ...owner.attributes].some((each) => each.entity === entity);
  const values = phrase.values.filter((piece) => piece !== noun);
  const valued = [...values, ...(noun !== undefined && phrase.values.includes(noun) ? [noun] : [])];
  for (const piece of valued) {
    for (const { entity, attribute, value, exact } of piece.values) {
      const title = nameOf(context, entity) === attribute ? 0.1 : -0.1;
      const universal = isUniversal(context, entity, attribute);
      const others = phrase.others.flatMap((each) => each.values.filter((other) => other.entity === entity && other.attribute === attribute)); // prettier-ignore
      const values = [value, ...others.map((other) => other.value)].map((each) => valueFor(context, entity, attribute, each));
      const filters: Filter[] = universal ? [] : [{ kind: 'equals', field: { path: [], attribute }, values, negated: false }];
      // People and places of men go without an article: `the Mississippi` is no state.
      const article = noun === undefined && phrase.said.at(-1) === 'the' && ['PLACE', 'PERSON'].includes(context.model.attribute(entity, attribute)?.semantic ?? '') ? 0.15 : 0; // prettier-ignore
      const base = 0.9 - article + title - (exact ? 0 : 0.25) - (piece.corrected ? 0.15 : 0) - (universal ? 0.2 : 0);
      if (noun === undefined || noun === piece) add(entity, null, filters, base, universal);
      else if (noun.entities.some((each) => each.entity === entity)) add(entity, null, filters, base + 0.2);
      else if (noun.attributes.some((each) => each.entity === entity && each.attribute === attribute))
        add(entity, null, filters, base + 0.25);
    }
  }
  if (found.length > 0 && (noun === undefined || values.length > 0)) return best(found);
  const { text } = phrase;
  if (text !== null) {
    const match = (attribute: string): Filter => ({ kind: 'text', field: { path: [], attribute }, match: text.match, text: text.text, negated: false }); // prettier-ignore
    for (const { entity, attribute } of noun?.attributes ?? [])
      if (context.model.attribute(entity, attribute)?.type === 'TEXT') add(entity, null, [match(attribute)], 0.9);
    for (const { entity } of noun?.entities ?? []) {
      const name = nameOf(context, entity);
      if (name !== null) add(entity, null, [match(name)], 0.9);
    }
    return best(found);
  }
  for (const { entity, exact, link } of noun?.entities ?? []) {
    const linked: Filter[] = link === undefined ? [] : [{ kind: 'nested', field: { path: [], attribute: ID }, operator: 'in', negated: false, set: recordSet({ entity: link.entity, filters: [], counted: null }, { path: [link.relation], attribute: ID }) }]; // prettier-ignore
    const attribute = phrase.dimension === null ? null : attributeFor(context, entity, phrase.dimension);
    add(entity, attribute?.name ?? null, linked, (exact ? 1 : 0.75) - (noun?.corrected === true ? 0.15 : 0));
  }
  for (const { entity, attribute, exact } of noun?.attributes ?? [])
    if (isOwner(entity)) {
      const own = context.model.attribute(entity, attribute);
      const named = own !== null && noun !== undefined && phrase.dimension === null;
      add(entity, attribute, [], (exact ? 0.95 : 0.6) + (named ? 0 : -0.1) - (noun?.corrected === true ? 0.15 : 0));
    }
  if (noun === undefined && phrase.dimension !== null)
    for (const { name } of context.model.model.entities) {
      const attribute = attributeFor(context, name, phrase.dimension);
      if (attribute !== null) add(name, attribute.name, [], 0.7);
    }
  return best(found);
}

/** Applies a phrase's superlative to what it stands for, once all its conditions are known. */
export function settle(context: Context, phrase: NounPhrase, unsettled: Meant): Meant | null {
  const assumed = phrase.vague === null ? null : assumedFor(context, unsettled.entity, phrase.vague);
  const sized = assumed === null ? unsettled : { ...unsettled, filters: [...unsettled.filters, assumed.filter] };
  const meant = measured(context, phrase, among(sized));
  const { superlative } = phrase;
  if (meant.attribute !== null) {
    const told = tellsExtreme(context, meant.entity, meant.attribute);
    if (told !== null) return { ...meant, filters: [...meant.filters, extremeOf(meant, told.by, told.superlative.direction)] };
  }
  if (superlative === null) return meant;
  if (meant.attribute !== null) {
    const attribute = context.model.attribute(meant.entity, meant.attribute);
    const records = superlative.adjective === null || attribute?.type !== 'TEXT' ? null : asRecords(context, meant);
    if (records !== null) return settle(context, phrase, records);
    return attribute === null || attribute.type === 'TEXT'
      ? null
      : { ...meant, filters: [...meant.filters, extremeOf(meant, meant.attribute, superlative.direction)] };
  }
  const word = superlative.adjective ?? phrase.dimension;
  if (word === null) return null;
  const by = attributeFor(context, meant.entity, word);
  if (by === null) return null;
  return { ...meant, filters: [...meant.filters, extremeOf(meant, by.name, directionFor(by, superlative))] };
}

/** `a rating above 3`, `a price below average`: the records of which it holds. */
function measured(context: Context, phrase: NounPhrase, meant: Meant): Meant {
  const { attribute, entity } = meant;
  const found = attribute === null ? null : context.model.attribute(entity, attribute);
  if (attribute === null || found === null || !isNumeric(found) || (phrase.counted === null && phrase.average === null)) return meant;
  const field = { path: [], attribute };
  const filters: Filter[] = [];
  if (phrase.counted !== null) filters.push({ kind: 'compare', of: { kind: 'field', field }, ...phrase.counted });
  if (phrase.average !== null)
    filters.push({ kind: 'nested', field, operator: phrase.average, negated: false, set: { entity, field, function: 'average', filters: [], counted: null } }); // prettier-ignore
  return { ...meant, attribute: null, filters: [...meant.filters, ...filters] };
}

/** Texts that are names of records of another kind (`capital` of cities): those records. */
export function asRecords(context: Context, meant: Meant): Meant | null {
  const { attribute, entity } = meant;
  const values = attribute === null ? null : (context.profile.entities[entity]?.attributes[attribute]?.values ?? null);
  if (attribute === null || values === null || values.length === 0) return null;
  for (const other of context.model.model.entities) {
    const title = nameOf(context, other.name);
    const names =
      title === null || other.name === entity ? null : new Set(context.profile.entities[other.name]?.attributes[title]?.values ?? []);
    if (title === null || names === null || names.size === 0) continue;
    if (values.filter((value) => names.has(value)).length < values.length * 0.6) continue;
    const filter: Filter = { kind: 'nested', field: { path: [], attribute: title }, operator: 'in', negated: false, set: recordSet(meant, { path: [], attribute }) }; // prettier-ignore
    const own = samePlace(context, other.name, meant);
    return {
      entity: other.name,
      attribute: null,
      filters: own === null ? [filter] : [filter, own],
      counted: null,
      score: meant.score - 0.1,
    };
  }
  return null;
}

/** Two cities of one name: the one that belongs to the same record is meant. */
function samePlace(context: Context, entity: string, meant: Meant): Filter | null {
  const path = context.model.paths(entity).find(({ target, relations }) => target === meant.entity && relations.length === 1);
  return path === undefined || meant.filters.length === 0
    ? null
    : { kind: 'nested', field: { path: path.relations, attribute: ID }, operator: 'in', negated: false, set: recordSet(meant, { path: [], attribute: ID }) }; // prettier-ignore
}
