import type { Dimension, FieldRef, Grain } from '../../plan/query-plan.ts';
import type { Lexicon } from '../../language/lexicon-builder.ts';
import { isCode, isNumeric, isTemporal } from '../../model/model-index.ts';
import type { Context } from '../context.ts';
import { withAgents } from './agents.ts';
import { withFlags } from './flags.ts';
import { keyPath } from './key-paths.ts';
import { isLinkTable } from './links.ts';
import type { Measured } from './measures.ts';
import { nounPhrases } from './noun-phrases.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { words } from './sentence-words.ts';
import { speaksOf } from './words.ts';
import { isUnique, meaningsOf, nameOf, type Meant } from './read-nested.ts';

/** What numbers are told for, as it is said. */
export interface Key {
  /** What it can be, likeliest first; of several attributes of the same records each. */
  meanings: Meant[][];
  /** Part of the calendar, where no attribute is called so. */
  grain: Grain | null;
  /** Conditions said behind it. */
  rest: string;
  /** Words of it that nobody understood. */
  unknown: string[];
  plural: boolean;
}

const ARTICLES = new Set(
  'the a an of all name title list different distinct unique and their each every any it do doe is are was'.split(' '),
);
const WEEK = /^(?:the )?(?:days? of (?:the )?week|weekdays?)\b/iu;
const CALENDAR: readonly (readonly [RegExp, Grain])[] = [
  [/^(?:the )?years?\b/iu, 'year'],
  [/^(?:the )?quarters?\b/iu, 'quarter'],
  [/^(?:the )?months?\b/iu, 'month'],
  [/^(?:the )?weeks?\b/iu, 'week'],
  [/^(?:the )?(?:days?|dates?)\b/iu, 'day'],
];

/** Reads what numbers are told for; null where it names nothing. */
export function keyOf(context: Context, lexicon: Lexicon, asked: string): Key | null {
  const week = WEEK.exec(asked)?.[0];
  const text = week === undefined ? asked : `day${asked.slice(week.length)}`;
  const { phrases, unknown } = nounPhrases(withAgents(context, withFlags(context, piecesOf(text, lexicon))), (entity) =>
    isLinkTable(context, entity),
  );
  const grain: Grain | null = week === undefined ? (CALENDAR.find(([said]) => said.test(text))?.[1] ?? null) : 'weekday';
  // `business category`: the last word is what is meant.
  if (isCompound(phrases[0], phrases[1])) phrases.shift();
  const [first] = phrases;
  const noun = first?.nouns.at(-1);
  if (first === undefined || noun === undefined || first.values.length > 0 || first.superlative !== null || first.moment !== null)
    return grain === null ? null : { meanings: [], grain, rest: text.replace(/^\w+/u, ''), unknown: [], plural: false };
  // `directed the film`: no thing, but what is done with it.
  if (first.said.some((word) => !ARTICLES.has(word))) return null;
  // `the latitude and longitude of the business`: attributes, and the records they are of.
  let taken = 1;
  while (phrases[taken] !== undefined && isAttributeOf(phrases[taken - 1], phrases[taken])) taken += 1;
  const named = phrases.slice(0, taken);
  const end = Math.max(...named.flatMap(({ nouns }) => nouns.map((piece) => piece.end)));
  const meanings = named.map(
    (phrase) =>
    meaningsOf(context, { ...phrase, nouns: phrase.nouns.map(unlinked) }).filter(({ filters, entity, attribute }) => filters.length === 0 && (named.length > 1 || !isMeasure(context, entity, attribute))), // prettier-ignore
  );
  if (meanings.some((each) => each.length === 0)) return null;
  const last = named.at(-1)?.nouns.at(-1)?.text ?? '';
  return { meanings, grain, rest: text.slice(end), unknown: unknown.filter((word) => text.slice(0, end).toLowerCase().includes(word)), plural: /[^s]s$/u.test(last) }; // prettier-ignore
}

/** Nobody tells numbers for each of a quantity. */
function isMeasure(context: Context, entity: string, attribute: string | null): boolean {
  const found = attribute === null ? null : context.model.attribute(entity, attribute);
  return found !== null && isNumeric(found) && !isCode(found) && ['QUANTITY', 'AMOUNT', 'PRICE', 'RATE'].includes(found.semantic);
}

/** Those who are told for are told by the link that they are told by. */
const unlinked = (piece: Piece): Piece => ({ ...piece, entities: piece.entities.map(({ entity, exact }) => ({ entity, exact })) });

type Phrase = ReturnType<typeof nounPhrases>['phrases'][number] | undefined;

const isCompound = (phrase: Phrase, next: Phrase): boolean =>
  phrase !== undefined && next?.said.length === 0 && (next.nouns[0]?.start ?? 0) - (phrase.nouns[0]?.end ?? 0) === 1 && phrase.values.length + next.values.length === 0 && phrase.nouns.length === 1 && phrase.nouns[0]?.entities.length !== 0 && next.nouns.length === 1; // prettier-ignore

function isAttributeOf(phrase: Phrase, next: Phrase): boolean {
  const [attribute, other] = [phrase?.nouns.at(-1), next?.nouns.at(-1)];
  if (attribute === undefined || other === undefined || (next?.values.length ?? 0) > 0 || attribute.attributes.length === 0) return false;
  const listed = next?.said.every((word) => ['and', 'of', 'the', 'each', 'their'].includes(word)) === true;
  return listed && next?.superlative === null && next.counted === null && attribute.attributes.some(({ entity }) => [...other.entities, ...other.attributes].some((each) => each.entity === entity)); // prettier-ignore
}

/** A dimension of the plan, and where each measured entity has it. */
export interface Told {
  dimension: Dimension;
  fields: Map<string, FieldRef>;
  cost: number;
}

/** How one meaning of a key is told for all that is measured; null where something does not lead to it. */
function toldBy(
  context: Context,
  { entity, attribute, score }: Meant,
  measured: readonly Measured[],
  spoken: readonly string[],
): Told | null {
  const fields = new Map<string, FieldRef>();
  const name = nameOf(context, entity);
  let cost = -score * 2;
  let byName = attribute !== null || isUnique(context, entity);
  for (const each of measured) {
    const found = keyPath(context, each.entity, entity, spoken);
    if (found === null || (attribute === null && found.path.length === 0 && each.attribute === null)) return null;
    // Rows that only give another record its name are told by that name.
    if (found.path.at(-1)?.startsWith('<') === true) byName = true;
    fields.set(each.entity, { path: found.path, attribute: attribute ?? name ?? 'id' });
    cost += found.cost;
  }
  const label = attribute === null ? context.model.entity(entity).label : (context.model.attribute(entity, attribute)?.label ?? attribute);
  const record = !byName && name === context.model.entity(entity).titleAttribute;
  if (record) for (const [key, field] of fields) fields.set(key, { ...field, attribute: 'id' });
  return { dimension: { label, grain: null, entity: record ? entity : null, keepBlank: false }, fields, cost };
}

/** The dimensions that a key stands for; null where it cannot be told of all that is measured. */
export function toldFor(context: Context, key: Key, measured: readonly Measured[], spoken: readonly string[]): Told[] | null {
  const told = key.meanings.map(
    (meanings) => meanings.flatMap((meant) => toldBy(context, meant, measured, spoken) ?? []).toSorted((a, b) => a.cost - b.cost)[0],
  );
  if (told.length > 0 && told.every((each) => each !== undefined)) return told;
  return key.grain === null ? null : byCalendar(context, key.grain, measured, spoken);
}

function byCalendar(context: Context, grain: Grain, measured: readonly Measured[], spoken: readonly string[]): Told[] | null {
  const named = new Map<string, FieldRef>();
  let label = '';
  for (const { entity } of measured) {
    const parts = context.model.entity(entity).attributes.filter(({ label: text, type }) => words(text).includes(grain) && (type === 'INTEGER' || type === 'TEXT')); // prettier-ignore
    const part = parts.find((each) => spoken.some((said) => words(each.label).some((name) => speaksOf(said, name)))) ?? parts[0];
    if (part !== undefined) named.set(entity, { path: [], attribute: part.name });
    label ||= part?.label ?? '';
  }
  if (measured.every(({ entity }) => named.has(entity)))
    return [{ dimension: { label, grain: null, entity: null, keepBlank: false }, fields: named, cost: 0 }];
  const fields = new Map<string, FieldRef>();
  for (const { entity } of measured) {
    const date = context.model.entity(entity).attributes.find(isTemporal);
    if (date === undefined) return null;
    fields.set(entity, { path: [], attribute: date.name });
  }
  const called = grain === 'weekday' ? 'Day of week' : `${grain.charAt(0).toUpperCase()}${grain.slice(1)}`;
  return [{ dimension: { label: called, grain, entity: null, keepBlank: false }, fields, cost: 0 }];
}
