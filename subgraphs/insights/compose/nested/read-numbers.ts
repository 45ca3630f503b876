import type { Lexicon } from '../../language/lexicon-builder.ts';
import { barePlan } from '../../plan/bare-plan.ts';
import type { MeasureExpression, QueryPlan, Source } from '../../plan/query-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { framesOf, type Frame } from './frames.ts';
import { keyOf, toldFor, type Key, type Told } from './keys.ts';
import { askedOf, measuredBy, type Measured } from './measures.ts';
import type { NestedFacts, NestedReading } from './nested-facts.ts';
import { Attempt } from '../attempt.ts';
import type { Phrases } from './read-phrases.ts';
import { isUnique } from './read-nested.ts';
import { words } from './sentence-words.ts';

/** Reads a stretch of the sentence as records with their conditions. */
type ReadPhrases = (text: string) => Phrases | null;

/** A measure as read, and how well its words were understood. */
interface ReadMeasure {
  measured: Measured;
  read: Phrases;
}

function measureFrom(context: Context, text: string, rest: string, read: ReadPhrases): ReadMeasure | null {
  const asked = askedOf(text);
  const found = asked.text === '' ? null : read(`${asked.text} ${rest}`);
  if (found === null || found.unknown.length > 0) return null;
  for (const meant of found.readings) {
    const measured = measuredBy(context, meant, asked);
    if (measured !== null) return { measured, read: found };
  }
  return null;
}

/** Conditions said only of a ratio's second side hold for the first, where that has none of its own. */
function shared(above: Phrases, below: Phrases): string {
  const [first] = below.phrases;
  if (above.phrases.length >= below.phrases.length || first === undefined) return '';
  const next = below.phrases[above.phrases.length];
  const start = Math.min(...[...(next?.nouns ?? []), ...(next?.values ?? [])].map((piece) => piece.start));
  return Number.isFinite(start) ? `${(next?.said ?? []).join(' ')} ${below.text.slice(start)}` : '';
}

const leaf = ({ function: how, attribute }: Measured, source: number): MeasureExpression => ({
  kind: 'aggregate',
  source,
  function: how,
  of: attribute === null ? null : { kind: 'field', field: { path: [], attribute } },
  filters: [],
});

function planOf(frame: Frame, measured: readonly Measured[], told: readonly Told[], plural: boolean): QueryPlan | null {
  const sources: Source[] = [];
  const leaves: MeasureExpression[] = [];
  for (const each of measured) {
    const keys = told.map(({ fields }) => fields.get(each.entity));
    if (keys.some((key) => key === undefined)) return null;
    const source: Source = { entity: each.entity, filters: each.filters, timeField: null, keys: keys.flatMap((key) => key ?? []) };
    const at = sources.findIndex((other) => JSON.stringify(other) === JSON.stringify(source));
    leaves.push(leaf(each, at < 0 ? sources.push(source) - 1 : at));
  }
  const [left, right] = leaves;
  if (left === undefined) return null;
  const single = measured.map(({ label, unit, currency }, index) => ({
    id: `nested:${index}`,
    label,
    unit,
    currency,
    metric: null,
    expression: leaves[index] ?? left,
  }));
  const ratio =
    frame.ratio && right !== undefined
      ? [{ id: 'ratio', label: `${measured[0]?.label ?? ''} per ${(measured[1]?.label ?? '').replace(/^Number of /u, '')}`, unit: 'NUMBER' as const, currency: null, metric: null, expression: { kind: 'combine' as const, operator: '/' as const, left, right } }] // prettier-ignore
      : null;
  const measures = ratio === null ? single : frame.sides ? [...ratio, ...single] : ratio;
  const direction = frame.first?.direction ?? 'desc';
  return {
    ...barePlan(told.length === 0 ? 'value' : 'groups', sources),
    measures,
    share: frame.share,
    groupBy: told.map(({ dimension }) => dimension),
    order: told.length === 0 ? [] : told[0]?.dimension.grain == null ? [{ by: 'measure', index: 0, direction }] : [{ by: 'dimension', index: 0, direction: 'asc' }], // prettier-ignore
    limit: frame.first === null ? MAX_ROWS : (frame.first.count ?? (plural ? MAX_ROWS : 1)),
  };
}

function factsOf(parts: readonly Phrases[], told: readonly Told[]): NestedFacts {
  const lowest = Math.min(...parts.map(({ score }) => score));
  return {
    phrases: parts.reduce((sum, { phrases }) => sum + phrases.length, 0) + told.length,
    unknown: 0,
    score: Math.max(lowest, 1),
    margin: Math.min(...parts.map(({ margin }) => margin)),
    corrected: parts.reduce((sum, { corrected }) => sum + corrected, 0),
    vague: 0,
    loose: 0,
    negated: 0,
    repeated: false,
    ranked: false,
    rival: false,
  };
}

/** Reads a question for numbers of things: per what they are told, of what, the first so many, one by another. Null where it is none. */
export function readNumbers(context: Context, lexicon: Lexicon, question: string, sides: boolean, read: ReadPhrases): NestedReading | null {
  for (const frame of framesOf(question)) {
    const found = readFrame(context, lexicon, { ...frame, sides }, read);
    if (found !== null) return found;
  }
  return null;
}

/** Numbers that are made of those of several records. */
const MADE = /^\s*(?:the )?(?:average|total|mean|sum|combined)\b/iu;

/** Whether ranking takes numbers of other records: what a record has itself, and what is counted for each, ranks without groups. */
function needsGroups(context: Context, { meanings, rest }: Key, measured: readonly Measured[], read: ReadPhrases): boolean {
  const keys = meanings.at(-1) ?? [];
  const behind = read(rest)?.phrases ?? [];
  if (behind.some(({ nouns, values }) => values.length === 0 && nouns.some(({ entities }) => entities.length > 0))) return false;
  return measured.every(({ entity, attribute }) => {
    if (keys.some((key) => key.entity === entity)) return false;
    if (attribute === null) return keys[0] !== undefined && !isUnique(context, keys[0].entity);
    const own = read(attribute)?.readings ?? [];
    return !own.some((each) => each.attribute !== null && keys.some((key) => key.entity === each.entity && key.score > 0.9));
  });
}

function readFrame(context: Context, lexicon: Lexicon, frame: Frame, read: ReadPhrases): NestedReading | null {
  const key = frame.key === null ? null : keyOf(context, lexicon, frame.key);
  if (frame.key !== null && (key === null || key.unknown.length > 0)) return null;
  const rest = key?.rest ?? '';
  const texts = frame.measured.map((text) => text.replace(/\bname(?:s)?,? and\b/iu, ''));
  const parts = texts.map((text) => measureFrom(context, text, rest, read));
  const [above, below] = parts;
  if (above == null || parts.some((part) => part === null)) return null;
  const more = below == null ? '' : shared(above.read, below.read);
  const first = more === '' ? above : measureFrom(context, texts[0] ?? '', `${more} ${rest}`, read);
  const all = [first ?? above, ...parts.slice(1).flatMap((part) => part ?? [])];
  const measured = all.map((part) => part.measured);
  const spoken = [...frame.measured, frame.key ?? ''].flatMap((text) => words(text));
  const told = key === null ? [] : toldFor(context, key, measured, spoken);
  if (
    told === null ||
    (frame.ranksOnly &&
      key !== null &&
      !(MADE.test(frame.measured[0] ?? '') && key.meanings.every(([first]) => first?.attribute != null)) &&
      !needsGroups(context, key, measured, read))
  )
    return null;
  const plan = planOf(frame, measured, told, key?.plural ?? false);
  if (plan === null) return null;
  const interpretation = { plan, attempt: new Attempt(), score: 1 };
  return { interpretation, numbers: true, facts: factsOf(all.map((part) => part.read), told) }; // prettier-ignore
}
