import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditNotes } from './audit-note.ts';

const notes = new AsyncLocalStorage<AuditNotes>();

/** Has everything that `work` changes noted. */
export function auditing<T>(into: AuditNotes, work: () => Promise<T>): Promise<T> {
  return notes.run(into, work);
}

/** Where changes are noted now; null: nowhere. */
export function currentNotes(): AuditNotes | null {
  return notes.getStore() ?? null;
}
