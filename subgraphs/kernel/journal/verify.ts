import type { Database } from '../database/database.ts';
import { contentHash, entryHash, FIRST_HASH, type ChainHead } from './append.ts';
import { CHAINS, type ChainName } from './chains.ts';
import { sealOf } from './checkpoint.ts';
import type { JournalKey } from './journal-key.ts';
import { readChain, readCheckpoint, readHead, type ChainRow } from './read-chain.ts';

/** Entries that one step looks at. */
export const MAX_STEP = 20_000;
const PAGE = 2_000;

/** MISSING: there is none where one has to be. CHANGED: it is not what was written there. EXTRA: it is behind the end. FORGED: what says that older entries were deleted is not ours. */
export type Breach = 'MISSING' | 'CHANGED' | 'EXTRA' | 'FORGED';

export interface Verification {
  /** Entries that were found as they were written. */
  verified: number;
  /** Of those, entries whose content was erased since. */
  erased: number;
  /** The first one that is not in order; null: none so far. */
  broken: { sequence: number; breach: Breach } | null;
  /** Where to go on; null: this was the end, or it is broken. */
  next: number | null;
  /** Up to here older entries were deleted, as a checkpoint says; 0: none were. */
  deletedUpTo: number;
  /** Where the chain ends. Whoever keeps it can see later that nothing was cut off: what was an end once is an entry for good. */
  head: Pick<ChainHead, 'sequence' | 'hash'> | null;
}

/**
 * Walks one step of a tenant's chain: every entry has to be what was written after the one before it, up to the end.
 * @param after where the last step ended; 0: from the beginning
 * @param known an end that was seen before; it has to be in the chain still
 */
export async function verifyChain(
  database: Database,
  key: JournalKey,
  {
    name,
    tenantId,
    after = 0,
    known = null,
  }: { name: ChainName; tenantId: string; after?: number; known?: { sequence: number; hash: string } | null },
): Promise<Verification> {
  const spec = CHAINS[name];
  return database.unitOfWork(tenantId, async ({ sql: db }) => {
    // The end first: what is appended meanwhile is behind it.
    const head = await readHead(db, name, tenantId);
    const checkpoint = await readCheckpoint(db, name, tenantId);
    const start = checkpoint?.sequence ?? 0;
    const result: Verification = { verified: 0, erased: 0, broken: null, next: null, deletedUpTo: start, head };
    const breach = (sequence: number, why: Breach): Verification => ({ ...result, broken: { sequence, breach: why } });
    if (checkpoint !== null && checkpoint.seal !== sealOf(key, tenantId, checkpoint)) return breach(start, 'FORGED');
    const end = head?.sequence ?? 0;
    if (known !== null && known.sequence > end) return breach(end + 1, 'MISSING');
    let at = Math.max(after, start);
    let previous = await hashAt(at);
    if (previous === null) return breach(at, 'MISSING');
    while (result.verified < MAX_STEP) {
      const rows = await readChain(db, spec, tenantId, { after: at, limit: PAGE });
      for (const row of rows) {
        if (row.sequence > end)
          return at < end ? breach(at + 1, 'MISSING') : (await isLater(row)) ? { ...result } : breach(row.sequence, 'EXTRA');
        if (row.sequence !== at + 1) return breach(at + 1, 'MISSING');
        const why = breachOf(row, previous);
        if (why !== null) return breach(row.sequence, why);
        at = row.sequence;
        previous = row.hash;
        result.verified += 1;
        if (row.erased) result.erased += 1;
      }
      if (rows.length === PAGE) continue;
      if (at < end) return breach(at + 1, 'MISSING');
      return head !== null && head.hash !== previous ? breach(end, 'CHANGED') : result;
    }
    return { ...result, next: at };

    async function hashAt(sequence: number): Promise<string | null> {
      if (sequence === 0) return FIRST_HASH;
      if (sequence === checkpoint?.sequence) return checkpoint.hash;
      const [row] = await readChain(db, spec, tenantId, { after: sequence - 1, limit: 1 });
      return row?.sequence === sequence ? row.hash : null;
    }

    /** Appended while we were reading: it is the next one, and right. */
    async function isLater(row: ChainRow): Promise<boolean> {
      const now = await readHead(db, name, tenantId);
      return now !== null && now.sequence >= row.sequence && previous !== null && breachOf(row, previous) === null;
    }

    function breachOf(row: ChainRow, before: string): Breach | null {
      const { sequence, segment, values } = row;
      if (row.hash !== entryHash(key, spec, { tenantId, sequence, segment, previous: before }, values)) return 'CHANGED';
      if (known?.sequence === sequence && known.hash !== row.hash) return 'CHANGED';
      if (spec.erasable.length === 0 || row.erased) return null;
      const content = values[spec.columns.findIndex((column) => column.name === 'content_hash')];
      return content === contentHash(key, row.erasable) ? null : 'CHANGED';
    }
  });
}
