import { randomUUID } from 'node:crypto';
import type { EventPayload } from '../../../schema/events/events.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import { type Consumer, type DomainEvent, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { REPLAY_WORKFLOW } from '../repairs/replay.workflow.ts';
import { waitsFrom } from '../repairs/replay-step.ts';
import type { RepairService } from '../repairs/repair.service.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { type ColumnDependence, ObjectDependenceRow } from './dependence.entity.ts';
import { metricsOf } from './metric-dependence.ts';
import { DriftRow } from './drift.entity.ts';

/** Follows what is published on top of sources, what people decide about repairs, and syncs after which what waited may come in. */
export const driftConsumer = (system: System, repairs: RepairService): Consumer =>
  defineConsumer('connectors.drift', {
    'ontology.published': (event) => published(system, event),
    'ontology.edited': (event) => published(system, event),
    'connectors.connection-removed': async ({ tenantId, payload: { connectionId } }) => {
      await system.database.unitOfWork(tenantId, ({ em }) => em.nativeDelete(ObjectDependenceRow, { tenantId, connectionId }));
    },
    'agents.approval-decided': (event) => repairs.onApprovalDecided(event),
    'connectors.sync-finished': (event) => replayAfter(system, event),
  });

/** Keeps what goes by the columns of each object. */
async function published(
  { database }: System,
  { tenantId, payload }: DomainEvent<'ontology.published' | 'ontology.edited'>,
): Promise<void> {
  const objects = dependenceIn(payload.model);
  await database.unitOfWork(tenantId, async ({ em }) => {
    await em.nativeDelete(ObjectDependenceRow, { tenantId });
    const rows = [...objects].map(([objectId, { connectionId, fields }]) => ({ tenantId, objectId, connectionId, fields }));
    if (rows.length > 0) await em.insertMany(ObjectDependenceRow, rows);
  });
}

const MONEY: ReadonlySet<string> = new Set(['AMOUNT', 'PRICE']);

/** What a model takes from each object, column by column. */
export function dependenceIn({ entities }: SemanticModel): Map<string, { connectionId: string; fields: ColumnDependence[] }> {
  const objects = new Map<string, { connectionId: string; fields: ColumnDependence[] }>();
  for (const entity of entities)
    for (const { objectId, connectionId, fields } of entity.sources) {
      const own = objects.get(objectId) ?? { connectionId, fields: [] };
      objects.set(objectId, own);
      for (const { column, attribute } of fields) {
        const known = entity.attributes.find(({ name }) => name === attribute);
        const label = known?.label ?? entity.relations.find(({ name }) => name === attribute)?.label ?? attribute;
        own.fields.push({
          column,
          entity: entity.name,
          money: known !== undefined && (known.type === 'MONEY' || MONEY.has(known.semantic)),
          dependents: [
            { kind: 'ATTRIBUTE', name: `${entity.name}.${attribute}`, label: `${entity.label}: ${label}` },
            ...metricsOf(entity.canonical, known?.canonical ?? null),
          ],
        });
      }
    }
  return objects;
}

/** What earlier syncs put aside of objects that are no longer held comes in. */
async function replayAfter({ database, runs }: System, { tenantId, payload }: DomainEvent<'connectors.sync-finished'>): Promise<void> {
  const { connectionId, connectionName, syncId, status } = payload;
  const some: EventPayload<'connectors.sync-finished'>['objects'] = payload.objects;
  if (status !== 'SUCCEEDED' || some.length === 0) return;
  await database.unitOfWork(tenantId, async (unit) => {
    const { em } = unit;
    const held = new Set(
      (await em.find(DriftRow, { tenantId, connectionId, status: 'OPEN', holds: true }, { fields: ['objectId'] })).map(
        ({ objectId }) => objectId,
      ),
    );
    const objects = await em.find(SourceObjectRow, { connectionId, quarantinedCount: { $gt: 0 } }, { fields: ['id', 'name'] });
    const free = objects.filter(({ id }) => !held.has(id));
    if (free.length === 0) return;
    const waiting = await waitsFrom(
      unit,
      free.map(({ id }) => id),
      syncId,
    );
    const syncs = await em.find(SyncRunRow, { id: waiting.map((one) => one.syncId) }, { fields: ['id'] });
    const put = new Set(syncs.map(({ id }) => id));
    for (const objectId of new Set(waiting.filter((one) => put.has(one.syncId)).map((one) => one.objectId))) {
      const name = free.find(({ id }) => id === objectId)?.name ?? connectionName;
      const subject = { connectionId, objectId };
      await runs.start(unit, { id: randomUUID(), workflow: REPLAY_WORKFLOW, title: `Replay of ${name}`, subject, startedBy: null });
    }
  });
}
