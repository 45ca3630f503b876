import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { DiscoveredObject } from '../../schema/events/discovered-schema.ts';
import type { System } from '../kernel/system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { type TestTable, discover } from './matching/discovered.testkit.ts';

/** What of a test system is needed here. */
interface TestSystem {
  system: System;
  settled(): Promise<void>;
}

/** Plays the connectors' part for one connection: announces schemas, lands records, finishes syncs. */
export class FakeConnection {
  readonly id = randomUUID();
  private readonly t: TestSystem;
  private readonly viewer: UserViewer;
  private readonly name: string;

  constructor(t: TestSystem, viewer: UserViewer, name: string) {
    this.t = t;
    this.viewer = viewer;
    this.name = name;
  }

  /** One whole sync of these tables; returns when everybody has followed it. */
  async sync(tables: readonly TestTable[]): Promise<void> {
    const objects = this.own(discover(tables));
    const syncId = randomUUID();
    await this.emit('connectors.schema-discovered', { connectionId: this.id, connectionName: this.name, syncId, objects, skipped: [] });
    const summaries = [];
    for (const [i, object] of objects.entries()) summaries.push(await this.land(object, tables[i], syncId));
    await this.emit('connectors.sync-finished', {
      connectionId: this.id,
      connectionName: this.name,
      syncId,
      status: 'SUCCEEDED',
      problem: null,
      objects: summaries,
    });
    await this.t.settled();
  }

  /** Its tables are discovered, nothing lands; returns when everybody has followed it. */
  async discovered(tables: readonly TestTable[]): Promise<void> {
    const objects = this.own(discover(tables));
    const [connectionId, syncId] = [this.id, randomUUID()];
    await this.emit('connectors.schema-discovered', { connectionId, connectionName: this.name, syncId, objects, skipped: [] });
    await this.t.settled();
  }

  async remove(): Promise<void> {
    await this.emit('connectors.connection-removed', { connectionId: this.id });
    await this.t.settled();
  }

  private emit(
    ...[topic, payload]: Parameters<Parameters<Parameters<TestSystem['system']['database']['unitOfWork']>[1]>[0]['emit']>
  ): Promise<void> {
    return this.t.system.database.unitOfWork(this.viewer.tenantId, async (unit) => unit.emit(topic, payload));
  }

  /** Object ids of this connection: two connections may have tables of one name. */
  private own(objects: readonly DiscoveredObject[]): DiscoveredObject[] {
    const mine = (id: string): string => {
      const hex = createHash('sha1').update(`${this.id}${id}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    };
    return objects.map((object) => ({
      ...object,
      objectId: mine(object.objectId),
      foreignKeys: object.foreignKeys.map((key) => ({ ...key, targetObjectId: mine(key.targetObjectId) })),
    }));
  }

  private async land(object: DiscoveredObject, table: TestTable | undefined, syncId: string) {
    const rows = (table?.rows ?? []).map((row, i) => {
      const data = Object.fromEntries(object.columns.map((column, c) => [column.name, landed(row[c] ?? '', column.type)]));
      const key = object.primaryKey === null ? String(i) : String(data[object.primaryKey[0] ?? '']);
      return { key, ordinal: i, data, hash: JSON.stringify(data) };
    });
    const { changed, removed } = await this.t.system.database.unitOfWork(this.viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const upserted = await sql`
          insert into raw_record as r (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
          select ${object.objectId}::uuid, x.key, x.ordinal, x.data, x.hash, ${syncId}::uuid, ${syncId}::uuid
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(key text, ordinal bigint, data jsonb, hash text)
          on conflict (object_id, record_key) do update set data = excluded.data, content_hash = excluded.content_hash, changed_sync_id = excluded.changed_sync_id, removed_at = null
          where r.content_hash <> excluded.content_hash or r.removed_at is not null`.execute(db);
        const keys = JSON.stringify(rows.map((row) => row.key));
        const gone =
          await sql`update raw_record set removed_at = now(), changed_sync_id = ${syncId}::uuid where object_id = ${object.objectId}::uuid
          and removed_at is null and record_key not in (select jsonb_array_elements_text(${keys}::jsonb))`.execute(db);
        return { changed: Number(upserted.numAffectedRows ?? 0), removed: Number(gone.numAffectedRows ?? 0) };
      }),
    );
    return { objectId: object.objectId, name: object.name, records: rows.length, changed, removed, quarantined: 0 };
  }
}

function landed(value: string, type: string): unknown {
  if (value === '') return null;
  if (type === 'INTEGER' || type === 'DECIMAL') return Number(value);
  return type === 'BOOLEAN' ? /^(?:true|yes)$/i.test(value) : value;
}

/** Polls until the condition holds; fails after 20 seconds. */
export async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`waited in vain; last seen: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
