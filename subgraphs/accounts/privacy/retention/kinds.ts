import { sql } from 'kysely';
import { countPrunable, prune } from '../../../kernel/journal/prune.ts';
import { pruneOutbox } from '../../../kernel/outbox/retention.ts';
import { pruneTables } from '../../../kernel/privacy/prune-table.ts';
import type { RetentionKind } from '../../../kernel/privacy/retention-kind.ts';
import type { System } from '../../../kernel/system.ts';

const CHAINS = ['REQUESTS', 'CHANGES'] as const;

/** What accounts and the kernel keep for a time: how it is counted and deleted. */
export function retentionKinds({ database, journalKey, clock }: System): RetentionKind[] {
  return [
    { name: 'EXPORTS', ...pruneTables([{ scope: 'PLATFORM', table: 'person_export', column: 'requested_at' }]) },
    { name: 'FINDINGS', ...pruneTables([{ scope: 'PLATFORM', table: 'personal_data_finding', column: 'last_seen_at' }]) },
    {
      name: 'SESSIONS',
      ...pruneTables([
        { scope: 'PLATFORM', table: 'user_session', column: 'expires_at' },
        { scope: 'PLATFORM', table: 'log_in_link', column: 'expires_at' },
        { scope: 'PLATFORM', table: 'password_reset', column: 'expires_at' },
        { scope: 'PLATFORM', table: 'invitation', column: 'expires_at' },
      ]),
    },
    {
      name: 'NOTIFICATIONS',
      ...pruneTables([
        { scope: 'PLATFORM', table: 'notification', column: 'created_at' },
        { scope: 'PLATFORM', table: 'notification_delivery', column: 'finished_at' },
      ]),
    },
    { name: 'IDEMPOTENCY', ...pruneTables([{ scope: 'PLATFORM', table: 'idempotency_record', column: 'created_at' }]) },
    { name: 'USAGE', ...pruneTables([{ scope: 'PLATFORM', table: 'tenant_usage', column: 'day' }]) },
    {
      name: 'EVENTS',
      within: 'SYSTEM',
      count: async (tenantId, olderThan) => {
        const { rows } = await database.unitOfWork(tenantId, (unit) =>
          sql<{
            n: string;
          }>`select count(*) as n from outbox_entry where tenant_id = ${tenantId}::uuid and created_at < ${olderThan}`.execute(unit.sql),
        );
        return Number(rows[0]?.n ?? 0);
      },
      prune: (tenantId, olderThan) => pruneOutbox(database, olderThan, tenantId),
    },
    {
      name: 'JOURNAL',
      within: 'SYSTEM',
      count: async (tenantId, before) => {
        let count = 0;
        for (const chain of CHAINS) count += await countPrunable(database, { tenantId, chain, before });
        return count;
      },
      prune: async (tenantId, before) => {
        let deleted = 0;
        for (const chain of CHAINS) deleted += await prune(database, journalKey, { tenantId, chain, before, reason: 'retention' }, clock());
        return deleted;
      },
    },
  ];
}
