import { randomUUID } from 'node:crypto';
import type { DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { FoundTable } from '../kit/connector.ts';
import type { CataloguedTable } from './catalogue.ts';
import { digest } from './digest.ts';
import type { SourceObjectRow } from './source-object.entity.ts';
import { SourceSchemaRow } from './source-schema.entity.ts';

/** How a table is read while it is held, and as what it is known meanwhile. */
interface HeldTable {
  table: CataloguedTable;
  known: DiscoveredObject | null;
}

/**
 * Has a table read under the schema it has now although it goes on as it was: what is read waits in quarantine, and whoever follows is told the schema
 * that holds. The object itself does not change.
 */
export async function holdTable(unit: UnitOfWork, row: SourceObjectRow, table: FoundTable, now: Date): Promise<HeldTable> {
  const { em, tenantId } = unit;
  const fingerprint = digest(['held', table.columns.map(({ name, type }) => [name, type])]);
  const existing = await em.findOne(SourceSchemaRow, { objectId: row.id, fingerprint });
  const details = { columns: table.columns, primaryKey: null, foreignKeys: [], plan: table.plan as object };
  const schema = existing
    ? em.assign(existing, details)
    : em.create(SourceSchemaRow, { id: randomUUID(), tenantId, objectId: row.id, fingerprint, discoveredAt: now, ...details });
  em.persist(schema);
  const watermark = table.incremental === null ? null : (row.watermark ?? null);
  const held: CataloguedTable = {
    objectId: row.id, name: row.name, path: row.path, schemaId: schema.id, key: null, keyIsUnique: false, rowCount: table.rowCount,
    quarantinedCount: table.quarantinedCount, contentHash: null, landedFingerprint: row.landedFingerprint ?? '', unchanged: false,
    since: watermark?.value ?? null, completeAt: watermark?.completeAt ?? null, held: true,
  }; // prettier-ignore
  const holds = row.schemaId == null ? null : await em.findOne(SourceSchemaRow, { id: row.schemaId });
  if (holds === null) return { table: held, known: null };
  const { id: objectId, name, path, rowCount } = row;
  const { columns, foreignKeys } = holds;
  return {
    table: held,
    known: { objectId, name, path, rowCount, description: null, columns, primaryKey: holds.primaryKey?.columns ?? null, foreignKeys },
  };
}
