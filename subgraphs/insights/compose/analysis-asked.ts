import type { CalendarUnit } from '../language/calendar.ts';
import { horizonIn, type Horizon } from './horizon.ts';
import { whatIfAsked } from './what-if-asked.ts';

/** A driver that is supposed to change, in the asker's words. */
export interface SupposedChange {
  phrase: string;
  /** `percent`: 0.1 is 10 % more; `to`: it becomes this; `add`: this much more. */
  kind: 'percent' | 'to' | 'add';
  amount: number;
}

/** What is wanted of a number beside its value. */
export type AnalysisAsk =
  | { kind: 'WHY'; direction: 'UP' | 'DOWN' | null }
  | { kind: 'FORECAST'; count: number | null; grain: CalendarUnit | null }
  | { kind: 'ANOMALIES' }
  | { kind: 'WHAT_IF'; target: string | null; changes: SupposedChange[] };

export interface AskedAnalysis {
  analysis: AnalysisAsk;
  /** The question that remains: what is not said of the analysis stands where it stood, so that places stay. */
  question: string;
  /** The words that asked for it. */
  said: { start: number; end: number }[];
}

const DOWN =
  'fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|go(?:ing|es)? down|went down|gone down|shr(?:ink|ank|unk|inking)|sink|sank|plummet(?:ed)?|plunge[ds]?|dip(?:ped)?|down|lower|slow(?:ed|ing)?(?: down)?|worsen(?:ed)?|tank(?:ed)?|collapse[ds]?';
const UP =
  'rise[ns]?|rose|rising|grow(?:s|n|ing)?|grew|increas(?:e|es|ed|ing)|go(?:ing|es)? up|went up|gone up|jump(?:s|ed)?|climb(?:s|ed|ing)?|soar(?:ed)?|surge[ds]?|spik(?:e|es|ed|ing)|up|higher|improve[ds]?|double[ds]?';
const OTHER = 'chang(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|differ(?:s|ent)?|so (?:high|low|bad|good)';
const MOVES = `${DOWN}|${UP}|${OTHER}`;
/** How far, and that it was much: said of the movement, not of the number. */
const HOW_FAR = String.raw`(?:\s+so (?:much|far|fast))?(?:\s+by\s+(?:about\s+)?[\d.,]+\s?%?)?`;

const WHY: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<a>\W*(?:so |and |but )?(?:why|how come)(?:\s+(?:did|does|do|has|have|is|are|was|were))?)\s+(?<x>.+?)\s+(?<b>(?:been\s+|gone\s+)?(?<move>${MOVES})${HOW_FAR})(?![\w-])(?<rest>.*)$`,
    'isd',
  ),
  new RegExp(
    String.raw`^(?<a>\W*(?:what (?:caused|explains|was behind|is behind|drove|led to)|why|explain|reasons? for|what(?:'s| is| was) the reason for)\s+(?:the |this |our |that )?(?:sudden |big |sharp )?(?<move>${MOVES})\s+(?:in|of)\b)(?<rest>\s+.+)$`,
    'isd',
  ),
  new RegExp(String.raw`^(?<a>\W*what happened (?:to|with)\b)(?<rest>\s+.+)$`, 'isd'),
  new RegExp(String.raw`^(?<a>\W*(?:so |and |but )?why(?:\s+(?:did|does|do|has|have|is|are|was|were))?)\s+(?<rest>.+)$`, 'isd'),
];

const FORECAST: readonly RegExp[] = [
  /^(?<a>\W*(?:please |can you |could you )?(?:forecast|predict|project|extrapolate)\b)(?<rest>\s+.+)$/dis,
  /^(?<a>\W*(?:what|where|how (?:much|high|big|many)) (?:will|would|is|are))\s+(?<x>.+?)\s+(?<b>(?:going to |likely to |expected to )?(?:be|look like|end up|come to|stand)\b)(?<rest>.*\b(?:next|end of)\b.*)$/dis,
  /^(?<a>\W*how (?:much|many))\s+(?<x>.+?)\s+(?<b>(?:will|are) (?:we|i|they) (?:going to )?(?:have|make|get|earn|do|sell|win|book|spend|see|lose)\b)(?<rest>.*\b(?:next|end of)\b.*)$/dis,
  /^(?<a>)(?<x>\W*.+?)\s+(?<b>(?:forecast|prediction|projection|outlook)\b)(?<rest>.*\bnext\b.*)$/dis,
  /^(?<a>\W*(?:what is |what's |show me |give me )?(?:the |a |our )?(?:forecast|prediction|projection|outlook) (?:for|of)\b)(?<rest>\s+.*\bnext\b.*)$/dis,
];

const ODD = String.raw`(?:unusual|strange|odd|weird|abnormal|out of the ordinary|anomal\w+|outliers?|suspicious|irregular\w*|unexpected|spikes?|off)`;
const ANOMALIES: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?<a>\W*(?:(?:is|are|was|were) there |do you see |find |show me |show |detect |spot |list |check for )?(?:anything|something|any|what(?:'s| is| was)?|the)?\s*${ODD}\s*(?:movements?|values?|points?|patterns?|behaviou?r|things?)?\s*(?:happen(?:ed|ing)|going on)?\s*(?:in|with|about|for|of|among)\b)(?<rest>\s+.+)$`,
    'isd',
  ),
  new RegExp(
    String.raw`^(?<a>\W*(?:is|are|was|were))\s+(?<x>.+?)\s+(?<b>(?:doing (?:anything|something) )?(?:unusual|strange|odd|weird|abnormal|anomalous)(?:ly (?:high|low))?)(?![\w-])(?<rest>.*)$`,
    'isd',
  ),
];

const NOT_OURS = /\b(?:vs\.?|versus|against|actuals?|budget)\b/i;

function blanked(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduce((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), text);
}

/** The first of the patterns that fits, and where the words of it stand that are not of the number. */
function fitting(text: string, patterns: readonly RegExp[]): { match: RegExpExecArray; said: { start: number; end: number }[] } | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const places = [match.indices?.groups?.['a'], match.indices?.groups?.['b']];
    return {
      match,
      said: places.flatMap((place) => (place === undefined || place[0] === place[1] ? [] : [{ start: place[0], end: place[1] }])),
    };
  }
  return null;
}

function whyAsked(text: string): AskedAnalysis | null {
  const found = fitting(text, WHY);
  if (found === null) return null;
  const move = found.match.groups?.['move'] ?? '';
  const is = (words: string): boolean => new RegExp(`^(?:${words})$`, 'i').test(move);
  const direction = is(DOWN) || /low/i.test(move) ? 'DOWN' : is(UP) || /high/i.test(move) ? 'UP' : null;
  return { analysis: { kind: 'WHY', direction }, question: blanked(text, found.said), said: found.said };
}

function forecastAsked(text: string): AskedAnalysis | null {
  const found = NOT_OURS.test(text) ? null : fitting(text, FORECAST);
  if (found === null) return null;
  const horizon: Horizon | null = horizonIn(text);
  const said = [...found.said, ...(horizon === null ? [] : [{ start: horizon.start, end: horizon.end }])];
  return {
    analysis: { kind: 'FORECAST', count: horizon?.count ?? null, grain: horizon?.grain ?? null },
    question: blanked(text, said),
    said,
  };
}

function anomaliesAsked(text: string): AskedAnalysis | null {
  const found = fitting(text, ANOMALIES);
  return found === null ? null : { analysis: { kind: 'ANOMALIES' }, question: blanked(text, found.said), said: found.said };
}

/** What a sentence wants of a number beside its value, and the question that is left; null: nothing beside it. Pure. */
export function analysisAsked(text: string): AskedAnalysis | null {
  return whatIfAsked(text) ?? forecastAsked(text) ?? anomaliesAsked(text) ?? whyAsked(text);
}
