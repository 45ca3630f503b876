import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Page } from '../../kit/connector.ts';
import { keyOf } from '../land.ts';
import { PAGE_ROWS, SETTLE_MS } from '../limits.ts';
import type { SourceSession } from '../session.ts';
import { type TablePlan, byKeysSql } from '../sql.ts';
import type { TableRead } from '../pages.ts';
import { changedKeys } from './changed-keys.ts';
import { findSlot, isPlace, placeOf } from './slot.ts';

const rowSchema = z.array(z.string().nullable());
/** Where a read of changes goes on: how many of its keys are done. The keys are the same as long as nothing was taken out of the slot. */
const cursorSchema = z.object({ upTo: z.string(), done: z.int().nonnegative(), rows: z.int().nonnegative() });

/** Where the server's log stands, once everything that was being committed there can be seen. */
export async function placeNow(session: SourceSession): Promise<string> {
  const [row] = await session.read(({ rows }) =>
    rows('select pg_current_wal_flush_lsn()::text, txid_snapshot_xmax(txid_current_snapshot())::text'),
  );
  const [place = '0/0', next = '0'] = row ?? [];
  const until = Date.now() + SETTLE_MS;
  for (;;) {
    const [now] = await session.read(({ rows }) =>
      rows('select (txid_snapshot_xmin(txid_current_snapshot()) >= $1::text::bigint)::text', [next]),
    );
    if (now?.[0] === 'true' || Date.now() >= until) return place ?? '0/0';
    await pause(100);
  }
}

/**
 * What changed in a table since a place in the server's log: the log tells the keys, and the rows are read as they are now, so that they are written as
 * everywhere else. @returns false when the log does not tell all of it: the table has to be read whole
 */
export async function* replicatedPages(session: SourceSession, { plan, key, from, since, land }: TableRead): AsyncGenerator<Page, boolean> {
  const slot = plan.replication === null ? null : await findSlot(session, plan.replication.slot);
  if (slot === null || slot.lost || !isPlace(since) || placeOf(since) < placeOf(slot.confirmed)) return false;
  const kept = cursorSchema.safeParse(from);
  let cursor = kept.success ? kept.data : { upTo: await placeNow(session), done: 0, rows: 0 };
  const { keys, whole } = await changedKeys(session, plan, since, cursor.upTo);
  if (whole) return false;
  const columns = key ?? [];
  while (cursor.done < keys.length) {
    const asked = keys.slice(cursor.done, cursor.done + PAGE_ROWS);
    const { text, values } = byKeysSql(plan, columns, asked);
    const rows = (await session.read((transaction) => transaction.rows(text, values))).flatMap(([row]) => (row == null ? [] : [row]));
    const landed =
      rows.length === 0 ? { records: [], bad: [] } : await land({ rows, columns: plan.columns, keys: columns.length, before: cursor.rows });
    const there = new Set(rows.map((row) => keyOf(rowSchema.parse(JSON.parse(row)).slice(plan.columns.length))));
    const removed = asked.map((one) => keyOf(inOrder(one, plan, columns))).filter((one) => one !== '' && !there.has(one));
    cursor = { ...cursor, done: cursor.done + asked.length, rows: cursor.rows + rows.length };
    yield { ...landed, removed, cursor, watermark: cursor.upTo, progress: Math.min(0.99, cursor.done / keys.length) };
  }
  yield { records: [], bad: [], cursor, watermark: cursor.upTo, progress: 1 };
  return true;
}

/** The parts of a key in the order in which records carry them. */
const inOrder = (parts: readonly (string | null)[], { paged }: TablePlan, columns: readonly string[]): (string | null)[] =>
  columns.map((name) => parts[paged?.findIndex((column) => column.name === name) ?? -1] ?? null);
