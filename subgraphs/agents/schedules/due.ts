import type { MisfirePolicy } from './schedule.enums.ts';
import { nextAfter, type Timing } from './timing.ts';

/** A moment that is longer ago than this was missed: nobody was there to begin it. */
export const ON_TIME_MS = 60_000;
/** Moments that are looked through one by one; of more than these the earliest are only told of. */
const MAX_LOOKED_AT = 1_000;

export interface Due {
  /** Moments for which a run begins now, in order. */
  fire: Date[];
  /** How many moments nothing is begun for, at most about a thousand. */
  missed: number;
  /** The moment after these; null: none. */
  next: Date | null;
}

/**
 * What is to be begun at `now` of a schedule whose next moment was `nextAt`. RUN_ONCE begins one run for however many moments were missed,
 * SKIP none for those, RUN_ALL one for each of the latest `maxCatchUp`. Pure.
 */
export function dueAt(timing: Timing, policy: { misfire: MisfirePolicy; maxCatchUp: number }, nextAt: Date, now: Date): Due {
  if (nextAt > now) return { fire: [], missed: 0, next: nextAt };
  if (timing.kind === 'EVENT') return { fire: [nextAt], missed: 0, next: null };
  const { moments, dropped } = momentsUntil(timing, nextAt, now);
  const kept = keep(moments, policy, now);
  return { fire: kept, missed: dropped + moments.length - kept.length, next: nextAfter(timing, now) };
}

function keep(moments: readonly Date[], { misfire, maxCatchUp }: { misfire: MisfirePolicy; maxCatchUp: number }, now: Date): Date[] {
  switch (misfire) {
    case 'RUN_ONCE':
      return moments.slice(-1);
    case 'SKIP':
      return moments.slice(-1).filter((at) => now.getTime() - at.getTime() <= ON_TIME_MS);
    case 'RUN_ALL':
      return moments.slice(-Math.max(1, maxCatchUp));
  }
}

/** Every moment from `from` to `now`; of very many the latest, and how many at least came before them. */
function momentsUntil(timing: Timing, from: Date, now: Date): { moments: Date[]; dropped: number } {
  let moments: Date[] = [];
  let dropped = 0;
  for (let at: Date | null = from; at !== null && at <= now; at = nextAfter(timing, at)) {
    moments.push(at);
    if (moments.length <= MAX_LOOKED_AT) continue;
    dropped += moments.length - MAX_LOOKED_AT / 2;
    moments = moments.slice(-MAX_LOOKED_AT / 2);
    // A server that was away for a year looks through some moments, not through half a million.
    const apart = (at.getTime() - (moments[0] ?? at).getTime()) / moments.length;
    const onwards = new Date(now.getTime() - MAX_LOOKED_AT * apart);
    if (onwards > at) at = onwards;
  }
  return { moments, dropped };
}
