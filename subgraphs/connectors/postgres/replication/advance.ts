import { LRUCache } from 'lru-cache';
import type { SourceSession } from '../session.ts';
import type { TablePlan } from '../sql.ts';
import { OVERLAP_BYTES, isPlace, lsnOf, placeOf } from './slot.ts';

/** Connections that are remembered. */
const MAX_SLOTS = 1_000;

/**
 * Lets the server throw away what every table has landed. Tables tell from where they read on: what a sync begins at was kept by the one before, so
 * that the lowest of them is safe. A slot goes on once all its tables were heard of.
 */
export class SlotAdvance {
  readonly #heard = new Map<string, Map<string, string>>();
  readonly #expected = new LRUCache<string, number>({ max: MAX_SLOTS });

  /** Discovery found so many tables that a slot follows. */
  expect(slot: string, tables: number): void {
    this.#heard.delete(slot);
    this.#expected.set(slot, tables);
  }

  /** A table of the slot reads on from there. */
  async heard(session: SourceSession, { replication, schema, name }: TablePlan, since: unknown): Promise<void> {
    const expected = replication === null ? undefined : this.#expected.get(replication.slot);
    if (replication === null || expected === undefined || !isPlace(since)) return;
    const { slot } = replication;
    const known = this.#heard.get(slot) ?? new Map<string, string>();
    if (!this.#heard.has(slot) && this.#heard.size >= MAX_SLOTS) this.#heard.clear();
    this.#heard.set(slot, known);
    known.set(`${schema}.${name}`, since);
    if (known.size < expected) return;
    this.#heard.delete(slot);
    const lowest = [...known.values()].map(placeOf).reduce((low, place) => (place < low ? place : low));
    if (lowest <= OVERLAP_BYTES) return;
    const to = lsnOf(lowest - OVERLAP_BYTES);
    await session.change(
      `select pg_replication_slot_advance(slot_name, '${to}') from pg_replication_slots
       where slot_name = '${slot}' and not active and confirmed_flush_lsn < '${to}'::pg_lsn`,
    );
  }
}
