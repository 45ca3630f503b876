import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../../../kernel/journal/canonical.ts';
import type { JournalKey } from '../../../kernel/journal/journal-key.ts';
import { ClosureProof } from '../lifecycle.type.ts';

const counts = z.record(z.string(), z.number()).nullable();
const checks = z.array(z.object({ name: z.string(), passed: z.boolean() })).nullable();

/** A closure as its table holds it. */
export const closureSchema = z.object({
  tenant_id: z.string(),
  name: z.string(),
  requested_at: z.coerce.date(),
  counts_before: counts,
  counts_after: counts,
  checks,
  finished_at: z.coerce.date().nullable(),
  seal: z.string().nullable(),
});
export type Closure = z.infer<typeof closureSchema>;

/** The digest by which a receipt is found; the receipt itself is kept nowhere. */
export function receiptHash(receipt: string): string {
  return createHash('sha256').update(receipt).digest('hex');
}

/** The seal of a closure that is through. */
export function sealOf(key: JournalKey, closure: Omit<Closure, 'seal'>): string {
  const { tenant_id, name, requested_at, counts_before, counts_after, finished_at } = closure;
  const what = [
    tenant_id,
    name,
    requested_at.toISOString(),
    counts_before,
    counts_after,
    closure.checks,
    finished_at?.toISOString() ?? null,
  ];
  return createHmac('sha256', key)
    .update(canonicalJson(['closure', ...what]))
    .digest('hex');
}

/** The closure as the graph shows it. */
export function readProof(key: JournalKey, closure: Closure): ClosureProof {
  const { tenant_id, name, requested_at, counts_before, counts_after, finished_at, seal } = closure;
  const listed = (of: Record<string, number> | null) => Object.entries(of ?? {}).map(([table, count]) => ({ name: table, count }));
  return Object.assign(new ClosureProof(), {
    tenantId: tenant_id,
    tenantName: name,
    requestedAt: requested_at,
    finishedAt: finished_at,
    before: listed(counts_before),
    after: listed(counts_after),
    checks: closure.checks ?? [],
    seal,
    genuine: seal !== null && seal === sealOf(key, closure),
  });
}
