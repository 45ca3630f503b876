/** Counts stay by the minute for a day; older ones, and those of a longer look back, are put together. */
const DAY_MINUTES = 24 * 60;
export const COARSE_MINUTES = 10;

/** In parts of how many minutes records are counted when so many minutes are looked at. */
export function partMinutesOf(minutes: number): number {
  return minutes <= DAY_MINUTES ? 1 : COARSE_MINUTES;
}
