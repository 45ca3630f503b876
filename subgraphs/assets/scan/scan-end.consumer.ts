import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type Consumer, defineConsumer } from '../../kernel/outbox/consumer.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import { dropStaged } from './kept-evidence.ts';
import { ScanRow } from './scan.entity.ts';
import { scanErrors } from './scan.errors.ts';
import { SCAN_WORKFLOW } from './scan.workflow.ts';

/** Ends a scan whose run failed or was cancelled, and lets go of what it had gathered. */
export function scanEndConsumer(system: System): Consumer {
  return defineConsumer('assets.scan-end', {
    async 'runs.changed'({ tenantId, payload }) {
      if (payload.workflow !== SCAN_WORKFLOW || payload.kind !== 'FINISHED' || payload.status === 'SUCCEEDED') return;
      await system.database.unitOfWork(tenantId, (unit) => endScan(unit, payload.runId, system.clock()));
    },
  });
}

async function endScan(unit: UnitOfWork, id: string, now: Date): Promise<void> {
  const { em, tenantId } = unit;
  const run = await em.findOne(DurableRunRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const scan = await em.findOne(ScanRow, { tenantId, id, status: 'RUNNING' });
  if (run === null || scan === null || (run.status !== 'FAILED' && run.status !== 'CANCELLED')) return;
  const { code, message, extensions } = scanErrors.SCAN_CANCELLED({});
  const problem = run.status === 'FAILED' ? (run.problem ?? null) : { code, message, todo: extensions.todo };
  Object.assign(scan, { status: run.status, finishedAt: now, problem });
  await dropStaged(unit, id);
  await sql`delete from scan_asset where tenant_id = ${tenantId}::uuid and scan_id = ${id}::uuid`.execute(unit.sql);
}
