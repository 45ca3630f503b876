import { AsyncLocalStorage } from 'node:async_hooks';

const open = new AsyncLocalStorage<boolean>();

/** Marks everything `work` calls as being inside a unit of work. */
export function insideUnitOfWork<T>(work: () => Promise<T>): Promise<T> {
  return open.run(true, work);
}

/**
 * Call at the start of anything that must not happen while a transaction is open: HTTP, a model, hashing, a graph call, another
 * connection. On the embedded database, which has one backend, it would wait for ever for a lock its own caller holds; on a pool it can.
 * @throws Error, a fault of ours and never of the caller.
 */
export function assertOutsideUnitOfWork(what: string): void {
  if (open.getStore() === true) throw new Error(`${what} inside a unit of work: move it before or after the transaction`);
}

/** Leaves the mark behind for background work that is started from, but not part of, a unit of work. */
export function outsideUnitOfWork<T>(work: () => T): T {
  return open.run(false, work);
}
