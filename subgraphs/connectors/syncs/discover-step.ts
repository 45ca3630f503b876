import type { StepContext } from '../../kernel/runs/workflow.ts';
import { asRead, classesAsRead, lookThrough } from '../drift/look-through.ts';
import { knownObjects } from '../drift/known-objects.ts';
import { recordLooks } from '../drift/record-looks.ts';
import { recordDiscovery } from '../objects/catalogue.ts';
import { landedTables } from '../objects/known-tables.ts';
import { openIngress } from '../privacy/ingress.ts';
import { reportClasses } from '../privacy/report-findings.ts';
import { screenFound } from '../privacy/screen-found.ts';
import { backfilled } from './backfill.ts';
import { SyncRunRow } from './sync-run.entity.ts';
import { type SyncDeps, openSource, openSync, setConnectionStatus } from './sync-steps.ts';

/** Finds out what is at the source, and records it with what is to land. */
export async function discoverStep(deps: SyncDeps, context: StepContext): Promise<void> {
  const { connectionId, connectionName, connector, alreadyLanded } = await openSync(deps, context, 'DISCOVERING');
  if (alreadyLanded) return;
  const known = await deps.system.database.unitOfWork(context.tenantId, (unit) => landedTables(unit, connectionId));
  const source = await openSource(deps, context, connectionId);
  const discovered = await connector.discover(source, { signal: context.signal, known });
  const { tenantId, signal } = context;
  const ingress = await deps.system.database.unitOfWork(tenantId, (unit) => openIngress(unit, connectionId, deps.system.secrets.vault));
  const { found, classes } = await screenFound(deps.system, discovered, ingress, signal);
  const before = await deps.system.database.unitOfWork(tenantId, (unit) => knownObjects(unit, connectionId));
  const looks = await lookThrough({ system: deps.system, tenantId, connector, source, signal, ingress, classes }, found, before);
  await context.commit(async (unit, step) => {
    const now = deps.system.clock();
    const onceOnly = connector.acknowledges === true;
    const looked = await recordLooks(unit, before, looks, { connectionId, connectionName, now, lands: true, onceOnly });
    const { toLand, event } = await recordDiscovery(unit, connectionId, asRead(found, before, looked), now, looked);
    for (const table of toLand.tables) {
      const own = classesAsRead(classes.get(table.path) ?? [], looked.get(table.path));
      table.classes = own;
      const where = { connectionId, connectionName, objectId: table.objectId, objectName: table.name };
      const columns = event.objects.find(({ objectId }) => objectId === table.objectId)?.columns ?? [];
      await reportClasses(unit, where, columns, own, ingress, deps.system.clock());
    }
    const sync = await unit.em.findOneOrFail(SyncRunRow, { id: context.runId }, { populate: ['toLand'] });
    Object.assign(sync, { phase: 'LANDING', toLand: await backfilled(unit, sync, toLand) });
    await setConnectionStatus(unit, connectionId, 'SYNCING', null);
    unit.emit('connectors.schema-discovered', { connectionId, connectionName, syncId: sync.id, ...event });
    const tables = `${event.objects.length.toLocaleString('en-US')} ${event.objects.length === 1 ? 'table' : 'tables'}`;
    step.progress(1, event.skipped.length === 0 ? tables : `${tables}, ${event.skipped.length.toLocaleString('en-US')} left out`);
  });
}
