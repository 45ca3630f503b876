import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { toProblem } from '../../kernel/runs/run.errors.ts';
import type { StepContext, Workflow } from '../../kernel/runs/workflow.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { sourceOf } from '../connections/source-of.ts';
import type { ConnectorRegistry } from '../kit/registry.ts';
import type { CataloguedTable } from '../objects/catalogue.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncDeps } from '../syncs/sync-steps.ts';
import { type Comparison, compareObject } from './compare-object.ts';
import { ReconciliationRow } from './reconciliation.entity.ts';

export const RECONCILE_WORKFLOW = 'connectors.reconcile';
const RETRY = { maxAttempts: 4, firstDelayMs: 1_000, maxDelayMs: 30_000 };
const UNKNOWN: Comparison = { method: 'NONE', sourceRecords: null, landedRecords: 0, quarantinedRecords: 0, missing: 0, surplus: 0 };

const doneSchema = z.array(z.uuid()).nullish();

/** Compares every table of a connection with what landed of it, one after the other. */
export function createReconcileWorkflow(deps: SyncDeps & { connectors: ConnectorRegistry }): Workflow {
  const run = (context: StepContext): Promise<void> => compareAll(deps, context);
  return {
    name: RECONCILE_WORKFLOW,
    title: 'Reconcile',
    steps: [{ kind: 'WORK', name: 'COMPARE', title: 'Compare', weight: 1, retry: RETRY, run }],
  };
}

async function compareAll({ system, connectors }: SyncDeps, context: StepContext): Promise<void> {
  const connectionId = context.subject['connectionId'] ?? '';
  const opened = await context.commit(async (unit) => {
    const connection = await unit.em.findOne(ConnectionRow, { id: connectionId });
    if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
    const [last] = await unit.em.find(
      SyncRunRow,
      { connectionId, status: 'SUCCEEDED' },
      { orderBy: { startedAt: 'desc' }, limit: 1, populate: ['toLand'] },
    );
    return {
      connector: connectors[connection.kind],
      source: await sourceOf(unit, connectionId, system.secrets.vault),
      tables: last?.toLand?.tables ?? [],
    };
  });
  const done = [...(doneSchema.parse(context.checkpoint) ?? [])];
  for (const table of opened.tables) {
    if (done.includes(table.objectId)) continue;
    const found = await compared({ system, context, connectionId, ...opened }, table);
    done.push(table.objectId);
    await context.commit(async ({ em, tenantId }, step) => {
      // Forgotten when its connection goes; a table that went meanwhile is none any more.
      if ((await em.count(SourceObjectRow, { id: table.objectId })) === 0) return;
      await em.upsert(ReconciliationRow, { objectId: table.objectId, tenantId, connectionId, at: system.clock(), ...found });
      step.checkpoint(done);
      step.progress(done.length / opened.tables.length, `${done.length} of ${opened.tables.length} tables`);
    });
  }
}

/** One table; what is wrong with it alone is a finding, not a failure. */
async function compared(
  open: Parameters<typeof compareObject>[0],
  table: CataloguedTable,
): Promise<Comparison & Pick<ReconciliationRow, 'problem'>> {
  try {
    return { ...(await compareObject(open, table)), problem: null };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'TABLE_GONE') return { ...UNKNOWN, problem: toProblem(error) };
    throw error;
  }
}
