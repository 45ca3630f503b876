import { createHmac } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { JournalKey } from './journal-key.ts';
import type { Checkpoint } from './read-chain.ts';

/** The seal of a checkpoint: nobody without the key can say that entries were deleted by a rule. */
export function sealOf(key: JournalKey, tenantId: string, checkpoint: Omit<Checkpoint, 'seal'>): string {
  const { chain, sequence, hash, segment, entries, reason, at } = checkpoint;
  return createHmac('sha256', key)
    .update(canonicalJson(['checkpoint', tenantId, chain, sequence, hash, segment, entries, reason, at]))
    .digest('hex');
}
