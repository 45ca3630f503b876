import type { Lexicon } from '../../language/lexicon-builder.ts';
import { barePlan } from '../../plan/bare-plan.ts';
import type { FieldRef, Filter, QueryPlan } from '../../plan/query-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import { isCode, isNumeric, neverAdded } from '../../model/model-index.ts';
import { unitOf } from '../measure-choices.ts';
import { Attempt } from '../attempt.ts';
import type { Context } from '../context.ts';
import { readGrouped, readRatio } from './read-grouped.ts';
import type { NestedFacts, NestedReading } from './nested-facts.ts';
import { isRankAlone, nounPhrases, type NounPhrase } from './noun-phrases.ts';
import { isLinkTable } from './links.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { isNeighbourly, superlativeOf } from './words.ts';
import { attach } from './attach.ts';
import { isUnique, meaningsOf, nameOf, settle, type Meant } from './read-nested.ts';

/** Phrases beyond this many are not read: nobody means such a sentence. */
const MAX_PHRASES = 6;
/** Readings of a part of the sentence that are followed. */
const BEAM = 6;
/** What a second condition on the same thing costs, where nothing says that it is one. */
const SIBLING = 0.3;

/** What of a plan makes its reading less sure. */
function shapeOf(context: Context, plan: QueryPlan): Pick<NestedFacts, 'loose' | 'negated' | 'repeated' | 'ranked'> {
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

/** Reads the phrases of a stretch of the sentence as conditions on the first of them, in every way in which they can belong together. */
class Reader {
  readonly #context: Context;
  readonly #phrases: readonly NounPhrase[];
  readonly #spans = new Map<string, Meant[]>();

  constructor(context: Context, phrases: readonly NounPhrase[]) {
    this.#context = context;
    this.#phrases = phrases;
  }

  /** Readings of phrases `from` to `to`, both included. */
  span(from: number, to: number): Meant[] {
    const key = `${from} ${to}`;
    const known = this.#spans.get(key);
    if (known !== undefined) return known;
    const phrase = this.#phrases[from];
    const heads = phrase === undefined ? [] : this.#children(meaningsOf(this.#context, phrase), from, from + 1, to);
    const settled = heads.flatMap((each) => (phrase === undefined ? [] : (settle(this.#context, phrase, each) ?? [])));
    const found = best(settled);
    this.#spans.set(key, found);
    return found;
  }

  #children(heads: Meant[], head: number, start: number, to: number): Meant[] {
    if (start > to || heads.length === 0) return heads;
    const found: Meant[] = [];
    const phrase = this.#phrases[start];
    if (phrase === undefined) return heads;
    for (let end = start; end <= to; end += 1) {
      const cost = this.#cost(head, start);
      const near = (this.#phrases[head]?.said ?? []).filter(isNeighbourly);
      const said =
        this.#phrases[end] === this.#phrases.at(-1)
          ? [...phrase.said, ...near, ...(this.#phrases.at(-1)?.after ?? [])]
          : [...phrase.said, ...near];
      const attached = heads.flatMap((each) =>
        this.#childrenOf(start, end).flatMap((child) => attach(this.#context, each, child, phrase, said)),
      );
      found.push(...this.#children(best(attached.map((each) => ({ ...each, score: each.score - cost }))), head, end + 1, to));
    }
    return best(found);
  }

  /** What it costs to take a phrase as a condition on this head: the nearest is the likeliest, unless the verb is that of the first. */
  #cost(head: number, at: number): number {
    const says = (index: number, words: readonly string[]): boolean =>
      this.#phrases[index]?.said.some((word) => words.includes(word)) === true;
    const relative = says(at, ['that', 'which', 'who', 'whose', 'where', 'with']);
    const main = !relative && says(at, ['have', 'ha', 'is', 'are']) && this.#phrases[at]?.superlative != null;
    if (main && head > 0) return SIBLING;
    if (main) return 0;
    const ranked = this.#phrases[head]?.superlative != null && (this.#phrases[head]?.nouns[0]?.entities.length ?? 1) === 0;
    if (relative && ranked && head > 0) return SIBLING;
    const joined = ['and', 'but'].includes(this.#phrases[at]?.said[0] ?? '') && (this.#phrases[at]?.said.length ?? 0) > 1;
    if (joined) return head === 0 ? 0 : SIBLING;
    if (at === head + 1) return 0;
    return says(at, ['and', 'but']) ? SIBLING / 3 : relative && this.#phrases[at - 1]?.superlative != null ? SIBLING / 3 : SIBLING;
  }

  /** A phrase of `the most rivers` is counted, and so has no superlative of its own. */
  #childrenOf(start: number, end: number): Meant[] {
    const phrase = this.#phrases[start];
    const degree = phrase?.superlative != null && phrase.superlative.adjective === null;
    if (phrase !== undefined && isRankAlone(phrase))
      return start === end ? [{ entity: '', attribute: null, filters: [], counted: null, score: 1 }] : [];
    if (phrase === undefined || !degree) return this.span(start, end);
    return best(this.#children(meaningsOf(this.#context, phrase), start, start + 1, end));
  }
}

const best = (found: Meant[]): Meant[] => found.toSorted((a, b) => b.score - a.score).slice(0, BEAM);

const AGGREGATES: readonly (readonly [RegExp, Wanted])[] = [
  [/\b(?:total|sum|combined|altogether)\b/iu, 'sum'],
  [/\b(?:average|mean|avg)\b/iu, 'average'],
];

function wantedOf(question: string): Wanted {
  if (/^\W*(?:where)\b/iu.test(question)) return 'PLACE';
  const aggregate = AGGREGATES.find(([said]) => said.test(question));
  if (aggregate !== undefined) return aggregate[1];
  return /\bhow many\b|^\W*(?:what (?:is|are|was|were) |give me |show |tell me )?(?:the )?(?:total )?(?:number|count) of\b/iu.test(question)
    ? 'COUNT'
    : 'LIST';
}

/** `Sacramento is the capital of which state`: what is asked for comes first. */
function askedFirst(phrases: NounPhrase[]): NounPhrase[] {
  const asks = ({ said, nouns, values }: NounPhrase): boolean =>
    nouns.length > 0 && values.length === 0 && said.some((word) => word === 'which' || word === 'what');
  const at = phrases.findIndex(asks);
  const [asked] = at > 0 && phrases[0] !== undefined && !asks(phrases[0]) ? phrases.slice(at, at + 1) : [];
  return asked === undefined || at !== phrases.length - 1 ? phrases : [asked, ...phrases.slice(0, at)];
}

const titleOf = (context: Context, entity: string): FieldRef => {
  const [relation] = context.model.entity(entity).relations;
  const name = nameOf(context, entity);
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

function planOf(context: Context, meant: Meant, wanted: Wanted): QueryPlan | null {
  const { entity, attribute, filters } = meant;
  const source = { entity, filters, timeField: null, keys: [] };
  const found = attribute === null ? null : context.model.attribute(entity, attribute);
  const number = found !== null && isNumeric(found);
  if (wanted === 'COUNT' && !number) {
    const label = context.model.entity(entity).pluralLabel;
    const measure = { id: `count:${entity}`, label, unit: 'COUNT' as const, currency: null, metric: null };
    return { ...barePlan('value', [source]), measures: [{ ...measure, expression: { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] } }], limit: MAX_ROWS }; // prettier-ignore
  }
  if (wanted !== 'COUNT' && wanted !== 'LIST' && wanted !== 'PLACE') {
    if (found === null || !number || attribute === null || isCode(found) || neverAdded(found)) return null;
    const measure = { id: `${wanted}:${entity}.${attribute}`, label: `${wanted === 'sum' ? 'Total' : 'Average'} ${found.label.toLowerCase()}`, unit: unitOf(found), currency: found.currency, metric: null }; // prettier-ignore
    return { ...barePlan('value', [source]), measures: [{ ...measure, expression: { kind: 'aggregate', source: 0, function: wanted, of: { kind: 'field', field: { path: [], attribute } }, filters: [] } }], limit: MAX_ROWS }; // prettier-ignore
  }
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

const RANKED_BY =
  /^(?<before>.*?)\b(?<rank>\w+est)\s+(?<noun>.+?)\s+(?:by|in terms of|in)\s+(?<measure>population|area|size|length|height|price|age|weight|revenue|[a-z]+)\W*$/isu;

/** `the largest city in Texas by population`: with the highest population. */
function rankedBy(question: string): string {
  const { before, rank, noun, measure } = RANKED_BY.exec(question)?.groups ?? {};
  const superlative = superlativeOf(rank?.toLowerCase() ?? '');
  if (superlative === null || !/\bby\s+\w+\W*$|in terms of/iu.test(question)) return question;
  return `${before ?? ''}${noun ?? ''} with the ${superlative.direction === 'max' ? 'highest' : 'lowest'} ${measure ?? ''}`;
}

/** What is asked beside the records. */
const ORDERED = /,?\s*\b(?:and\s+)?(?:ordered|sorted|order|sort|ranked|listed)\b\s+(?:by|in|from|alphabetically)?.*$/isu;

/** Reads a question as nested phrases over the tenant's records; null where it is none. */
export function readNested(context: Context, lexicon: Lexicon, asked: string): NestedReading | null {
  const question = rankedBy(asked.replace(ORDERED, ''));
  const read = (text: string): NestedReading | null => readRecords(context, lexicon, text);
  return readRatio(question, read) ?? readGrouped(context, lexicon, question, read) ?? read(question);
}

function readRecords(context: Context, lexicon: Lexicon, question: string): NestedReading | null {
  const pieces: Piece[] = piecesOf(question, lexicon);
  const { phrases: found, unknown } = nounPhrases(pieces, (entity) => isLinkTable(context, entity));
  const phrases = askedFirst(found);
  if (phrases.length === 0 || phrases.length > MAX_PHRASES) return null;
  const readings = new Reader(context, phrases).span(0, phrases.length - 1);
  const wanted = wantedOf(question);
  const plans = readings.flatMap((meant) => {
    const plan = planOf(context, meant, wanted);
    return plan === null ? [] : [{ plan, score: meant.score / phrases.length }];
  });
  const [first] = plans;
  if (first === undefined) return null;
  const second = plans.find(({ plan }) => JSON.stringify(plan) !== JSON.stringify(first.plan));
  const attempt = new Attempt();
  const vague = phrases.flatMap((each) => each.vague ?? []);
  for (const word of unknown) attempt.note(`"${word}" is not taken into account`, -0.25);
  for (const word of vague) attempt.note(`nobody said how much "${word}" is: it is not taken into account`, -0.4);
  return {
    interpretation: { plan: first.plan, attempt, score: first.score },
    facts: {
      phrases: phrases.length,
      unknown: unknown.length,
      score: first.score,
      margin: second === undefined ? 1 : first.score - second.score,
      corrected: pieces.filter(({ corrected }) => corrected).length,
      vague: vague.length,
      ...shapeOf(context, first.plan),
      rival: false,
    },
  };
}
