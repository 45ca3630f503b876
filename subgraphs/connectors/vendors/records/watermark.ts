/** A vendor's clock may run ahead of ours by so much before it is not believed. */
const TOLERANCE_MS = 60_000;
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/u;
const SECONDS = { from: 1e9, to: 1e11 };

/**
 * A watermark that is not after the present: one from a clock that runs ahead, or from a record dated years from now, would hide everything that comes
 * in between. What is no moment stays as it is.
 */
export function withoutFuture(watermark: unknown, now: number): unknown {
  if (typeof watermark === 'string' && INSTANT.test(watermark))
    return Date.parse(watermark) > now + TOLERANCE_MS ? new Date(now).toISOString() : watermark;
  if (typeof watermark === 'number' && watermark > SECONDS.from && watermark < SECONDS.to)
    return watermark * 1_000 > now + TOLERANCE_MS ? Math.floor(now / 1_000) : watermark;
  return watermark;
}
