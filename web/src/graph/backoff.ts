/** Waits between attempts double from the first to the last, so that a server that comes back is not met by everybody at once. */
const FIRST_WAIT_MS = 300;
const LAST_WAIT_MS = 20_000;

/** The wait before attempt number `attempt` (0-based), in milliseconds; `random` (0…1) spreads it over its upper half. */
export function backoff(attempt: number, random: number): number {
  const longest = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 16));
  return Math.round(longest / 2 + (longest / 2) * random);
}

/** Waits at most `ms`, less when the browser comes back online in the meantime. */
export function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      window.clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = window.setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}
