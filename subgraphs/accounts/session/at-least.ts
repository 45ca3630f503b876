import { setTimeout as pause } from 'node:timers/promises';

/** Resolves with what `work` gives, and not before `ms` have passed: how long it took tells nothing of what it did. */
export async function atLeast<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([work(), pause(ms)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
