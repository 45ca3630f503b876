import type { Tone } from '../../ui/badge.tsx';

interface Passing {
  inFlight: number;
  ratePerMinute: number;
  waitingSeconds: number | null;
}

/** How much stands before a stage: nothing, or how long it takes at the pace of late until it is through. */
export interface Pressure {
  word: string;
  tone: Tone;
  /** Minutes until what waits is through; null when nothing moves. */
  minutes: number | null;
}

/** Longer than this is a queue, much longer a jam. */
const QUEUE_MINUTES = 2;
const JAM_MINUTES = 15;
/** What waits so long while nothing moves does not move by itself. */
const STUCK_SECONDS = 300;

/** The back-pressure before a stage. Pure. */
export function pressureOf({ inFlight, ratePerMinute, waitingSeconds }: Passing): Pressure {
  if (inFlight === 0) return { word: 'free', tone: 'good', minutes: 0 };
  const minutes = ratePerMinute > 0 ? inFlight / ratePerMinute : null;
  if (minutes === null || minutes > JAM_MINUTES) {
    const stuck = minutes === null && (waitingSeconds ?? 0) >= STUCK_SECONDS;
    return { word: stuck ? 'stuck' : 'backed up', tone: 'bad', minutes };
  }
  return minutes > QUEUE_MINUTES ? { word: 'queueing', tone: 'warning', minutes } : { word: 'flowing', tone: 'accent', minutes };
}
