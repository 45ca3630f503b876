import { quoted } from '../sql.ts';
import type { SourceSession } from '../session.ts';
import { MAX_RETAINED_BYTES } from '../limits.ts';

/** The slot and publication of a connection carry its name, so that the database's owner sees whose they are. */
export const slotNameOf = (connectionId: string): string => `autonomos_${connectionId.replaceAll('-', '')}`;

/** A slot as the server has it. */
export interface Slot {
  /** Nothing before it can be read any more. */
  confirmed: string;
  retainedBytes: number;
  lost: boolean;
}

/** The slot of that name; null when there is none. */
export async function findSlot(session: SourceSession, name: string): Promise<Slot | null> {
  const [row] = await session.read(({ rows }) =>
    rows(
      `select confirmed_flush_lsn::text, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::text, to_jsonb(s)->>'wal_status'
       from pg_replication_slots s where slot_name = $1 and database = current_database()`,
      [name],
    ),
  );
  if (row === undefined) return null;
  const [confirmed, retained, status] = row;
  return { confirmed: confirmed ?? '0/0', retainedBytes: Number(retained ?? 0), lost: status === 'lost' || confirmed == null };
}

/** Drops the slot and the publication of a connection; says nothing when they are not there. */
export async function dropReplication(session: SourceSession, name: string): Promise<void> {
  await session.change(`select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '${name}' and not active`);
  await session.change(`drop publication if exists ${quoted(name)}`);
}

/** Drops a slot that makes the server keep too much. @returns whether it did */
export async function boundSlot(session: SourceSession, name: string, maxBytes = MAX_RETAINED_BYTES): Promise<boolean> {
  const slot = await findSlot(session, name);
  if (slot === null || (!slot.lost && slot.retainedBytes <= maxBytes)) return false;
  await session.change(`select pg_drop_replication_slot(slot_name) from pg_replication_slots where slot_name = '${name}' and not active`);
  return true;
}

/** What a commit may reach over the place that a read ended at: transactions are looked at from so far before it. */
export const OVERLAP_BYTES = 1024n * 1024n;

/** A place in the server's log as a number. */
export function placeOf(lsn: string): bigint {
  const [high = '0', low = '0'] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

export const lsnOf = (place: bigint): string => `${(place >> 32n).toString(16)}/${(place & 0xffffffffn).toString(16)}`.toUpperCase();

export const isPlace = (text: unknown): text is string => typeof text === 'string' && /^[\dA-F]{1,8}\/[\dA-F]{1,8}$/iu.test(text);
