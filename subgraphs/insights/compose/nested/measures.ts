import type { ModelAttribute } from '../../../../schema/events/semantic-model.ts';
import { isCode, isNumeric, neverAdded } from '../../model/model-index.ts';
import type { AggregateFunction, Filter, Unit } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { unitOf } from '../measure-choices.ts';
import type { Meant } from './read-nested.ts';
import { words } from './sentence-words.ts';

/** One number of records: which, of what, and how it is made. */
export interface Measured {
  entity: string;
  filters: Filter[];
  function: AggregateFunction;
  /** The attribute it is made of; null: the records themselves. */
  attribute: string | null;
  label: string;
  unit: Unit;
  currency: string | null;
}

/** What the words of a measure ask of the things it names. */
export interface Asked {
  text: string;
  function: 'sum' | 'average' | 'min' | 'max' | 'median' | null;
  counts: boolean;
}

const FUNCTIONS: readonly (readonly [RegExp, NonNullable<Asked['function']>])[] = [
  [/\b(?:average|mean|avg)\b/iu, 'average'],
  [/\bmedian\b/iu, 'median'],
  [/\b(?:highest|maximum|max)\b/iu, 'max'],
  [/\b(?:lowest|minimum|min)\b/iu, 'min'],
  [/\b(?:total|sum|combined|overall)\b/iu, 'sum'],
];
const COUNTS = /\b(?:how many|numbers? of|counts? of|# of|quantity of)\b/iu;
const STRIPPED =
  /\b(?:what (?:is|are|was|were)|how many|how much|find|show|give|return|list|calculate|compute|me|the|their|its|respective|corresponding|average|mean|avg|median|highest|maximum|max|lowest|minimum|min|total|sum of|sum|combined|overall|numbers? of|counts? of|quantity of|# of|different|distinct|unique)\b/giu;

/** What is asked, apart from how. */
export function askedOf(text: string): Asked {
  return {
    text: text
      .replaceAll(STRIPPED, ' ')
      .replaceAll(/\s+/gu, ' ')
      .replace(/^\s*(?:of|are|is|were|was)\s+/iu, '')
      .trim(),
    function: FUNCTIONS.find(([said]) => said.test(text))?.[1] ?? null,
    counts: COUNTS.test(text),
  };
}

/** `count` of check-ins: the attribute that says how many a record stands for. */
export function tallyOf(context: Context, entity: string): ModelAttribute | null {
  const tallies = context.model
    .entity(entity)
    .attributes.filter((each) => isNumeric(each) && each.type === 'INTEGER' && /^(?:count|quantity|qty|num|number|tally)$/iu.test(words(each.label).join(' '))); // prettier-ignore
  return tallies.length === 1 ? (tallies[0] ?? null) : null;
}

/** The number that a reading stands for; null where it has none. */
export function measuredBy(context: Context, { entity, filters, attribute }: Meant, { function: wanted, counts }: Asked): Measured | null {
  const thing = context.model.entity(entity);
  const of = attribute === null ? null : context.model.attribute(entity, attribute);
  if (of === null) {
    const tally = tallyOf(context, entity);
    if (wanted === 'average' && tally === null) return null;
    if (tally !== null) return made(tally, wanted === null ? 'sum' : wanted);
    const label = `Number of ${thing.pluralLabel.toLowerCase()}`;
    return { entity, filters, function: 'count', attribute: null, label, unit: 'COUNT', currency: null };
  }
  if (isNumeric(of) && !isCode(of)) {
    if (wanted === 'average' || wanted === 'median' || wanted === 'min' || wanted === 'max') return made(of, wanted);
    if (neverAdded(of)) return null;
    return made(of, of.semantic === 'RATE' || of.semantic === 'PRICE' ? (wanted === 'sum' && of.semantic === 'PRICE' ? 'sum' : 'average') : 'sum'); // prettier-ignore
  }
  if (!counts) return null;
  return { entity, filters, function: 'countDistinct', attribute, label: `Number of different ${of.label.toLowerCase()} values`, unit: 'COUNT', currency: null }; // prettier-ignore

  function made(number: ModelAttribute, how: NonNullable<Asked['function']>): Measured {
    const name = { sum: 'Total', average: 'Average', min: 'Lowest', max: 'Highest', median: 'Median' }[how];
    return { entity, filters, function: how, attribute: number.name, label: `${name} ${number.label.toLowerCase()}`, unit: unitOf(number), currency: number.currency }; // prettier-ignore
  }
}
