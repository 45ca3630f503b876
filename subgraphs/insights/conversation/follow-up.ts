import { labelOf, periodOf, previousRange } from '../language/calendar.ts';
import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { ReadToken } from '../compose/interpret.ts';
import { link } from '../language/link.ts';
import type { Item } from '../language/meaning.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** Words that only lead over from what was said before. */
const LEADS =
  /^(?:(?:and|but|or|now|ok|okay|so|then|also|well|right|cool|great|thanks|please|again|maybe|hm+|what about|how about|what if we (?:take|look at)|let'?s (?:see|try|take|look at)|show (?:me |us )?(?:that|it|this|them|the same)(?: again)?|(?:the )?same(?: thing| question| again)?|do (?:the same|that|it)|make (?:it|that)|give me (?:that|it)|i mean|i meant|rather|instead|can (?:you|i|we) (?:see|get|have|show)(?: (?:me|us))?(?: (?:that|it|this|them))?|try|just|only)[\s,:]+)+/i;
const TRAILS = /(?:[\s,]+(?:instead|too|as well|please|pls|then|again|though|now))+[\s?.!]*$/i;
/** Follow-ups speak of what was before without naming it. */
const REFERS = /\b(?:it|that|those|them|these|they|same|the same|the (?:big|small|top|first|last) ones?|ones|instead|too|there|then)\b/i;
const BIG = /\b(?:(?:big|large|top|best|main|major|high|biggest|largest) (?:ones?|\d+)|big ones only|top \d+)\b/i;
const SMALL = /\b(?:(?:small|little|worst|bottom|low|lowest|smallest|minor) (?:ones?|\d+)|bottom \d+)\b/i;
const SHOWN = /\b(?:chart|graph|plot|table|pie|bars?|line)\b/i;
const WHY =
  /^(?:(?:and|but|so|ok)[\s,]+)*(?:why|how come|what (?:happened|drove (?:it|that|this)|caused (?:it|that|this)|is behind (?:it|that|this))|explain)[^\w]*(?:(?:is|was|did|has|does) (?:that|it|this)\b.*)?[\s?!.]*$/i;
/** Rows of `the big ones`. */
const BIG_ONES = 5;

type Part = 'TIME' | 'BY' | 'VALUE' | 'MEASURE' | 'RANK' | 'OTHER';

interface Piece {
  text: string;
  part: Part;
  item: Item;
}

const isLink = (item: Item | undefined): boolean =>
  item !== undefined && item.meanings.some((meaning) => meaning.kind === 'keyword' && meaning.keyword.word === 'link');
const isBy = (item: Item | undefined): boolean =>
  item !== undefined && item.meanings.some((meaning) => meaning.kind === 'keyword' && meaning.keyword.word === 'by');
const isVersus = (item: Item): boolean => item.meanings.some((meaning) => meaning.kind === 'keyword' && meaning.keyword.word === 'versus');
const isRank = (item: Item): boolean => item.meanings.some((meaning) => meaning.kind === 'keyword' && meaning.keyword.word === 'rank');

/** The stretches of a question with the part each plays; words that lead into a part belong to it. */
function piecesOf(items: readonly Item[], tokens: readonly ReadToken[] | null): Piece[] {
  const kindAt = (item: Item): string | null => tokens?.find((token) => token.start === item.start)?.kind ?? null;
  let grouping = false;
  const parts = items.map((item): Part => {
    const kind = kindAt(item);
    if (isBy(item)) {
      grouping = true;
      return 'BY';
    }
    const ranged = item.meanings.some((meaning) => meaning.kind === 'time' && meaning.phrase.kind !== 'grain');
    const grain = item.meanings.some((meaning) => meaning.kind === 'time' && meaning.phrase.kind === 'grain');
    if (kind === null ? ranged && !grain : kind === 'TIME') return 'TIME';
    if (grain && /(?:ly|mom|qoq|yoy)$/i.test(item.text)) return 'BY';
    if (grouping && (kind === 'DIMENSION' || kind === null || kind === 'ENTITY' || grain)) {
      grouping = item.meanings.every((meaning) => meaning.kind === 'keyword');
      return 'BY';
    }
    if (kind === 'METRIC') return 'MEASURE';
    if (kind === 'VALUE' || (kind === null && item.meanings.length > 0 && item.meanings.every((meaning) => meaning.kind === 'value')))
      return 'VALUE';
    if (kind === 'RANK' || isRank(item)) return 'RANK';
    if (kind === null && item.meanings.some((meaning) => meaning.kind === 'metric')) return 'MEASURE';
    return 'OTHER';
  });
  // `in Q4`, `vs Q3`: the word in front goes with its period or value.
  for (let at = parts.length - 2; at >= 0; at -= 1) {
    const [item, next] = [items[at], parts[at + 1]];
    if (item === undefined || parts[at] !== 'OTHER') continue;
    if ((next === 'TIME' || next === 'VALUE') && (isLink(item) || /^(?:for|in|during|on|of|the)$/i.test(item.text))) parts[at] = next;
    if (next === 'TIME' && isVersus(item)) parts[at] = 'TIME';
  }
  return items.map((item, at) => ({ item, text: item.text, part: parts[at] ?? 'OTHER' }));
}

const valueColumns = (item: Item): string[] =>
  item.meanings.flatMap((meaning) => (meaning.kind === 'value' ? [`${meaning.entity}.${meaning.attribute}`] : []));

/** `the quarter before`, `last year`, behind a question with a period: the days of that; null for other words. */
function periodBefore(text: string, { period }: QueryPlan): string | null {
  const said =
    /^(?:(?:in|for|from|vs|versus|against) )?(?:the )?(?:(?:previous|prior|preceding|last) (one|period|week|month|quarter|half|year)|(one|period|week|month|quarter|half|year) (?:before|earlier|prior)(?: (?:that|it))?)$/i.exec(
      text,
    );
  const unit = (said?.[1] ?? said?.[2])?.toLowerCase();
  if (unit === undefined || period?.from == null || period.to === null) return null;
  const { from, to } = period;
  const range = unit === 'year' ? { from: periodOf('year', from, -1), to: periodOf('year', to, -1) } : previousRange(from, to);
  const label = labelOf(range.from, range.to);
  return / to /.test(label) ? `from ${label}` : `in ${label}`;
}

/** A month or quarter said without its year is one of the year that was spoken of. */
function withYearOf(piece: Piece, { period }: QueryPlan): string {
  const year = period?.from?.slice(0, 4);
  const unsaid = piece.item.meanings.some(
    (meaning) => meaning.kind === 'time' && meaning.phrase.kind === 'range' && meaning.phrase.range.yearless !== null,
  );
  return unsaid && year !== undefined ? `${piece.text} ${year}` : piece.text;
}

const plural = (label: string): string =>
  /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;

const joined = (parts: readonly string[]): string =>
  parts
    .filter((part) => part.trim() !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What a measure and the groups of a plan are called, for questions written anew. */
function ranked(plan: QueryPlan, previous: string, pieces: readonly Piece[], direction: 'top' | 'bottom', count: number): string[] {
  const [dimension] = plan.groupBy;
  const rest = joined(pieces.filter((piece) => piece.part === 'TIME' || piece.part === 'VALUE').map((piece) => piece.text));
  const measure = pieces.filter((piece) => piece.part === 'MEASURE').map((piece) => piece.text)[0] ?? plan.measures[0]?.label.toLowerCase();
  if (plan.shape === 'groups' && dimension !== undefined && measure !== undefined)
    return [
      `${direction} ${count} ${plural(dimension.label.toLowerCase())} by ${measure} ${rest}`,
      `${direction} ${count} ${dimension.label.toLowerCase()} by ${measure} ${rest}`,
    ];
  if (plan.shape === 'list')
    return [
      `${direction === 'top' ? 'largest' : 'smallest'} ${count} ${previous.replace(/^(?:which|list|show(?: me)?|what|what are the)\s+/i, '')}`,
    ];
  return [];
}

/** Every way to say what a follow-up asks as a whole question, likeliest first. */
function wholes(knowledge: Knowledge, previous: string, text: string, today: string): string[] {
  const reading = read(knowledge, previous, today);
  if (reading.kind === 'refused') return [];
  const { plan } = reading.interpretation;
  const before = piecesOf(link(previous, knowledge.lexicon, today), reading.tokens);
  const bare = text
    .replace(LEADS, '')
    .replace(TRAILS, '')
    .replace(/[\s?!.]+$/, '')
    .trim();
  if (WHY.test(text))
    return [
      `why did ${joined(before.filter((piece) => piece.part === 'MEASURE').map((piece) => piece.text)) || previous} change ${joined(before.filter((piece) => piece.part === 'TIME' || piece.part === 'VALUE').map((piece) => piece.text))}`,
      `why ${previous}`,
    ];
  const count = Number(/\b(\d{1,2})\b/.exec(bare)?.[1] ?? BIG_ONES);
  if (BIG.test(bare) && plan.shape !== 'value') return ranked(plan, previous, before, 'top', count);
  if (SMALL.test(bare) && plan.shape !== 'value') return ranked(plan, previous, before, 'bottom', count);
  if (SHOWN.test(bare) && bare.split(' ').length <= 6)
    return [
      `${previous.replace(/[\s?!.]+$/, '')} ${/^(?:as|in) /i.test(bare) ? bare : `as a ${/table/i.test(bare) ? 'table' : /pie/i.test(bare) ? 'pie chart' : /line/i.test(bare) ? 'line chart' : 'bar chart'}`}`,
    ];
  const earlier = periodBefore(bare, plan);
  if (earlier !== null) return [joined([...before.filter((piece) => piece.part !== 'TIME').map((piece) => piece.text), earlier])];
  const added = piecesOf(link(bare, knowledge.lexicon, today), null);
  const has = (part: Part): boolean => added.some((piece) => piece.part === part);
  const columns = new Set(added.flatMap((piece) => valueColumns(piece.item)));
  const kept = before.filter((piece) => {
    if (piece.part === 'TIME' && has('TIME')) return false;
    if (piece.part === 'BY' && has('BY')) return false;
    if (piece.part === 'RANK' && has('RANK')) return false;
    if (piece.part === 'MEASURE' && has('MEASURE')) return false;
    return !(piece.part === 'VALUE' && has('VALUE') && valueColumns(piece.item).some((column) => columns.has(column)));
  });
  // A lone preposition whose value went goes with it.
  const rest = kept.filter(
    (piece, at) => !(piece.part === 'VALUE' && valueColumns(piece.item).length === 0 && kept[at + 1]?.part !== 'VALUE'),
  );
  const words = joined(rest.map((piece) => piece.text));
  const measure = joined(added.filter((piece) => piece.part === 'MEASURE').map((piece) => piece.text));
  const tail = joined(added.filter((piece) => piece.part !== 'MEASURE').map((piece) => withYearOf(piece, plan)));
  const plainThing = has('MEASURE') && added.every((piece) => piece.part === 'MEASURE' || /^(?:the|our|my|of|for|in)$/i.test(piece.text));
  const swapped = plainThing
    ? joined(
        before.map((piece, at) =>
          piece.part !== 'MEASURE' ? piece.text : before.findIndex((each) => each.part === 'MEASURE') === at ? measure : '',
        ),
      )
    : '';
  return [
    swapped,
    has('MEASURE') ? joined([measure, words, tail]) : '',
    joined([words, tail]),
    joined([words, `in ${tail}`]),
    joined([words, `by ${tail}`]),
    joined([words, `for ${tail}`]),
  ].filter((each, at, all) => each !== '' && all.indexOf(each) === at);
}

/** Whether a text asks something of its own, without what was said before. */
function standsAlone(knowledge: Knowledge, text: string, today: string): boolean {
  if (LEADS.test(text) || REFERS.test(text) || WHY.test(text)) return false;
  const reading = read(knowledge, text, today);
  if (reading.kind === 'refused') return false;
  const { tokens, interpretation } = reading;
  const named = tokens.some((token) => token.kind === 'METRIC' || token.kind === 'ENTITY' || token.kind === 'AGGREGATE');
  return named && (tokens.length > 2 || interpretation.plan.shape === 'value');
}

/**
 * A follow-up as the whole question it stands for, together with the question before it; the text itself when it asks something of its own
 * or continues nothing. What is returned is read like any question: nothing else of the conversation is kept.
 */
export function continued(knowledge: Knowledge, previous: string, text: string, today: string): string {
  if (standsAlone(knowledge, text, today)) return text;
  const context = contextOf(knowledge, today);
  for (const whole of wholes(knowledge, previous, text, context.today)) {
    if (whole.length > MAX_QUESTION_LENGTH || whole === previous) continue;
    if (read(knowledge, whole, today).kind === 'understood') return whole;
  }
  const bare = text.replace(LEADS, '');
  return read(knowledge, bare, today).kind === 'understood' ? bare : text;
}
