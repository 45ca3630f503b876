import type { Interpretation } from '../compose/attempt.ts';
import { aggregatesOf, fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { Reason } from './confidence-data.ts';
import { SIGNALS, type Signal, type SignalName } from './confidence-signals.ts';
import { INTERCEPT, WEIGHTS } from './confidence-weights.ts';
import { isUnique } from '../compose/nested/read-nested.ts';
import type { Knowledge } from './knowledge.ts';
import type { ResultFacts } from './result-facts.ts';

/** Nothing read from words is ever certain. */
export const BEST = 0.98;

/** A margin below this is a close second. */
const CLOSE = 0.1;
/** A nested reading whose parts fit worse than this fits loosely. */
const GOOD_FIT = 1.5;
/** Sentences beyond this many words hold more that can be misread. */
const SHORT_WORDS = 6;

const flag = (set: boolean): number => (set ? 1 : 0);
const rounded = (amount: number): number => Math.round(amount * 1000) / 1000;

/** Notes that were measured by themselves. */
const isCorrection = (text: string): boolean => / is read as "/u.test(text);
const isByData = (text: string): boolean => /is counted from there/u.test(text);

function doubtsOf({ attempt }: Interpretation): number {
  const doubts = attempt.notes.filter(({ text, effect }) => effect < 0 && !isCorrection(text) && !isByData(text));
  return Math.min(
    1,
    doubts.reduce((sum, { effect }) => sum - effect, 0),
  );
}

/** Records counted one by one under their own names, as nobody asks for. */
function countsItself(knowledge: Knowledge, plan: QueryPlan): boolean {
  const [source] = plan.sources;
  const [key] = source?.keys ?? [];
  if (source === undefined || key === undefined || key.path.length > 0 || plan.groupBy.length !== 1) return false;
  const own = key.attribute === 'id' || knowledge.model.entity(source.entity).titleAttribute === key.attribute;
  return (
    own &&
    plan.measures.some(({ expression }) =>
      aggregatesOf(expression).some((leaf) => leaf.function.startsWith('count') && (leaf.of === null || leaf.of.kind === 'field')),
    )
  );
}

/** Whether records are told by a key that means nothing to people. */
function isNameless(knowledge: Knowledge, plan: QueryPlan): boolean {
  const [source] = plan.sources;
  const told = [...(source?.keys ?? []), ...plan.columns.slice(0, 1)];
  return told.some((field) => {
    if (source === undefined || field.attribute !== 'id') return false;
    const at = knowledge.model.resolve(source.entity, field);
    return at !== null && at.entity.titleAttribute === null;
  });
}

/** A list whose only column is the one that a single value of the question holds. */
function isEcho({ shape, columns, sources }: QueryPlan): boolean {
  const [column] = columns;
  if (shape !== 'list' || column === undefined || columns.length > 1) return false;
  const key = JSON.stringify(column);
  return (
    sources[0]?.filters.some(
      (filter) => filter.kind === 'equals' && !filter.negated && filter.values.length === 1 && JSON.stringify(filter.field) === key,
    ) === true
  );
}

/** Rows of a table counted, of which several can be one record. */
function countsRows(knowledge: Knowledge, plan: QueryPlan): boolean {
  const entity = plan.sources[0]?.entity;
  const counts = plan.measures.some(
    ({ metric, expression }) =>
      metric === null && expression.kind === 'aggregate' && expression.function === 'count' && expression.of === null,
  );
  return counts && entity !== undefined && knowledge.model.find(entity)?.canonical == null && !isUnique(knowledge, entity);
}

function isAdopted(knowledge: Knowledge, plan: QueryPlan): boolean {
  return (
    plan.measures.every(({ metric }) => metric === null) &&
    plan.sources.every(({ entity }) => knowledge.model.find(entity)?.canonical == null)
  );
}

/** Measures a reading and what came of it; empty for a plan that nobody read from words. */
export function measuredReading(knowledge: Knowledge, interpretation: Interpretation, result: ResultFacts): Signal[] {
  const { facts, nested, plan, attempt } = interpretation;
  if (facts === undefined) return [];
  const steps = Math.max(0, ...fieldsOfPlan(plan).map(({ field }) => field.path.length));
  const amounts: Record<SignalName, number> = {
    ADOPTED: flag(isAdopted(knowledge, plan)),
    NESTED: flag(nested !== undefined),
    PHRASES: nested === undefined ? 0 : Math.max(0, nested.phrases - 1),
    LOOSE: nested === undefined ? 0 : flag(nested.loose > 0),
    NEGATED: nested === undefined ? 0 : flag(nested.negated > 0),
    REPEATED_RANKED: nested === undefined ? 0 : flag(nested.repeated && nested.ranked),
    FIT: nested === undefined ? 0 : Math.max(0, GOOD_FIT - nested.score),
    CLOSE: Math.max(0, CLOSE - facts.margin) / CLOSE,
    AGREED: flag(facts.agreed),
    DOUBTS: doubtsOf(interpretation),
    BY_DATA: flag(attempt.notes.some(({ text }) => isByData(text))),
    CORRECTED: Math.max(facts.corrected, nested?.corrected ?? 0),
    IDLE: facts.idle,
    STRANGE: facts.strange,
    MISPLACED: facts.misplaced,
    ECHO: flag(isEcho(plan)),
    REPEATED_COUNT: flag(countsRows(knowledge, plan)),
    ELSEWHERE: facts.elsewhere,
    SHARED: facts.shared,
    PARTIAL: facts.partial,
    LENGTH: Math.max(0, facts.words - SHORT_WORDS) / SHORT_WORDS,
    STEPS: Math.max(0, steps - 1),
    OWN_COUNT: flag(countsItself(knowledge, plan)),
    NAMELESS: flag(isNameless(knowledge, plan)),
    EMPTY: flag(result.empty),
    FLAT: flag(result.flat),
  };
  return (Object.keys(WEIGHTS) as SignalName[]).map((name) => ({ name, amount: rounded(amounts[name]) }));
}

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** What each doubt is told as: the notes of the reading in their own words, everything else by its name. */
function told(interpretation: Interpretation, name: SignalName): string {
  const notes = interpretation.attempt.notes.filter(({ effect }) => effect < 0);
  const own = (is: (text: string) => boolean): string[] => notes.filter(({ text }) => is(text)).map(({ text }) => text);
  const texts =
    name === 'DOUBTS'
      ? own((text) => !isCorrection(text) && !isByData(text))
      : name === 'BY_DATA'
        ? own(isByData)
        : name === 'CORRECTED'
          ? own(isCorrection)
          : [];
  return texts.length === 0 ? SIGNALS[name] : texts.join('; ');
}

/** How likely a reading is right, as reasons whose effects sum to it; the first is how likely such readings are at their best. */
export function readingReasons(interpretation: Interpretation, signals: readonly Signal[]): Reason[] {
  if (signals.length === 0) return [{ text: 'The plan was given as it is', effect: BEST }];
  const parts = signals.map(({ name, amount }) => ({ name, logit: WEIGHTS[name] * amount }));
  const logit = parts.reduce((sum, part) => sum + part.logit, INTERCEPT);
  const doubted = parts.filter(({ logit: each }) => each < 0);
  const doubts = doubted.reduce((sum, part) => sum + part.logit, 0);
  const clear = Math.min(BEST, sigmoid(logit - doubts));
  const lost = Math.min(BEST, sigmoid(logit)) - clear;
  return [
    {
      text: doubted.length === 0 ? 'Every word of the question was understood' : 'The words of the question were understood',
      effect: clear,
    },
    ...doubted.map((part) => ({ text: told(interpretation, part.name), effect: doubts === 0 ? 0 : (part.logit / doubts) * lost })),
    ...interpretation.attempt.notes.filter(({ effect }) => effect > 0),
  ];
}
