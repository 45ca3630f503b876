import { inDollars } from './money.ts';

/** What a budget's window will have come to at its end, if spending goes on as it did so far. */
export interface Forecast {
  micros: number;
  tokens: number;
  /** Of the limit that will be nearest, 1: exactly reached; null without a limit. */
  share: number | null;
  /** When that limit is reached; null: not within the window. */
  reachesLimitAt: Date | null;
  /** What it is taken from, in a sentence. */
  basis: string;
}

export interface SpentSoFar {
  startsAt: Date;
  /** null: it has no end, and so no forecast. */
  endsAt: Date | null;
  micros: number;
  tokens: number;
  limitMicros: number | null;
  limitTokens: number | null;
}

/** Less of a window than this tells nothing of the rest. */
const LEAST_SHARE_OF_WINDOW = 0.01;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Straight on at the pace of the window so far. Pure. @returns null when there is no end, nothing was spent, or the window has just begun */
export function forecast(so: SpentSoFar, now: Date): Forecast | null {
  if (so.endsAt === null || (so.micros === 0 && so.tokens === 0)) return null;
  const length = so.endsAt.getTime() - so.startsAt.getTime();
  const elapsed = Math.min(now.getTime() - so.startsAt.getTime(), length);
  if (elapsed < length * LEAST_SHARE_OF_WINDOW) return null;
  const pace = length / elapsed;
  const [micros, tokens] = [Math.round(so.micros * pace), Math.round(so.tokens * pace)];
  const shares = [shareOf(micros, so.limitMicros), shareOf(tokens, so.limitTokens)].filter((share) => share !== null);
  const share = shares.length === 0 ? null : Math.max(...shares);
  const spent = so.micros > 0 ? inDollars(so.micros) : `${so.tokens} tokens`;
  return {
    micros,
    tokens,
    share,
    reachesLimitAt: share === null || share < 1 ? null : new Date(Math.max(so.startsAt.getTime() + length / share, so.startsAt.getTime())),
    basis: `${spent} in ${inWords(elapsed)} of ${inWords(length)}; the rest of the time at the same pace.`,
  };
}

/** A limit of nothing is passed by anything. */
function shareOf(amount: number, limit: number | null): number | null {
  if (limit === null) return null;
  return limit === 0 ? (amount > 0 ? Number.MAX_SAFE_INTEGER : 0) : amount / limit;
}

function inWords(ms: number): string {
  const hours = Math.max(1, Math.round(ms / HOUR_MS));
  if (ms < 2 * DAY_MS) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.round(ms / DAY_MS)} days`;
}
