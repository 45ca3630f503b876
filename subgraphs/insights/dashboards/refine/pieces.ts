import type { ReadToken } from '../../compose/interpret.ts';
import { periodText } from '../../answer/sentence.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import { inSentence } from '../../suggest/question-for.ts';
import { pluralOf } from '../dimensions.ts';

/** A question that was understood. */
export interface Read {
  question: string;
  plan: QueryPlan;
  tokens: readonly ReadToken[];
}

/** A question that was not. */
export interface Unread {
  /** Why, in a sentence. */
  reason: string;
  /** Words that the data does not know. */
  unknown: readonly string[];
}

/** Reads questions on a tenant's data. */
export interface Reader {
  /** What a question asks, or why it cannot be told. */
  read: (question: string) => Promise<Read | Unread>;
  /** What a metric is called. */
  metricLabel: (name: string) => string | null;
  /** Whether what a plan measures is told for a time, and not as it stands. */
  timed: (plan: QueryPlan) => boolean;
  /** Whether a plan has more groups than are read side by side. */
  many: (plan: QueryPlan) => boolean;
  /** The period that words name (`last quarter`, `2021`), as it is told in a question; null when they name none. */
  period: (words: string) => { text: string; label: string } | null;
  /** Ways to split what a plan measures, most telling first, as a question names them. */
  dimensions: (plan: QueryPlan) => string[];
}

const GRAIN_WORDS: Partial<Record<string, string>> = {
  weekday: 'day of the week',
  monthOfYear: 'month of the year',
  hour: 'hour of the day',
};
/** More rows than this are all of them. */
const MANY = 500;
const BEFORE =
  /(?:\s|^)(?:in|for|during|of|from|over|within|on|at|where|with|and|the|is|=|only|not|excluding|without|except|but|which|whose|that|are|,)\s*$/i;

/** A question without a stretch of it and the small words that led to it. */
function without(question: string, start: number, end: number): string {
  let before = question.slice(0, start);
  for (let last = ''; last !== before;) {
    last = before;
    before = before.replace(BEFORE, '');
  }
  return `${before} ${question.slice(end)}`.replaceAll(/\s+/g, ' ').trim();
}

const COMPARED = /\s+(?:compared (?:to|with)|versus|vs\.?|against|relative to|in comparison (?:to|with))\s+.*$/i;

/** The question without its comparison. */
export const uncompared = (question: string): string => question.replace(COMPARED, '').trim();

/** Questions that are this one without one of its periods, or without all. */
export function timeless({ question, tokens }: Read): string[] {
  const times = tokens.filter(({ kind }) => kind === 'TIME');
  const all = times.toReversed().reduce((text, { start, end }) => without(text, start, end), question);
  return [...new Set([...times.map(({ start, end }) => without(question, start, end)), all])];
}

/** Questions that are this one without one of its values, or without all. */
export function valueless({ question, tokens }: Read, which: (token: ReadToken) => boolean = () => true): string[] {
  const values = tokens.filter((token) => token.kind === 'VALUE' && which(token));
  const all = values.toReversed().reduce((text, { start, end }) => without(text, start, end), question);
  return [...new Set([...values.map(({ start, end }) => without(question, start, end)), all])];
}

/** What a question is made of, each piece as it can stand in another one. */
export interface Pieces {
  /** Names of what is measured. */
  measures: string[];
  by: string;
  conditions: string[];
  period: string;
  compare: string;
}

const bare = (label: string): string => inSentence(label.replace(/^Share of ([^:]+):.*$/, '$1'));

/** The pieces of a question. */
export function piecesOf({ question, plan, tokens }: Read, metricLabel: (name: string) => string | null): Pieces {
  const [measure] = plan.measures;
  const label = measure === undefined ? '' : measure.label;
  const metric = measure?.metric == null ? null : metricLabel(measure.metric);
  const said = tokens.filter(({ kind }) => kind === 'METRIC' || kind === 'AGGREGATE' || kind === 'ENTITY');
  const stretch =
    said.length === 0 ? '' : question.slice(Math.min(...said.map(({ start }) => start)), Math.max(...said.map(({ end }) => end)));
  const values = tokens.filter(({ kind }) => kind === 'VALUE').map(({ text }) => text);
  const clause = /\s(?:for|where|with|in|of|from|excluding|without|not)\s.*$/i.exec(question)?.[0] ?? '';
  const conditions =
    values.length === 0
      ? ['']
      : [` for ${values.join(' and ')}`, ` with ${values.join(' and ')}`, ` excluding ${values.join(' and ')}`, clause];
  return {
    measures: [...new Set([...(metric === null ? [] : [inSentence(metric)]), bare(label), stretch, `total ${bare(label)}`])].filter(
      (each) => each !== '',
    ),
    by: byText(plan),
    conditions,
    period: periodText(plan.period),
    compare: plan.compare === null ? '' : ` compared to ${plan.compare.label}`,
  };
}

/** ` by region and month`; empty where nothing is split. */
function byText({ groupBy }: QueryPlan): string {
  const names = groupBy.map(({ label, grain }) => (grain === null ? label.toLowerCase() : (GRAIN_WORDS[grain] ?? grain)));
  return names.length === 0 ? '' : ` by ${names.join(' and ')}`;
}

/** Every way to say pieces that differ in one of them. */
export function written(pieces: Pieces, over: Partial<Pieces>, top: { count: number; direction: 'asc' | 'desc' } | null = null): string[] {
  const { measures, by, conditions, period, compare } = { ...pieces, ...over };
  const noun = by.replace(/^ by /, '');
  return measures.flatMap((measure) =>
    conditions.flatMap((each) => {
      const rest = `${each}${period}${compare}`;
      if (top === null) return [`${measure}${by}${rest}`, `${measure}${each}${by}${period}${compare}`];
      const word = top.direction === 'asc' ? 'bottom' : 'top';
      return [`${word} ${top.count} ${pluralOf(noun)} by ${measure}${rest}`, `${word} ${top.count} ${noun} by ${measure}${rest}`];
    }),
  );
}

/** The ranking of a plan, when it is one. */
export function topOf({ limit, order, groupBy }: QueryPlan): { count: number; direction: 'asc' | 'desc' } | null {
  const [first] = order;
  return groupBy.length === 1 && limit < MANY && first?.by === 'measure' ? { count: limit, direction: first.direction } : null;
}
