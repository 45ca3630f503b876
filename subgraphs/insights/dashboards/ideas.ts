import type { Context } from '../compose/context.ts';
import { coverage } from '../compose/times.ts';
import { periodText } from '../answer/sentence.ts';
import { addDays, daysBetween } from '../language/calendar.ts';
import type { Grain, Period } from '../plan/query-plan.ts';
import { inSentence } from '../suggest/question-for.ts';
import { SIDE_BY_SIDE, pluralOf } from './dimensions.ts';
import type { BoardDimension } from './dimensions.ts';
import type { BoardMeasure } from './measures.ts';
import type { WidgetKind } from './widget.type.ts';

/** A widget that might be: the questions that would ask for it, and what they must be read as. */
export interface Idea {
  kind: Extract<WidgetKind, 'KPI' | 'LINE' | 'BAR' | 'TABLE'>;
  title: string;
  measure: BoardMeasure;
  dimension: BoardDimension | null;
  grain: Grain | null;
  /** Ways to ask, plainest first; the first that is read as meant is taken. */
  questions: string[];
  /** Whether the dashboard's period is part of the question. */
  dated: boolean;
}

/** What holds for every widget. */
export interface Frame {
  context: Context;
  period: Period | null;
  /** Conditions of the sentence as they follow in a question. */
  conditions: string;
}

const TOP = 10;
/** Longest span, in days, that each grain shows well. */
const DAILY_UP_TO = 31;
const WEEKLY_UP_TO = 190;
const MONTHLY_UP_TO = 1_100;
const QUARTERLY_UP_TO = 3_000;
const GRAIN_WORD: Partial<Record<Grain, string>> = {
  weekday: 'day of the week',
  monthOfYear: 'month of the year',
  hour: 'hour of the day',
};

/** What follows in every question about a measure: its conditions, and the period when its records carry a date. */
function tail({ period, conditions }: Frame, { timed }: BoardMeasure): string {
  return `${conditions}${timed ? periodText(period) : ''}`;
}

function spanOf({ context, period }: Frame, measure: BoardMeasure): number {
  const [source] = measure.choice.sources;
  const { min, max } = source === undefined ? { min: null, max: null } : coverage(context, source.entity, source.timeField);
  const from = [period?.from ?? null, min]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  const to = [period?.to ?? null, max === null ? null : addDays(max, 1)].filter((day) => day !== null).toSorted()[0];
  return from === undefined || to === undefined ? 0 : Math.max(0, daysBetween(from, to));
}

function grainFor(days: number): Grain {
  if (days <= DAILY_UP_TO) return 'day';
  if (days <= WEEKLY_UP_TO) return 'week';
  if (days <= MONTHLY_UP_TO) return 'month';
  return days <= QUARTERLY_UP_TO ? 'quarter' : 'year';
}

export function kpiIdea(frame: Frame, measure: BoardMeasure): Idea {
  const rest = tail(frame, measure);
  const plain = measure.spoken.map((spoken) => `${spoken}${rest}`);
  const counted = measure.choice.unit === 'COUNT' ? measure.spoken.map((spoken) => `how many ${spoken}${rest}`) : [];
  const asked = measure.spoken.map((spoken) => `what is our ${spoken}${rest}`);
  return {
    kind: 'KPI',
    title: measure.label,
    measure,
    dimension: null,
    grain: null,
    questions: [...plain, ...counted, ...asked],
    dated: measure.timed,
  };
}

export function lineIdea(frame: Frame, measure: BoardMeasure): Idea {
  const grain = grainFor(spanOf(frame, measure));
  return {
    kind: 'LINE',
    title: `${measure.label} by ${grain}`,
    measure,
    dimension: null,
    grain,
    questions: measure.spoken.map((spoken) => `${spoken} by ${grain}${tail(frame, measure)}`),
    dated: true,
  };
}

/** When in the week or the year something happens. */
export function rhythmIdea(frame: Frame, measure: BoardMeasure): Idea {
  const grain: Grain = spanOf(frame, measure) > MONTHLY_UP_TO ? 'monthOfYear' : 'weekday';
  const word = GRAIN_WORD[grain] ?? grain;
  return {
    kind: 'BAR',
    title: `${measure.label} by ${word}`,
    measure,
    dimension: null,
    grain,
    questions: measure.spoken.map((spoken) => `${spoken} by ${word}${tail(frame, measure)}`),
    dated: true,
  };
}

/** A measure split by a dimension: side by side when the groups are few, else the largest of them. */
export function splitIdea(frame: Frame, measure: BoardMeasure, dimension: BoardDimension, kind: 'BAR' | 'TABLE'): Idea {
  const rest = tail(frame, measure);
  const few = kind === 'BAR' && dimension.groups <= SIDE_BY_SIDE;
  const names = dimension.spoken.flatMap((noun) => measure.spoken.map((spoken) => ({ noun, spoken })));
  return {
    kind,
    title: few
      ? `${measure.label} by ${inSentence(dimension.label)}`
      : `Top ${TOP} ${inSentence(dimension.plural)} by ${inSentence(measure.label)}`,
    measure,
    dimension,
    grain: null,
    questions: few
      ? names.map(({ noun, spoken }) => `${spoken} by ${noun}${rest}`)
      : names.map(
          ({ noun, spoken }) => `top ${TOP} ${noun === dimension.spoken[0] ? dimension.plural : pluralOf(noun)} by ${spoken}${rest}`,
        ),
    dated: measure.timed,
  };
}
