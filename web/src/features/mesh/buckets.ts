const MINUTE_MS = 60_000;

/**
 * Records by minute as at most `most` equal parts of a window that ends at `at` (ISO 8601) and is `window` minutes long, oldest
 * first; what lies outside is left out. Pure.
 */
export function bucketsOf(minutes: readonly { at: string; records: number }[], at: string, window: number, most: number): number[] {
  const count = Math.min(most, Math.max(1, window));
  const end = Date.parse(at);
  const size = (window * MINUTE_MS) / count;
  const buckets = Array.from({ length: count }, () => 0);
  for (const minute of minutes) {
    const age = end - Date.parse(minute.at);
    const index = count - 1 - Math.floor(Math.max(0, age) / size);
    if (index >= 0) buckets[index] = (buckets[index] ?? 0) + minute.records;
  }
  return buckets;
}
