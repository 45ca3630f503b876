import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 10;

/** Waits for a condition, never for a time. @throws after `withinMs`, naming what did not come. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean, withinMs = 20_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${withinMs} ms`);
    await pause(POLL_MS);
  }
}
