const FIRST_MS = 250;
const LONGEST_MS = 20_000;

/** How long to wait before the next attempt: what the vendor asks for, else twice as long each time, a fifth of it by chance. */
export function retryDelay(attempt: number, askedMs: number | null): number {
  if (askedMs !== null) return askedMs;
  const delay = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(delay * (0.8 + Math.random() * 0.2));
}
