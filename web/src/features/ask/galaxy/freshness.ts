/** How old the data of a number are, seen from how often such data change. */
export type Freshness = 'FRESH' | 'AGEING' | 'STALE';

const DAY_MS = 86_400_000;
const FRESH_DAYS = 2;
const AGEING_DAYS = 14;

export const FRESHNESS_WORDS: Record<Freshness, string> = { FRESH: 'fresh', AGEING: 'ageing', STALE: 'stale' };

/** How fresh data read at `iso` are; null when nobody knows when they were read. */
export function freshnessOf(iso: string | null, now: Date): Freshness | null {
  const age = iso === null ? Number.NaN : (now.getTime() - new Date(iso).getTime()) / DAY_MS;
  if (Number.isNaN(age)) return null;
  return age <= FRESH_DAYS ? 'FRESH' : age <= AGEING_DAYS ? 'AGEING' : 'STALE';
}
