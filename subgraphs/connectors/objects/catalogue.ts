import { randomUUID } from 'node:crypto';
import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { EventPayload } from '../../../schema/events/events.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ColumnClass } from '../../kernel/privacy/screening/screening.ts';
import type { FoundObject, FoundTable } from '../kit/connector.ts';
import type { LookedAt } from '../drift/record-looks.ts';
import type { TableReading } from '../repairs/read-page.ts';
import { digest } from './digest.ts';
import { holdTable } from './hold-table.ts';
import { SourceObjectRow } from './source-object.entity.ts';
import { SourceSchemaRow } from './source-schema.entity.ts';

/** One table of a connection, ready to land; kept with the sync as JSON. */
export interface CataloguedTable {
  objectId: string;
  name: string;
  path: string;
  /** The schema that holds how to read it. */
  schemaId: string;
  /** Columns that identify a record; null when its content does. */
  key: string[] | null;
  /** This discovery saw that the key never repeats. */
  keyIsUnique: boolean;
  rowCount: number;
  quarantinedCount: number;
  contentHash: string | null;
  landedFingerprint: string;
  /** Content and schema are those that landed last. */
  unchanged: boolean;
  /** Where the last read ended, when only what is newer has to be read; else null. */
  since: unknown;
  /** When the table was last read whole; null with `since`. */
  completeAt: string | null;
  /** The column that tells versions of a record apart; left out by older versions. */
  versionedBy?: string | null;
  /** Asked for once, from a moment on: where the next sync goes on stays as it was. */
  backfill?: boolean;
  /** What personal data its columns hold, told from samples; left out by older versions. */
  classes?: ColumnClass[];
  /** How the source's fields become its columns; null or left out: they are its columns. */
  reading?: TableReading | null;
  /** It has changed at the source in a way that is not decided: its records wait in quarantine, and what has landed stays. */
  held?: boolean;
}

/** What a sync has to do after discovery. */
export interface ToLand {
  tables: CataloguedTable[];
  /** Objects whose source is no longer there. */
  gone: { objectId: string; name: string }[];
}

/** An incremental read cannot see what committed late or changed unmarked: once a day a table is read whole. */
const COMPLETE_READ_MS = 24 * 60 * 60_000;

export interface Catalogue {
  toLand: ToLand;
  event: Pick<EventPayload<'connectors.schema-discovered'>, 'objects' | 'skipped'>;
}

/** Records what discovery found: objects keep their ids by path, an object's key stays the one it had first, another fingerprint is another schema. */
export async function recordDiscovery(
  unit: UnitOfWork,
  connectionId: string,
  found: readonly FoundObject[],
  now: Date,
  looked: ReadonlyMap<string, LookedAt> = new Map(),
): Promise<Catalogue> {
  const { em, tenantId } = unit;
  const known = new Map((await em.find(SourceObjectRow, { connectionId })).map((row) => [row.path, row]));
  const rows = new Map<string, SourceObjectRow>();
  for (const object of found) {
    const row = known.get(object.path) ?? em.create(SourceObjectRow, newObject(tenantId, connectionId, object, now));
    em.persist(row);
    rows.set(object.path, row);
  }
  // Schemas refer to them.
  await em.flush();
  const catalogue: Catalogue = { toLand: { tables: [], gone: [] }, event: { objects: [], skipped: [] } };
  for (const object of found) {
    const row = rows.get(object.path) as SourceObjectRow;
    row.name = object.name;
    if (object.found.kind === 'SKIPPED') {
      Object.assign(row, { status: 'SKIPPED', statusCode: object.found.code, statusReason: object.found.reason, notes: [] });
      catalogue.event.skipped.push({
        objectId: row.id,
        name: row.name,
        path: row.path,
        code: object.found.code,
        reason: object.found.reason,
      });
      continue;
    }
    const look = looked.get(object.path);
    if (look?.held === true) {
      const held = await holdTable(unit, row, object.found, now);
      catalogue.toLand.tables.push(held.table);
      if (held.known !== null) catalogue.event.objects.push(held.known);
    } else await recordTable(unit, row, object.found, rows, catalogue, now, look?.reading ?? null);
  }
  for (const [path, row] of known) {
    // Its records are gone too when none is counted; else an earlier sync ended before it took them out.
    if (rows.has(path) || (row.statusCode === 'GONE' && row.rowCount === 0)) continue;
    Object.assign(row, { status: 'SKIPPED', statusCode: 'GONE', statusReason: 'it is no longer at the source', landedHash: null });
    catalogue.toLand.gone.push({ objectId: row.id, name: row.name });
    catalogue.event.skipped.push({ objectId: row.id, name: row.name, path, code: 'GONE', reason: 'it is no longer at the source' });
  }
  await em.flush();
  return catalogue;
}

async function recordTable(
  { em, tenantId }: UnitOfWork,
  row: SourceObjectRow,
  table: FoundTable,
  rows: ReadonlyMap<string, SourceObjectRow>,
  catalogue: Catalogue,
  now: Date,
  reading: TableReading | null,
): Promise<void> {
  const names = new Set(table.columns.map((column) => column.name));
  const fixed = row.keyColumns?.every((name) => names.has(name)) ? row.keyColumns : null;
  // An empty table shows no key; it is chosen when there are records.
  const chosen = fixed ?? (table.rowCount === 0 ? null : (table.primaryKey?.columns ?? []));
  row.keyColumns = chosen;
  const key = chosen === null || chosen.length === 0 ? null : chosen;
  const foreignKeys = table.foreignKeys.flatMap(({ targetPath, ...foreignKey }) => {
    const target = rows.get(targetPath);
    return target ? [{ ...foreignKey, targetObjectId: target.id }] : [];
  });
  const fingerprint = digest([table.columns.map(({ name, type }) => [name, type]), key]);
  const existing = await em.findOne(SourceSchemaRow, { objectId: row.id, fingerprint });
  const primaryKey = key && {
    columns: key,
    evidence: table.primaryKey?.columns.join() === key.join() ? table.primaryKey.evidence : ['chosen when the object was first discovered'],
  };
  const details = { columns: table.columns, primaryKey, foreignKeys, plan: table.plan as object };
  const schema = existing
    ? em.assign(existing, details)
    : em.create(SourceSchemaRow, { id: randomUUID(), tenantId, objectId: row.id, fingerprint, discoveredAt: now, ...details });
  em.persist(schema);
  Object.assign(row, { status: 'READY', statusCode: null, statusReason: null, notes: table.evidence, schemaId: schema.id });
  Object.assign(row, { rowCount: table.rowCount, quarantinedCount: table.quarantinedCount });
  const landedFingerprint = digest(
    reading === null ? [fingerprint, lasting(table.plan)] : [fingerprint, lasting(table.plan), reading.version],
  );
  catalogue.toLand.tables.push({
    objectId: row.id,
    name: row.name,
    path: row.path,
    schemaId: schema.id,
    key,
    keyIsUnique: table.primaryKey?.columns.join() === key?.join(),
    rowCount: table.rowCount,
    quarantinedCount: table.quarantinedCount,
    contentHash: table.contentHash,
    landedFingerprint,
    ...whereToGoOn(row, table, landedFingerprint, now),
    versionedBy: table.incremental,
    unchanged: table.contentHash !== null && row.landedHash === table.contentHash && row.landedFingerprint === landedFingerprint,
    ...(reading === null ? {} : { reading }),
  });
  const object: DiscoveredObject = {
    objectId: row.id,
    name: row.name,
    path: row.path,
    rowCount: table.rowCount,
    description: null,
    columns: table.columns,
    primaryKey: key,
    foreignKeys,
  };
  catalogue.event.objects.push(object);
}

/** Read the same way as last time, and whole not long ago: from where that read ended. */
function whereToGoOn(
  row: SourceObjectRow,
  table: FoundTable,
  landedFingerprint: string,
  now: Date,
): Pick<CataloguedTable, 'since' | 'completeAt'> {
  const watermark = row.watermark ?? null;
  const usable = table.incremental !== null && watermark !== null && row.landedFingerprint === landedFingerprint;
  if (!usable || now.getTime() - Date.parse(watermark.completeAt) >= COMPLETE_READ_MS) return { since: null, completeAt: null };
  return { since: watermark.value, completeAt: watermark.completeAt };
}

function newObject(tenantId: string, connectionId: string, { name, path }: FoundObject, now: Date): SourceObjectRow {
  return {
    id: randomUUID(), tenantId, connectionId, name, path, status: 'READY', statusCode: null, statusReason: null, notes: [], rowCount: 0, quarantinedCount: 0,
    keyColumns: null, schemaId: null, landedHash: null, landedFingerprint: null, watermark: null, createdAt: now,
  }; // prettier-ignore
}

/** A plan without how much there was to read when it was made: that alone makes no table another one. */
function lasting(plan: unknown): unknown {
  if (typeof plan !== 'object' || plan === null || !('count' in plan)) return plan;
  const { count: _count, ...rest } = plan;
  return rest;
}
