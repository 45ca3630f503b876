import { MAX_CHANGED_KEYS } from '../limits.ts';
import type { SourceSession, Transaction } from '../session.ts';
import type { TablePlan } from '../sql.ts';
import { OVERLAP_BYTES, placeOf } from './slot.ts';
import { readMessage } from './messages.ts';

const FETCH_ROWS = 2_000;

/** The keys of a table whose rows came, changed or went between the slot's place and another. */
export interface ChangedKeys {
  /** By the table's key, in no order; the texts of its columns. */
  keys: (string | null)[][];
  /** The table was emptied, its key changed, or too many changed: it has to be read whole. */
  whole: boolean;
}

/** Looks into the slot without taking anything out of it. */
export function changedKeys(session: SourceSession, plan: TablePlan, since: string, upTo: string): Promise<ChangedKeys> {
  const { replication } = plan;
  if (replication === null) throw new Error('the table is not followed');
  return session.read(async (transaction) => {
    await transaction.rows(
      `declare source_changes no scroll cursor for
       select encode(data, 'hex') from pg_logical_slot_peek_binary_changes('${replication.slot}', '${upTo}', null, 'proto_version', '1', 'publication_names', '${replication.publication}')`,
    );
    return collect(transaction, plan, placeOf(since) - OVERLAP_BYTES);
  });
}

async function collect({ rows }: Transaction, { schema, name, paged }: TablePlan, after: bigint): Promise<ChangedKeys> {
  const found = new Map<string, (string | null)[]>();
  let places: number[] = [];
  let oid = -1;
  let counts = false;
  for (;;) {
    const page = await rows(`fetch ${FETCH_ROWS} from source_changes`);
    if (page.length === 0) break;
    for (const [hex] of page) {
      const message = readMessage(Buffer.from(hex ?? '', 'hex'));
      if (message.kind === 'BEGIN') counts = message.commit > after;
      else if (message.kind === 'RELATION' && message.schema === schema && message.table === name) {
        oid = message.oid;
        places = (paged ?? []).map((column) => message.columns.indexOf(column.name));
        if (places.includes(-1)) return { keys: [], whole: true };
      } else if (!counts) continue;
      else if (message.kind === 'TRUNCATE' && message.oids.includes(oid)) return { keys: [], whole: true };
      else if (message.kind === 'ROW' && message.oid === oid) {
        for (const row of [message.before, message.after]) {
          if (row === null) continue;
          const key = places.map((place) => row[place]);
          // A key so long that it is stored apart and did not change is not in the log.
          if (key.includes(undefined)) return { keys: [], whole: true };
          found.set(
            JSON.stringify(key),
            key.map((part) => part ?? null),
          );
        }
        if (found.size > MAX_CHANGED_KEYS) return { keys: [], whole: true };
      }
    }
  }
  return { keys: [...found.values()], whole: false };
}
