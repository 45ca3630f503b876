import { hashText, ValueTable } from '../files/profiling/value-table.ts';
import type { Connector, SourceRef, TableToRead } from '../kit/connector.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { landedKeys, markRemoved } from '../objects/landing.ts';
import { keyHere } from '../privacy/screened-key.ts';
import { landedKeyOf } from './record-keys.ts';
import type { Landing } from './landing.ts';

/** Keys of one table that are compared; of a larger one deletions wait for the next complete read. */
const MAX_KEYS = 20_000_000;

/**
 * After an incremental read: takes out the records whose keys the source no longer has. Keys are compared by hash, 20 bytes each, so that millions fit.
 * @returns null when the connector cannot tell its keys; `missing`: the source has records that did not land
 */
export async function removeDeleted(
  landing: Landing,
  connector: Connector,
  source: SourceRef,
  toRead: TableToRead,
  { objectId }: CataloguedTable,
): Promise<{ removed: number; atSource: number; missing: boolean } | null> {
  if (connector.keys === undefined) return null;
  const hash = new Uint32Array(2);
  const there = new ValueTable(MAX_KEYS);
  const here = keyHere(toRead.screening);
  for await (const page of connector.keys(source, toRead, { signal: landing.context.signal })) {
    for (const key of page) {
      const landed = here === null ? key : here(key);
      if (landed === null) continue;
      hashText(landedKeyOf(landed), hash);
      there.add(hash[0] ?? 0, hash[1] ?? 0);
    }
  }
  if (there.frozen) return null;
  let removed = 0;
  let matched = 0;
  const { system } = landing.deps;
  for (let after = ''; ;) {
    const keys = await system.database.unitOfWork(landing.context.tenantId, (unit) => landedKeys(unit, objectId, after));
    const last = keys.at(-1);
    if (last === undefined) break;
    after = last;
    const gone = keys.filter((key) => {
      hashText(key, hash);
      return !there.has(hash[0] ?? 0, hash[1] ?? 0);
    });
    matched += keys.length - gone.length;
    if (gone.length > 0) {
      await landing.write(async (unit) => ({ next: null, value: await markRemoved(unit, objectId, landing.syncId, gone) }));
      removed += gone.length;
    }
  }
  return { removed, atSource: there.size, missing: matched < there.size };
}
