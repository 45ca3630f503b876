import type { Context } from '../compose/context.ts';
import type { VerdictAsk } from '../compose/wishes.ts';
import type { GoodDirectionName } from '../metrics/metric-definition.ts';
import type { Comparison, QueryPlan } from '../plan/query-plan.ts';
import { daysBetween } from '../language/calendar.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { inSentence, isPlural } from '../suggest/question-for.ts';
import type { AnswerFacts, RunQuery, VerdictFacts } from './answer-types.ts';
import { besides } from './beside.ts';
import { formatValue, toNumber } from './format.ts';
import { plannedPlan } from './planned.ts';
import { isMany, periodText } from './sentence.ts';
import { totalPlan } from './variations.ts';

/** Nearer to the plan than this share of it is as planned. */
const AS_PLANNED = 0.01;
const A_YEAR = 365;
/** A change smaller than this share is no change. */
const NO_CHANGE = 0.005;

const HOLDS: Record<Comparison, (a: number, b: number) => boolean> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};
const WORDS: Record<Comparison, string> = {
  '<': 'less than',
  '<=': 'at most',
  '>': 'more than',
  '>=': 'at least',
  '=': 'exactly',
  '<>': 'not',
};

const say = (answer: 'YES' | 'NO' | 'UNCLEAR', basis: VerdictFacts['basis'], reason: string): VerdictFacts => ({
  answer,
  basis,
  text: `${{ YES: 'Yes: ', NO: 'No: ', UNCLEAR: 'It depends: ' }[answer]}${reason}`,
});
const yes = (holds: boolean): 'YES' | 'NO' => (holds ? 'YES' : 'NO');

interface Judged {
  context: Context;
  run: RunQuery;
  answer: AnswerFacts;
  goodDirection: GoodDirectionName;
  shown: (value: number | null, measure?: number) => string;
}

/** Where the number moved: against the period that the answer compares with, else the last complete point of its course. */
function movement({ answer }: Judged): { change: number; since: string; now: number; before: number } | null {
  const { delta, series, value } = answer;
  if (delta !== null && value !== null)
    return { change: delta.relative ?? Math.sign(delta.absolute), since: delta.versus, now: value, before: delta.previousValue };
  return courseOf(series);
}

/** A year's points of a course against those of the year before, or its two halves when it is shorter: one month alone says little. */
function courseOf(series: AnswerFacts['series']): { change: number; since: string; now: number; before: number } | null {
  const told = series.flatMap(({ period, start, value }) => (value === null ? [] : [{ period, start, value }]));
  const [first, second] = told;
  if (first === undefined || second === undefined) return null;
  const yearly = Math.max(1, Math.round(A_YEAR / Math.max(1, daysBetween(first.start, second.start))));
  const many = Math.min(yearly, Math.floor(told.length / 2));
  const mean = (points: typeof told): number => points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const [before, now] = [told.slice(-2 * many, -many), told.slice(-many)];
  const [then, today] = [mean(before), mean(now)];
  const change = then === 0 ? Math.sign(today) : (today - then) / Math.abs(then);
  const since = many === 1 ? (before[0]?.period ?? '') : `${before[0]?.period ?? ''} to ${before.at(-1)?.period ?? ''}`;
  return { change, since, now: today, before: then };
}

function moved(judged: Judged): { text: string; change: number } | null {
  const found = movement(judged);
  if (found === null) return null;
  const { change, since, now, before } = found;
  const label = inSentence(judged.answer.label);
  const went =
    Math.abs(change) < NO_CHANGE ? 'hardly moved' : `${change > 0 ? 'rose' : 'fell'} by ${(Math.abs(change) * 100).toFixed(1)} %`;
  return { change, text: `${label} ${went} on ${since} (${judged.shown(now)} against ${judged.shown(before)}).` };
}

/** The number beside what was planned for the same records and the same time; null where nothing was planned. */
async function planned({ context, run, answer }: Judged): Promise<{ actual: number; plan: number } | null> {
  const both = plannedPlan(context, totalPlan(answer.plan));
  if (both === null) return null;
  const valueOf = async (plan: QueryPlan): Promise<number | null> => toNumber((await run(compilePlan(plan, context.model)))[0]?.['m0']);
  const [actual, plan] = [await valueOf(both.actual), await valueOf(both.planned)];
  return actual === null || plan === null || plan === 0 ? null : { actual, plan };
}

const areOf = (label: string): string => (isMany(label) ? 'are' : 'is');

const againstPlan = ({ shown, answer }: Judged, { actual, plan }: { actual: number; plan: number }): string => {
  const share = ((actual - plan) / Math.abs(plan)) * 100;
  const stands =
    Math.abs(share) < AS_PLANNED * 100 ? 'as planned' : `${Math.abs(share).toFixed(1)} % ${share > 0 ? 'over' : 'under'} budget`;
  return `${inSentence(answer.label)}${periodText(answer.plan.period)} ${areOf(answer.label)} ${stands} (${shown(actual)} against ${shown(plan)}).`;
};

/** Whether a number stands as it should: against the budget, else by the way it moved and the way it should move. */
async function standing(judged: Judged, wants: 'GOOD' | 'BAD'): Promise<VerdictFacts> {
  const both = await planned(judged);
  const down = judged.goodDirection === 'DOWN';
  if (both !== null) {
    const over = (both.actual - both.plan) / Math.abs(both.plan);
    const bad = down ? over > AS_PLANNED : over < -AS_PLANNED;
    return say(yes(bad === (wants === 'BAD')), 'BUDGET', againstPlan(judged, both));
  }
  const went = moved(judged);
  if (went === null || judged.goodDirection === 'NEUTRAL')
    return say(
      'UNCLEAR',
      'NONE',
      `${inSentence(judged.answer.label)} ${areOf(judged.answer.label)} ${judged.shown(judged.answer.value)}, and there is neither a budget nor a period before to judge it by.`,
    );
  const bad = Math.abs(went.change) >= NO_CHANGE && went.change > 0 === down;
  return say(yes(bad === (wants === 'BAD')), 'PREVIOUS_PERIOD', `${went.text.slice(0, -1)}; ${down ? 'less' : 'more'} is better.`);
}

async function decide(judged: Judged, asked: VerdictAsk): Promise<VerdictFacts> {
  const { answer, shown } = judged;
  const label = inSentence(answer.label);
  const where = periodText(answer.plan.period);
  switch (asked.kind) {
    case 'EXISTS': {
      const many = answer.plan.shape === 'list' ? answer.rows.length : (answer.value ?? answer.rows.length);
      return say(yes(many > 0), 'EXISTENCE', answer.text);
    }
    case 'LIMIT': {
      const cell = asked.measure === 0 ? answer.value : answer.rows[0]?.[answer.plan.groupBy.length + asked.measure];
      if (typeof cell !== 'number') return say('UNCLEAR', 'NONE', `there is no ${label}${where}.`);
      const holds = HOLDS[asked.operator](cell, asked.value);
      return say(
        yes(holds),
        'LIMIT',
        `${label}${where} ${isPlural(answer.label) ? 'are' : 'is'} ${shown(cell)}, ${holds ? '' : 'not '}${WORDS[asked.operator]} ${shown(asked.value)}.`,
      );
    }
    case 'METRICS': {
      const [a, b] = answer.rows[0] ?? [];
      if (typeof a !== 'number' || typeof b !== 'number') return say('UNCLEAR', 'NONE', 'one of the numbers is not there.');
      const [first, second] = answer.plan.measures.map((measure) => inSentence(measure.label));
      return say(
        yes(asked.wants === 'MORE' ? a > b : a < b),
        'OTHER_METRIC',
        `${first}${where} is ${shown(a)}, ${second} is ${shown(b, 1)}.`,
      );
    }
    case 'MOVED': {
      const went = moved(judged);
      if (went === null) return say('UNCLEAR', 'NONE', `there is no period before to compare ${label} with.`);
      const holds = Math.abs(went.change) >= NO_CHANGE && went.change > 0 === (asked.wants === 'UP');
      return say(yes(holds), 'PREVIOUS_PERIOD', went.text);
    }
    case 'POSITIVE': {
      if (answer.value === null) return say('UNCLEAR', 'NONE', `there is no ${label}${where}.`);
      return say(yes(answer.value > 0 === (asked.wants === 'GAIN')), 'LIMIT', `${label}${where} ${areOf(label)} ${shown(answer.value)}.`);
    }
    case 'PLANNED': {
      const both = await planned(judged);
      if (both === null) return say('UNCLEAR', 'NONE', `nothing was planned for ${label}${where}.`);
      const over = (both.actual - both.plan) / Math.abs(both.plan);
      const holds =
        asked.wants === 'WITHIN'
          ? over <= AS_PLANNED
          : asked.wants === 'REACHED'
            ? over >= -AS_PLANNED
            : judged.goodDirection === 'DOWN'
              ? over > AS_PLANNED
              : over < -AS_PLANNED;
      return say(yes(holds), 'BUDGET', againstPlan(judged, both));
    }
    case 'JUDGED':
      return standing(judged, asked.wants);
  }
}

/** The answer with its verdict, when its question asks for one: the sentence then begins with it. */
export async function judge(context: Context, run: RunQuery, facts: AnswerFacts): Promise<AnswerFacts> {
  const answer = besides(facts);
  const asked = answer.interpretation.wishes?.verdict ?? null;
  if (asked === null || answer.plan.shape === 'groups') return answer;
  const { measures } = answer.plan;
  const shown = (value: number | null, measure = 0): string =>
    formatValue(value, measures[measure]?.unit ?? answer.unit, measures[measure]?.currency ?? answer.currency) ?? 'not known';
  const goodDirection = answer.metric === null ? 'UP' : (context.metrics.get(answer.metric)?.definition.goodDirection ?? 'NEUTRAL');
  const verdict = await decide({ context, run, answer, goodDirection, shown }, asked);
  return { ...answer, verdict, text: verdict.text };
}
