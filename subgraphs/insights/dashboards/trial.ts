import { setImmediate } from 'node:timers/promises';
import type { RunQuery } from '../answer/answer-types.ts';
import { addsUp } from '../answer/adds-up.ts';
import { formatBucket, toNumber } from '../answer/format.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { understood } from './expected.ts';
import type { Understood } from './expected.ts';
import type { Frame, Idea } from './ideas.ts';

/** An idea that was asked and has something to show. */
export interface Shown extends Understood {
  /** The number of a KPI; null otherwise. */
  value: number | null;
  /** How many rows there are to show. */
  rows: number;
  /** The largest of a few groups that add up to the whole, with its share; null otherwise. */
  leader: { label: string; share: number } | null;
}

type Row = Record<string, unknown>;
/** Statements of one transaction: the database is not held up for longer than a few of them take. */
const PER_TRANSACTION = 6;
const MIN_POINTS = 3;
const MIN_BARS = 2;
const MAX_BARS = 31;
const MIN_TABLE_ROWS = 3;

/** Who has most of what is split, where the groups are all there and add up. */
function leaderOf({ idea, plan }: Understood, rows: Row[]): Shown['leader'] {
  if (idea.dimension === null || rows.length >= plan.limit || !addsUp(plan)) return null;
  const groups = rows.map((row) => ({ label: formatBucket(row['d0'], null), value: toNumber(row['m0']) ?? 0 }));
  const total = groups.reduce((sum, { value }) => sum + value, 0);
  const [first] = groups.toSorted((a, b) => b.value - a.value);
  const named = first !== undefined && first.label !== '(none)' && total > 0 && groups.every(({ value }) => value >= 0);
  return named ? { label: first.label, share: first.value / total } : null;
}

function worthShowing(asked: Understood, rows: Row[]): Shown | null {
  const numbers = rows.map((row) => toNumber(row['m0'])).filter((value) => value !== null);
  // A rate that is all or nothing in every group says what the groups are, not how they do.
  const flat = asked.idea.measure.choice.unit === 'PERCENT' && numbers.every((value) => value === 0 || value === 1);
  const varied = new Set(numbers).size > 1 && !flat;
  switch (asked.idea.kind) {
    case 'KPI': {
      const [value] = numbers;
      return value === undefined || value === 0 ? null : { ...asked, value, rows: 1, leader: null };
    }
    case 'LINE':
      return numbers.length >= MIN_POINTS && varied ? { ...asked, value: null, rows: rows.length, leader: null } : null;
    case 'BAR':
      return numbers.length >= MIN_BARS && rows.length <= MAX_BARS && varied
        ? { ...asked, value: null, rows: rows.length, leader: leaderOf(asked, rows) }
        : null;
    case 'TABLE':
      return numbers.length >= MIN_TABLE_ROWS && varied ? { ...asked, value: null, rows: rows.length, leader: null } : null;
  }
}

export interface Trial {
  knowledge: Knowledge;
  frame: Frame;
  /** Restrictions every plan must carry. */
  required: readonly string[];
  /** Runs statements as the tenant, a few in one transaction. */
  asking: <T>(work: (run: RunQuery) => Promise<T>) => Promise<T>;
  /** How many statements may still be run; counts down. */
  statements: { left: number };
}

/** Reads and asks ideas in order and keeps those worth showing, until `enough` says so or no statements are left. */
export async function tryIdeas(trial: Trial, ideas: readonly Idea[], enough: (found: readonly Shown[]) => boolean): Promise<Shown[]> {
  const { knowledge, frame, required, asking, statements } = trial;
  const found: Shown[] = [];
  const waiting = [...ideas];
  while (waiting.length > 0 && statements.left > 0 && !enough(found)) {
    const batch: Understood[] = [];
    while (batch.length < Math.min(PER_TRANSACTION, statements.left) && waiting.length > 0) {
      const idea = waiting.shift();
      const asked = idea === undefined ? null : understood(knowledge, frame, idea, required);
      if (asked !== null) batch.push(asked);
      // Reading is computing: others get their turn in between.
      await setImmediate();
    }
    if (batch.length === 0) break;
    statements.left -= batch.length;
    const shown = await asking(async (run) => {
      const results: (Shown | null)[] = [];
      for (const asked of batch) results.push(worthShowing(asked, await run(compilePlan(asked.plan, knowledge.model))));
      return results;
    });
    found.push(...shown.filter((each) => each !== null));
  }
  return found;
}
