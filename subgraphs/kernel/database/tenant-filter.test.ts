import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../tests/testkit/database.ts';
import { ApprovalRow } from '../approvals/approval.entity.ts';
import { requestApproval } from '../approvals/approvals.ts';
import { createLogger } from '../telemetry/logger.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { openDatabase } from './database.ts';

test('another tenant’s rows stay out of reach even where row-level security does not hold', async (context) => {
  await using opened = await openTestDatabase();
  if (opened.superuserUrl === null)
    return context.skip('only a superuser is above row-level security, and the embedded database lets nobody be one');
  const watch = { logger: createLogger('silent'), metrics: createMetrics({ processMetrics: false }), slowMs: null };
  const database = await openDatabase({ app: opened.superuserUrl, provisioner: opened.urlFor('autonomos_provisioner') }, [], watch);
  try {
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const request = { title: 'x', intent: 'y', evidence: {}, subject: 'z', now: new Date() };
    const { id } = await database.unitOfWork(theirs, (unit) => requestApproval(unit, request));
    await database.unitOfWork(mine, async ({ em }) => {
      expect(await em.findOne(ApprovalRow, { id })).toBeNull();
      expect(await em.count(ApprovalRow)).toBe(0);
      expect(await em.nativeUpdate(ApprovalRow, { id }, { status: 'EXPIRED' })).toBe(0);
      expect(await em.nativeDelete(ApprovalRow, { id })).toBe(0);
    });
    await database.unitOfWork(theirs, async ({ em }) => {
      expect(await em.findOne(ApprovalRow, { id })).toMatchObject({ status: 'PENDING' });
    });
  } finally {
    await database.close();
  }
});
