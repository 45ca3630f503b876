import type { Reply } from './asked.ts';
import { cellKey, compareRows, type Rows } from './gold.ts';
import type { Gold } from './questions.ts';

/** How one question ended. `MORE`: right, with further columns beside the gold's. */
export type Verdict = 'RIGHT' | 'MORE' | 'ABSTAINED' | 'WRONG';

export interface Scored {
  set: string;
  question: string;
  class: string | null;
  verdict: Verdict;
  /** What it was answered with; null when it was declined. */
  confidence: { score: number; tier: string; signals?: readonly { name: string; amount: number }[] | undefined } | null;
  ms: number;
  told: string;
}

/** Gold statements already run are rows here. */
export type RunGold = Exclude<Gold, { kind: 'SQL' }>;

const TOLERANCE = 0.005;

function sameNumber(a: number, b: number, unit: string): boolean {
  const near = (x: number): boolean => cellKey(x) === cellKey(b) || (b !== 0 && Math.abs(x - b) / Math.abs(b) <= TOLERANCE);
  return near(a) || (unit === 'PERCENT' && near(a * 100));
}

const better = (a: Verdict, b: Verdict): Verdict => {
  const order: Verdict[] = ['RIGHT', 'MORE', 'ABSTAINED', 'WRONG'];
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
};

function byRows(rows: Rows, gold: Rows): Verdict {
  const compared = compareRows(rows, gold);
  return compared === 'SAME' ? 'RIGHT' : compared === 'MORE' ? 'MORE' : 'WRONG';
}

function judgeOne(reply: Reply, gold: RunGold): Verdict {
  if (reply.__typename !== 'Answer') {
    if (gold.kind === 'DECLINE' && reply.__typename === 'Declined') return 'RIGHT';
    if (gold.kind === 'CLARIFY' && (reply.__typename === 'Clarification' || reply.reason === 'AMBIGUOUS')) return 'RIGHT';
    return 'ABSTAINED';
  }
  const { rows, value, unit, delta } = reply;
  const numbers = rows.flat().filter((each): each is number => typeof each === 'number');
  const only = value ?? (numbers.length === 1 ? numbers[0] : undefined);
  switch (gold.kind) {
    case 'DECLINE':
    case 'CLARIFY':
      return 'WRONG';
    case 'ROWS':
      return byRows(rows, gold.rows);
    case 'VALUE':
      return only !== undefined && sameNumber(only, gold.value, unit) ? 'RIGHT' : 'WRONG';
    case 'PAIR': {
      const told = value !== null && delta !== null ? [value, delta.previousValue] : numbers;
      const has = (wanted: number): boolean => told.some((each) => sameNumber(each, wanted, unit));
      return gold.pair.every(has) ? 'RIGHT' : 'WRONG';
    }
    case 'VERDICT':
      return reply.verdict?.verdict === gold.verdict ? 'RIGHT' : 'WRONG';
  }
}

/** The best that a reply is worth by any of the golds. */
export function judge(reply: Reply, golds: readonly RunGold[]): Verdict {
  return golds.map((gold) => judgeOne(reply, gold)).reduce(better, 'WRONG');
}

const BINS = 10;

/** Expected calibration error: how far the confidence told lies from the share that was right, over bins of a tenth, by their sizes. */
export function calibrationError(scored: readonly { confidence: number; right: boolean }[]): number {
  if (scored.length === 0) return 0;
  const bins = Map.groupBy(scored, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  let error = 0;
  for (const bin of bins.values()) {
    const told = bin.reduce((sum, { confidence }) => sum + confidence, 0);
    error += Math.abs(told - bin.filter(({ right }) => right).length) / scored.length;
  }
  return error;
}

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;

/** The line of numbers that a run ends with. */
export function summary(scored: readonly Scored[]) {
  const of = (...verdicts: Verdict[]): Scored[] => scored.filter(({ verdict }) => verdicts.includes(verdict));
  const answered = scored.flatMap(({ confidence, verdict }) =>
    confidence === null ? [] : [{ confidence: confidence.score, right: verdict === 'RIGHT' || verdict === 'MORE' }],
  );
  const times = scored.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return {
    total: scored.length,
    right: of('RIGHT', 'MORE').length,
    withMoreColumns: of('MORE').length,
    abstained: of('ABSTAINED').length,
    wrong: of('WRONG').length,
    wrongConfident: of('WRONG').filter(({ confidence }) => confidence?.tier === 'HIGH').length,
    ece: round(calibrationError(answered), 4),
    p95_ms: round(times[Math.floor(times.length * 0.95)] ?? 0, 1),
  };
}
