import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { FoundTable } from '../kit/connector.ts';
import { ObjectReadingRow } from '../repairs/object-reading.entity.ts';
import { SourceObjectRow } from './source-object.entity.ts';
import { SourceSchemaRow } from './source-schema.entity.ts';

/** The tables of a connection that have landed, as discovery found them; their `contentHash` is that of what landed. By path. */
export async function landedTables({ em }: UnitOfWork, connectionId: string): Promise<Map<string, FoundTable>> {
  const objects = await em.find(SourceObjectRow, { connectionId });
  const paths = new Map(objects.map(({ id, path }) => [id, path]));
  // A profile that was made of other values than the source's would be made so once more.
  const made = (await em.find(ObjectReadingRow, { connectionId, status: 'ACTIVE' })).filter(({ rules }) =>
    rules.some(({ scale, values }) => scale !== null || values.length > 0),
  );
  const remade = new Set(made.map(({ objectId }) => objectId));
  const landed = objects.filter(
    ({ id, status, landedHash, schemaId }) => status === 'READY' && landedHash != null && schemaId != null && !remade.has(id),
  );
  const schemas = new Map(
    (await em.find(SourceSchemaRow, { id: landed.map(({ schemaId }) => schemaId ?? '') })).map((row) => [row.id, row]),
  );
  const tables = new Map<string, FoundTable>();
  for (const { path, schemaId, rowCount, quarantinedCount, notes, landedHash } of landed) {
    const schema = schemas.get(schemaId ?? '');
    if (schema === undefined) continue;
    const foreignKeys = schema.foreignKeys.flatMap(({ targetObjectId, ...foreignKey }) => {
      const targetPath = paths.get(targetObjectId);
      return targetPath === undefined ? [] : [{ ...foreignKey, targetPath }];
    });
    tables.set(path, {
      kind: 'TABLE', columns: schema.columns, rowCount, quarantinedCount, primaryKey: schema.primaryKey ?? null, foreignKeys, incremental: null, evidence: notes,
      plan: schema.plan, contentHash: landedHash ?? null,
    }); // prettier-ignore
  }
  return tables;
}
