/** Below this nothing can be said about a sync's speed. */
const MIN_FRACTION = 0.02;
const MIN_SECONDS = 0.5;

/**
 * Seconds until a sync has landed, from how fast it got on since it was last taken up; null while too little is done to say.
 * @param from how far it was then, 0…1
 */
export function secondsLeft({ progress, from, since }: { progress: number; from: number; since: Date | null }, now: Date): number | null {
  if (since === null) return null;
  const seconds = (now.getTime() - since.getTime()) / 1_000;
  const done = progress - from;
  if (seconds < MIN_SECONDS || done < MIN_FRACTION) return null;
  return Math.round((seconds / done) * (1 - progress));
}
