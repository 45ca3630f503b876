import type { EventPayload } from '../../../schema/events/events.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { assetIdOf } from '../asset/asset-id.ts';
import type { ObjectFacts } from '../asset/asset-facts.ts';
import { AssetRow } from '../asset/asset.entity.ts';
import { keepConnectionFindings } from '../finding/keep-source-findings.ts';
import { namesOf, newAsset, shownCount } from './new-asset.ts';

/** What a discovery says about one object. */
interface Sighting {
  connectionId: string;
  objectId: string;
  name: string;
  path: string;
  rowCount: number | null;
  skipped: ObjectFacts['skipped'];
  primaryKey: string[] | null;
}

/** The moment of an event, to be written on what it changes. */
interface Moment {
  at: Date;
  sequence: number;
}

/** Keeps the inventory as the event log tells it; the only writer of what stands for sources in `asset`. Every change is idempotent by the event's number. */
export class InventoryService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The connection and who made it. */
  async connectionCreated(event: DomainEvent<'connectors.connection-created'>): Promise<void> {
    const { connectionId, name, location, createdBy } = event.payload;
    await this.system.database.unitOfWork(event.tenantId, async (unit) => {
      const known = await connectionAsset(unit, connectionId);
      // Also when it comes late, after a discovery: nobody else knows the owner.
      if (known === null) createConnection(unit, { connectionId, name, place: location, ownerId: createdBy }, momentOf(event));
      else {
        Object.assign(known, namesOf(name, location), known.ownerAssigned ? {} : { ownerId: createdBy });
        await unit.em.nativeUpdate(
          AssetRow,
          { tenantId: unit.tenantId, connectionId, kind: 'DATA_OBJECT', ownerId: null, ownerAssigned: false },
          { ownerId: createdBy },
        );
      }
      await keepConnectionFindings(unit, connectionId, event.occurredAt);
    });
  }

  /** Every object of a discovery, read or skipped; those known before and not met now are marked. */
  async schemaDiscovered(event: DomainEvent<'connectors.schema-discovered'>): Promise<void> {
    const moment = momentOf(event);
    await this.system.database.unitOfWork(event.tenantId, async (unit) => {
      const connection = await currentConnection(unit, event.payload, moment);
      if (connection === null) return;
      const objects = await objectAssets(unit, event.payload.connectionId);
      const sightings = sightingsOf(event.payload);
      for (const sighting of sightings) see(unit, connection, objects.get(sighting.objectId) ?? null, sighting, moment);
      const met = new Set(sightings.map((sighting) => sighting.objectId));
      for (const asset of objects.values()) if (!met.has(asset.sourceId ?? '')) changeFacts(asset, { seenLast: false }, moment);
      touch(connection, moment);
      await keepConnectionFindings(unit, event.payload.connectionId, moment.at);
    });
  }

  /** How the sync went, and what each object holds now. */
  async syncFinished(event: DomainEvent<'connectors.sync-finished'>): Promise<void> {
    const { connectionId, status, problem, objects: reports } = event.payload;
    const moment = momentOf(event);
    await this.system.database.unitOfWork(event.tenantId, async (unit) => {
      const connection = await currentConnection(unit, event.payload, moment);
      if (connection === null) return;
      const objects = await objectAssets(unit, connectionId);
      for (const { objectId, records, quarantined } of reports) {
        const asset = objects.get(objectId);
        if (asset === undefined) continue;
        asset.recordCount = shownCount(records);
        asset.lastSeenAt = moment.at;
        changeFacts(asset, { quarantined }, moment);
      }
      const counts = [...objects.values()].flatMap((asset) => asset.recordCount ?? []);
      connection.recordCount = counts.length === 0 ? null : shownCount(counts.reduce((sum, count) => sum + count, 0));
      connection.facts = { kind: 'CONNECTION', lastSync: { succeeded: status === 'SUCCEEDED', problem } };
      touch(connection, moment);
      await keepConnectionFindings(unit, connectionId, moment.at);
    });
  }

  /** The connection and all its objects are gone from the day of removal on; they are remembered. */
  async connectionRemoved(event: DomainEvent<'connectors.connection-removed'>): Promise<void> {
    const { connectionId } = event.payload;
    await this.system.database.unitOfWork(event.tenantId, async (unit) => {
      const { em, tenantId } = unit;
      await em.nativeUpdate(
        AssetRow,
        { tenantId, connectionId, removedAt: null },
        { removedAt: event.occurredAt, lastSequence: event.sequence },
      );
      await keepConnectionFindings(unit, connectionId, event.occurredAt);
    });
  }
}

function momentOf({ occurredAt, sequence }: DomainEvent): Moment {
  return { at: occurredAt, sequence };
}

function connectionAsset({ em, tenantId }: UnitOfWork, connectionId: string): Promise<AssetRow | null> {
  return em.findOne(AssetRow, { tenantId, id: assetIdOf(tenantId, connectionId) });
}

async function objectAssets({ em, tenantId }: UnitOfWork, connectionId: string): Promise<Map<string, AssetRow>> {
  const rows = await em.find(AssetRow, { tenantId, connectionId, kind: 'DATA_OBJECT' });
  return new Map(rows.flatMap((row) => (row.sourceId == null ? [] : [[row.sourceId, row]])));
}

function createConnection(
  unit: UnitOfWork,
  { place, ...source }: { connectionId: string; name: string; place: string; ownerId: string | null },
  { at, sequence }: Moment,
): AssetRow {
  const facts = { kind: 'CONNECTION', lastSync: null } as const;
  const row = newAsset({ ...source, tenantId: unit.tenantId, sourceId: source.connectionId, place, facts }, at, sequence);
  return unit.em.create(AssetRow, row);
}

/** The connection's asset, made when its own event never came; null when the event is old news or the connection is gone. */
async function currentConnection(
  unit: UnitOfWork,
  { connectionId, connectionName }: { connectionId: string; connectionName: string },
  moment: Moment,
): Promise<AssetRow | null> {
  const known = await connectionAsset(unit, connectionId);
  if (known === null) return createConnection(unit, { connectionId, name: connectionName, place: '', ownerId: null }, moment);
  return known.removedAt != null || known.lastSequence >= moment.sequence ? null : known;
}

function see(unit: UnitOfWork, connection: AssetRow, known: AssetRow | null, sighting: Sighting, moment: Moment): void {
  const { connectionId, objectId, name, path, rowCount, skipped, primaryKey } = sighting;
  const facts: ObjectFacts = { kind: 'DATA_OBJECT', skipped, primaryKey, quarantined: 0, seenLast: true };
  const { tenantId } = unit;
  const ownerId = (known?.ownerAssigned === true ? known.ownerId : connection.ownerId) ?? null;
  const asset =
    known ??
    unit.em.create(
      AssetRow,
      newAsset({ tenantId, sourceId: objectId, connectionId, name, place: path, ownerId, facts }, moment.at, moment.sequence),
    );
  if (known?.facts.kind === 'DATA_OBJECT') facts.quarantined = known.facts.quarantined;
  Object.assign(asset, namesOf(name, path), { ownerId, facts, recordCount: rowCount === null ? null : shownCount(rowCount) });
  touch(asset, moment);
}

function changeFacts(asset: AssetRow, change: Partial<Omit<ObjectFacts, 'kind'>>, { sequence }: Moment): void {
  if (asset.facts.kind === 'DATA_OBJECT') asset.facts = { ...asset.facts, ...change };
  asset.lastSequence = sequence;
}

function touch(asset: AssetRow, { at, sequence }: Moment): void {
  asset.lastSeenAt = at;
  asset.lastSequence = sequence;
}

function sightingsOf({ connectionId, objects, skipped }: EventPayload<'connectors.schema-discovered'>): Sighting[] {
  return [
    ...objects.map(({ objectId, name, path, rowCount, primaryKey }) => ({
      connectionId,
      objectId,
      name,
      path,
      rowCount,
      primaryKey,
      skipped: null,
    })),
    ...skipped.map(({ objectId, name, path, code, reason }) => ({
      connectionId,
      objectId,
      name,
      path,
      rowCount: null,
      primaryKey: null,
      skipped: { code, reason },
    })),
  ];
}
