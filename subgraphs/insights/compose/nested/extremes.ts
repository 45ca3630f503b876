import type { ModelAttribute } from '../../../../schema/events/semantic-model.ts';
import { isCode, isNumeric, isTemporal } from '../../model/model-index.ts';
import type { Filter } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import type { Records } from './links.ts';
import { words } from './sentence-words.ts';
import { measuredBy, superlativeOf, type Superlative } from './words.ts';

const measures = (attribute: ModelAttribute): boolean =>
  (isNumeric(attribute) && !isCode(attribute)) || isTemporal(attribute) || (attribute.type === 'INTEGER' && /year/iu.test(attribute.name));

/** The attribute of an entity that a word of dimension speaks of; null when it has none. */
export function attributeFor(context: Context, entity: string, word: string): ModelAttribute | null {
  const attributes = (context.model.find(entity)?.attributes ?? []).filter(measures);
  const named = (wanted: string): ModelAttribute | undefined =>
    attributes.find(({ name, label, synonyms }) => [name, label, ...synonyms].some((text) => words(text).map((each) => each.replace(/s$/u, '')).includes(wanted.replace(/s$/u, '')))); // prettier-ignore
  for (const wanted of [word, ...measuredBy(word)]) {
    const found = named(wanted);
    if (found !== undefined) return found;
  }
  // `largest` of records that carry one number means that number.
  const [only, ...more] = attributes.filter(isNumeric);
  return only !== undefined && more.length === 0 && measuredBy(word).includes('size') ? only : null;
}

/** The oldest have the highest age, but the earliest date of birth. */
export const directionFor = (attribute: ModelAttribute, { direction, adjective }: Superlative): 'max' | 'min' =>
  (adjective === 'old' || adjective === 'young') && words(attribute.label).includes('age')
    ? adjective === 'old'
      ? 'max'
      : 'min'
    : direction;

/** Holds records to those with the highest or lowest number among them. */
export function extremeOf(records: Records, attribute: string, direction: 'max' | 'min'): Filter {
  const field = { path: [], attribute };
  return { kind: 'nested', field, operator: '=', negated: false, set: { entity: records.entity, field, function: direction, filters: records.filters, counted: records.counted } }; // prettier-ignore
}

/** `highest point` beside `highest elevation`: an attribute that tells of the extreme itself, and the number it is told by. */
export function tellsExtreme(context: Context, entity: string, attribute: string): { by: string; superlative: Superlative } | null {
  const found = context.model.attribute(entity, attribute);
  const said = words(found?.label ?? '');
  const superlative = said.length > 1 ? superlativeOf(said[0] ?? '') : null;
  if (found === null || superlative === null) return null;
  if (measures(found)) return { by: found.name, superlative };
  const twin = context.model.entity(entity).attributes.find((each) => measures(each) && words(each.label)[0] === said[0]);
  return twin === undefined ? null : { by: twin.name, superlative };
}
