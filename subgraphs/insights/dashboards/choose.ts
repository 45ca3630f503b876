import { SIDE_BY_SIDE, dimensionsOf } from './dimensions.ts';
import type { Focus } from './focus.ts';
import { kpiIdea, lineIdea, rhythmIdea, splitIdea } from './ideas.ts';
import type { Idea } from './ideas.ts';
import { countsAll } from './measures.ts';
import type { BoardMeasure } from './measures.ts';
import { tryIdeas } from './trial.ts';
import type { Shown, Trial } from './trial.ts';

const MAX_KPIS = 6;
/** Numbers of all time among those of a period. */
const MAX_UNDATED = 2;
const MAX_LINES = 2;
const MAX_BARS = 4;
const MAX_TABLES = 2;
/** Measures that are split and followed over time; the rest are numbers only. */
const MEASURES_SPLIT = 5;

/** Each number once: two measures that come to the same value in the same unit tell the same. */
function distinctValues(found: readonly Shown[]): Shown[] {
  const seen = new Set<string>();
  return found.filter(({ idea, value }) => {
    const { unit } = idea.measure.choice;
    const keys = [`${unit === 'MONEY' ? 'MONEY' : 'OTHER'}:${value}`];
    // Who stays and who leaves is one number told twice.
    if (unit === 'PERCENT' && value !== null) keys.push(`OTHER:${Math.round((1 - value) * 1e9) / 1e9}`);
    const [own = ''] = keys;
    if (seen.has(own) || seen.has(unit === 'PERCENT' && value !== null ? `OTHER:${Math.round(value * 1e9) / 1e9}` : own)) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** Among the numbers of a period, few that are not: how things stand in its rank, who is on record last. */
function periodFirst(numbers: readonly Shown[]): Shown[] {
  const standing = (shown: Shown): boolean =>
    !shown.idea.dated && (countsAll(shown.idea.measure) !== null || shown.idea.measure.choice.metric === null);
  let undated = 0;
  const kept = [...numbers.filter((shown) => !standing(shown)), ...numbers.filter(standing)];
  return kept.filter(({ idea }) => idea.dated || (undated += 1) <= MAX_UNDATED);
}

/** Rows of numbers read well when they are even: three, four or six. */
function evenly(kpis: Shown[]): Shown[] {
  return kpis.slice(0, kpis.length >= MAX_KPIS ? MAX_KPIS : kpis.length === 5 ? 4 : kpis.length);
}

const dimensionKey = ({ dimension, grain }: Idea): string => dimension?.label.toLowerCase() ?? grain ?? '';

/** Measures in turn, each with a dimension that was not there yet while there are such. */
function inTurns(groups: readonly Idea[][]): Idea[] {
  const waiting = groups.map((group) => [...group]);
  const used = new Set<string>();
  const ordered: Idea[] = [];
  while (waiting.some((group) => group.length > 0)) {
    for (const group of waiting) {
      const fresh = group.findIndex((idea) => !used.has(dimensionKey(idea)));
      const [next] = group.splice(Math.max(fresh, 0), 1);
      if (next === undefined) continue;
      used.add(dimensionKey(next));
      ordered.push(next);
    }
  }
  return ordered;
}

/** What the sentence itself wants the numbers split by may come more often. */
const ASKED_TIMES = 3;

interface Variety {
  max: number;
  perMeasure: number;
  perDimension: number;
}
const BARS: Variety = { max: MAX_BARS, perMeasure: 2, perDimension: 2 };
const TABLES: Variety = { max: MAX_TABLES, perMeasure: 2, perDimension: 1 };

/** Keeps variety: no dimension, and no measure, too often. */
function varied(found: readonly Shown[], { max, perMeasure, perDimension }: Variety, asked: readonly string[]): Shown[] {
  const times = new Map<string, number>();
  const once = (key: string, most: number): boolean => {
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before < most;
  };
  return found
    .filter(
      ({ idea, question }) =>
        once(`? ${question}`, 1) &&
        once(`by ${dimensionKey(idea)}`, asked.includes(dimensionKey(idea)) ? ASKED_TIMES : perDimension) &&
        once(`of ${idea.measure.key}`, perMeasure),
    )
    .slice(0, max);
}

function splitIdeas(trial: Trial, focus: Focus, measure: BoardMeasure): { bars: Idea[]; tables: Idea[] } {
  const { slices, belongings } = dimensionsOf(trial.frame.context, measure);
  const few = belongings.filter(({ groups }) => groups <= SIDE_BY_SIDE);
  const many = belongings.filter(({ groups }) => groups > SIDE_BY_SIDE);
  const asked = focus.asked.map((dimension) =>
    splitIdea(trial.frame, measure, dimension, dimension.groups > SIDE_BY_SIDE ? 'TABLE' : 'BAR'),
  );
  return {
    bars: [
      ...asked.filter(({ kind }) => kind === 'BAR'),
      ...[slices.slice(0, 1), few.slice(0, 1), slices.slice(1, 3), few.slice(1, 2), slices.slice(3, 5)]
        .flat()
        .map((dimension) => splitIdea(trial.frame, measure, dimension, 'BAR')),
    ],
    tables: [
      ...asked.filter(({ kind }) => kind === 'TABLE'),
      ...many.slice(0, 3).map((dimension) => splitIdea(trial.frame, measure, dimension, 'TABLE')),
    ],
  };
}

/**
 * Picks what a dashboard shows: numbers, then trends, then breakdowns, then tables; only what has something to show, in that order.
 * @param found is told what there is after each of them
 */
export async function chooseWidgets(trial: Trial, focus: Focus, found: (shown: readonly Shown[]) => void): Promise<Shown[]> {
  const { frame } = trial;
  const asked = focus.asked.map(({ label }) => label.toLowerCase());
  const isAsked = (idea: Idea): number => (asked.includes(dimensionKey(idea)) ? 1 : 0);
  const numbers = distinctValues(
    await tryIdeas(
      trial,
      focus.measures.map((measure) => kpiIdea(frame, measure)),
      (tried) => distinctValues(tried).length >= MAX_KPIS + 4,
    ),
  );
  const ordered = frame.period === null ? numbers : periodFirst(numbers);
  const kpis = evenly(ordered);
  found(kpis);
  const telling = ordered.map(({ idea }) => idea.measure);
  const lines = (
    await tryIdeas(
      trial,
      telling
        .filter(({ timed }) => timed)
        .slice(0, MEASURES_SPLIT)
        .map((measure) => lineIdea(frame, measure)),
      (tried) => tried.length >= MAX_LINES,
    )
  ).slice(0, MAX_LINES);
  found([...kpis, ...lines]);
  const split = telling.slice(0, MEASURES_SPLIT).map((measure) => splitIdeas(trial, focus, measure));
  const rhythms = telling
    .filter(({ timed }) => timed)
    .slice(0, 1)
    .map((measure) => rhythmIdea(frame, measure));
  const bars = varied(
    await tryIdeas(
      trial,
      [
        ...split.flatMap((each) => each.bars).filter((idea) => isAsked(idea) === 1),
        ...inTurns(split.map((each) => each.bars.filter((idea) => isAsked(idea) === 0))),
        ...rhythms,
      ],
      (tried) => varied(tried, BARS, asked).length >= MAX_BARS,
    ),
    BARS,
    asked,
  );
  found([...kpis, ...lines, ...bars]);
  const tables = varied(
    await tryIdeas(
      trial,
      split.flatMap((each) => each.tables).toSorted((a, b) => isAsked(b) - isAsked(a)),
      (tried) => varied(tried, TABLES, asked).length >= MAX_TABLES,
    ),
    TABLES,
    asked,
  );
  return [...kpis, ...lines, ...bars, ...tables];
}
