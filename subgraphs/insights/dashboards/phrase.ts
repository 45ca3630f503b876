import { timePhraseAt } from '../language/time-phrases.ts';
import type { TimeRange } from '../language/time-range.ts';
import { tokenize } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

/** What the words of an overview sentence say, before any data is looked at. */
export interface OverviewPhrase {
  /** DASHBOARD: words that only dashboards are called by; RESULTS: words an overview is asked with, which may be other things, too. */
  head: 'DASHBOARD' | 'RESULTS' | null;
  /** The words of the head, for data that calls something else by them. */
  headWords: string[];
  period: TimeRange | null;
  /** Where the period stands in the sentence. */
  periodAt: { start: number; end: number } | null;
  persona: PersonaName | null;
  /** What remains: what it should be about; empty for everything. */
  topic: string;
  /** What everything should be split by (`results by region`); null without. */
  by: string | null;
}

const DASHBOARD =
  /\b(?:dashboards?|overviews?|scorecards?|cockpit|at a glance|big picture|kpis?|key (?:figures|metrics|numbers|indicators)|executive summary|state of (?:the )?(?:business|company)|year in review|month in review|quarter in review)\b/g;
const RESULTS =
  /\b(?:results?|performance|reports?|summary|reviews?|recap|numbers|figures|highlights|metrics|insights|analytics|statistics|stats)\b/g;
const HOW_WE_DID =
  /\b(?:how (?:did|do|have|are|is|was|were|has) (?:we|the company|the business|our company|our business|business|things|it|everything)(?: all)?(?: been)?(?: do(?:ing|ne)?| perform(?:ing|ed)?| go(?:ing|ne)?| look(?:ing)?| far(?:e|ing))?(?: overall| so far| lately)?|what happened|tell me about|how (?:is|was|are|were) (?=(?:last|this|q[1-4]|h[12]|20\d\d|19\d\d)\b))/g;
const PERSONAS: readonly (readonly [PersonaName, RegExp])[] = [
  ['CFO', /\b(?:cfo|chief financial officer|finance chief)(?:['’]?s)?\b/g],
  ['CRO', /\b(?:cro|chief revenue officer)(?:['’]?s)?\b/g],
  ['COO', /\b(?:coo|chief operating officer)(?:['’]?s)?\b/g],
  ['CTO', /\b(?:cto|chief technology officer)(?:['’]?s)?\b/g],
];
const POLITE =
  /\b(?:please|pls|plz|thanks|thx|can you|could you|would you|i(?: would|['’]d)? (?:want|need|like)(?: to (?:see|have|know|get))?|let me see|show(?: me| us)?|(?:give|get|make|create|build|generate|prepare|draw up|put together|display|open|draw)(?: me| us)?|what (?:is|are|were|was)|what['’]?s)\b/g;
const WHOSE =
  /\b(?:our|my|your|the company['’]?s?|company['’]?s?|the business['’]?s?|business['’]?s?|overall|general|whole|entire|complete|full|executive|management|board|annual|yearly|quarterly|monthly|weekly|for (?:me|us))\b/g;
const EDGES =
  /^(?:\s|[.,:;!?'"–—-]|\b(?:a|an|the|of|for|in|on|about|with|showing|shows?|that|which|and|by|from|to|during|is|are|we|us|all|everything)\b)+|(?:\s|[.,:;!?'"–—-]|\b(?:a|an|the|of|for|in|on|about|with|showing|that|which|and|by|from|to|during|is|are|we|us|do|did|doing|please)\b)+$/gi;
const GAP = ' ';

/** Takes what matches out of a text, leaving its length, and says whether there was any. */
function take(text: string, pattern: RegExp): { rest: string; found: string[] } {
  const found: string[] = [];
  const rest = text.replaceAll(pattern, (match) => {
    found.push(match.trim());
    return GAP.repeat(match.length);
  });
  return { rest, found };
}

function periodOf(sentence: string, today: string): { range: TimeRange; start: number; end: number } | null {
  const tokens = tokenize(sentence);
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = timePhraseAt(tokens, at, today);
    const [first, last] = [tokens[at], phrase === null ? undefined : tokens[at + phrase.length - 1]];
    if (phrase?.kind === 'range' && first !== undefined && last !== undefined)
      return { range: phrase.range, start: first.start, end: last.end };
  }
  return null;
}

/** Reads a sentence as an overview: what kind of words ask for it, for which time, for whom, about what. Pure; never throws. */
export function readOverview(sentence: string, today: string): OverviewPhrase {
  const period = periodOf(sentence, today);
  let text = sentence.toLowerCase();
  if (period !== null) text = `${text.slice(0, period.start)}${GAP.repeat(period.end - period.start)}${text.slice(period.end)}`;
  // A question about how it went is read with its period, which may be what went.
  const went = take(sentence.toLowerCase(), HOW_WE_DID);
  if (went.found.length > 0) text = text.replaceAll(/[^ ]/g, (letter, at: number) => (went.rest[at] === GAP ? GAP : letter));
  let persona: PersonaName | null = null;
  for (const [name, pattern] of PERSONAS) {
    const taken = take(text, pattern);
    if (taken.found.length > 0) persona ??= name;
    text = taken.rest;
  }
  const dashboard = take(text, DASHBOARD);
  const results = take(dashboard.rest, RESULTS);
  const headed = dashboard.found.length > 0;
  // `win rate report of the dashboard team` keeps its other words; only the words that ask are taken.
  text = headed ? dashboard.rest : results.rest;
  const asked = [...dashboard.found, ...(headed ? [] : results.found)];
  const opening = went.found.length > 0 && asked.length === 0;
  text = take(take(text, POLITE).rest, WHOSE).rest;
  // The asker's own capitals: values of the data may need them.
  if (text.length === sentence.length) text = text.replaceAll(/[^ ]+/g, (word, at: number) => sentence.slice(at, at + word.length));
  text = text.replaceAll(/\s+/g, ' ');
  const split = /^by /i.test(text.trim());
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replaceAll(EDGES, '').trim();
  }
  return {
    head: headed ? 'DASHBOARD' : opening || asked.length > 0 ? 'RESULTS' : null,
    headWords: asked,
    period: period?.range ?? null,
    periodAt: period === null ? null : { start: period.start, end: period.end },
    persona,
    topic: split ? '' : text,
    by: split && text !== '' ? text : null,
  };
}
