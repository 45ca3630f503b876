import { numberWord } from '../../language/number-words.ts';
import { superlativeOf } from './words.ts';

/** The parts of a question that asks for numbers of things, as they are written. */
export interface Frame {
  /** What is measured; of a ratio both sides. */
  measured: string[];
  ratio: boolean;
  /** Whether the sides of a ratio are told beside it. */
  sides: boolean;
  /** What it is told for, with the conditions behind it; null: for all together. */
  key: string | null;
  /** Only the first so many, highest or lowest first; null: all of them. */
  first: { count: number | null; direction: 'asc' | 'desc' } | null;
  /** Whether the numbers are only what ranks: what could be said without them may be said so. */
  ranksOnly: boolean;
  /** Whether each is told as a share of all. */
  share: boolean;
}

const NUMBER = '(?:how many|the (?:total |overall |average )?(?:number|count|sum|amount)s?|(?:the |their |its )?(?:total|average|mean|number|count|sum|combined|overall|median))'; // prettier-ignore
const RATIO = /\bratio (?:of|between) (?<above>.+?) (?:to|and|over|versus) (?<below>.+)$/isu;
/** `the ratio of the films of each studio to all films`: what share each has. */
const SHARE = /\bratio of (?<measured>.+?)\s+(?:for|in|at|of|on|from|within|by|per)\s+(?:each|every)\s+(?<key>.+?)\s+to\s+(?:the\s+)?(?:total|overall|all)\b.*$/isu; // prettier-ignore
const OVER = /^(?<measured>.+?),?\s+(?:change|vary|differ|compare|develop|evolve)s?\s+(?:by|across|over|between|with|for|within|among|from)\s+(?:(?:the|all|each|every|different|various)\s+)*(?<key>.+)$/isu; // prettier-ignore
const EACH =
  /^(?<measured>.+?),?\s+(?:(?:for|in|at|of|on|from|within|to|by|across|per|under|with|during|among|received by|written by)\s+)?(?:each|every)\s+(?:of the\s+|different\s+|of\s+)?(?<key>.+)$/isu;
const PER = /^(?<measured>.+?),?\s+(?:per|by|grouped by|broken down by|split by|across(?: all)?(?: the)?(?: different)?|for (?:all )?(?:the )?different|for all)\s+(?<key>.+)$/isu; // prettier-ignore
const WITH_NUMBER = new RegExp(`^(?<key>.+?),?\\s+(?:and|along with|together with|with)\\s+(?<measured>(?:the|their|its|his|her)?\\s*(?:respective |corresponding )?${NUMBER}\\b.+)$`, 'isu'); // prettier-ignore
const ALSO = /^(?<main>\W*(?:which|what|who)\b.+?),?\s+and\s+(?:how many|what (?:is|are|was|were) (?:the|their|its)(?: total)?(?: number of)?)\s+(?<also>.+)$/isu; // prettier-ignore
const TOP =
  /^.*?\b(?:top|first|best|worst|bottom) (?<count>\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?<key>.+?)\s+(?:with|by|having|that have|who have|that has|based on|in terms of|according to)\s+(?:the\s+)?(?<rank>highest|most|largest|greatest|biggest|lowest|fewest|least|smallest)?\s*(?<measured>.+)$/isu;
const MOST =
  /^(?<key>.+?)\s+(?:with|having|(?:(?:that|which|who)\s+)?(?:has|have|had|got|received|gets|receives)(?: received| got)?)\s+the\s+(?<rank>highest|most|largest|greatest|biggest|lowest|fewest|least|smallest|best|worst)\s+(?<measured>.+)$/isu;
/** `the top 3 actors who acted in the most films`. */
const TOP_OF =
  /^.*?\btop (?<count>\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?<key>.+?)\s+(?:who|that|which)\s+(?:\w+\s+){1,3}?the\s+(?<rank>most|highest|largest|fewest|lowest|least)\s+(?:number of\s+)?(?<measured>.+)$/isu;
/** `gave the highest average score`: made of several, whatever the verb. */
const MOST_MADE =
  /^(?<key>.+?)\s+(?:(?:that|which|who)\s+)?[a-z]+\s+the\s+(?<rank>highest|lowest|largest|greatest|smallest|most|fewest|least)\s+(?<measured>(?:average|total|mean|sum of)\s.+)$/isu;
/** `runs through the most states`: counted, whatever the verb. */
const MOST_OF =
  /^(?<key>.+?)\s+(?:(?:that|which|who)\s+)?[a-z]+(?:\s+(?:through|in|to|over|at|on|from|for|with))?\s+the\s+(?<rank>most|fewest|least)\s+(?:number of\s+)?(?<measured>.+)$/isu;
/** What `by` belongs to a verb. */
const PARTICIPLE = /(?:ed|written|made|held|given|taken|sold|bought|won|led|sent|run|owned)$/iu;
const LEAD = /^\W*(?:what(?:'s| is| are| was| were)?|which|who|find|list|give|show|calculate|compute|get|return|display|how (?:does|do|did)|tell|provide)(?:\s+(?:me|us|out))?(?:\s+(?:a list of|all|the names? (?:and|of)))?\s+/iu; // prettier-ignore

const NONE = { ratio: false, sides: false, first: null, ranksOnly: false, share: false } as const;
const plain = (text: string): string => text.replace(LEAD, '');

/** A pronoun's sentence behind the thing that is counted says nothing more: `publications did she have that year`. */
const bare = (text: string): string =>
  text.replace(/\s+\b(?:did|do|does|have|has|had|were|was|are|is|(?:that )?(?:he|she|they|it))\b.*$/isu, '');

/** The ways in which a question can be one for numbers of things, likeliest first. */
export function framesOf(question: string): Frame[] {
  const text = question.replace(/[?.!\s]+$/u, '');
  const frames: Frame[] = [];
  const over = OVER.exec(text)?.groups;
  const grouped = over ?? EACH.exec(text)?.groups ?? PER.exec(text)?.groups;
  const share = SHARE.exec(text)?.groups;
  if (share !== undefined) return [{ ...NONE, measured: [share['measured'] ?? ''], key: share['key'] ?? '', share: true }];
  const ratio = RATIO.exec(grouped?.['measured'] ?? text)?.groups ?? RATIO.exec(text)?.groups;
  if (ratio !== undefined) {
    const sides = [ratio['above'] ?? '', ratio['below'] ?? ''].map((side) => `how many ${plain(side).replace(/^(?:the )?(?:total |overall )?(?:number|count) of\s+/iu, '')}`); // prettier-ignore
    return [{ ...NONE, measured: sides, ratio: true, key: grouped?.['key'] ?? null }];
  }
  const top = (TOP_OF.exec(text) ?? TOP.exec(text))?.groups;
  if (top !== undefined)
    frames.push({
      ...NONE,
      measured: [top['measured'] ?? ''],
      key: top['key'] ?? '',
      first: { count: Number(top['count']) || numberWord(top['count']?.toLowerCase() ?? ''), direction: directionOf(top['rank'] ?? (/\b(?:worst|bottom)\b/iu.test(text) ? 'lowest' : 'highest')) }, // prettier-ignore
    });
  const also = ALSO.exec(text)?.groups;
  if (also !== undefined) frames.push(...alsoCounted(also['main'] ?? '', bare((also['also'] ?? '').replace(/\s+(?:in|at|on|for|of|by) each\b.*$/iu, '')))); // prettier-ignore
  const each = EACH.exec(text)?.groups;
  if (each !== undefined && also === undefined) frames.push({ ...NONE, measured: [each['measured'] ?? ''], key: each['key'] ?? '' });
  const numbered = WITH_NUMBER.exec(text)?.groups;
  if (numbered !== undefined && also === undefined)
    frames.push({ ...NONE, measured: [bare((numbered['measured'] ?? '').replace(/\s+(?:in|at|on|for|of|by) each\b.*$/iu, ''))], key: plain(numbered['key'] ?? '') }); // prettier-ignore
  const per = PER.exec(text)?.groups;
  if (per !== undefined && each === undefined && !PARTICIPLE.test(per['measured'] ?? ''))
    frames.push({ ...NONE, measured: [per['measured'] ?? ''], key: per['key'] ?? '' });
  const most = (MOST.exec(text) ?? MOST_MADE.exec(text) ?? MOST_OF.exec(text))?.groups;
  if (most !== undefined && !/\bhow many\b/iu.test(most['key'] ?? '') && also === undefined && top === undefined)
    frames.push({ ...NONE, measured: [most['measured'] ?? ''], key: plain(most['key'] ?? ''), first: { count: null, direction: directionOf(most['rank'] ?? '') }, ranksOnly: true }); // prettier-ignore
  return frames;
}

const directionOf = (rank: string): 'asc' | 'desc' =>
  /^(?:lowest|fewest|least|smallest|worst)$/iu.test(rank) || superlativeOf(rank.toLowerCase())?.direction === 'min' ? 'asc' : 'desc';

/** `which users posted reviews of X, and how many reviews`: what is counted stands in the sentence, with its conditions behind it. */
function alsoCounted(main: string, also: string): Frame[] {
  const most = MOST.exec(main)?.groups;
  if (most !== undefined)
    return [{ ...NONE, measured: [most['measured'] ?? ''], key: plain(most['key'] ?? ''), first: { count: null, direction: directionOf(most['rank'] ?? '') } }]; // prettier-ignore
  const at = main.toLowerCase().indexOf(also.toLowerCase());
  if (also === '') return [];
  if (at <= 0) return [{ ...NONE, measured: [`how many ${also}`], key: plain(main) }];
  return [{ ...NONE, measured: [`how many ${main.slice(at)}`], key: plain(main.slice(0, at)) }];
}
