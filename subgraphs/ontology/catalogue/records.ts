import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Guard } from '../../kernel/data-access/guard.ts';
import { CanonicalRecord, RecordLineage } from './record.type.ts';
import { Connection, SourceObject, refer } from './stubs.type.ts';

const NUMBERS: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);

/** A row of a typed table: values under positions, so that no column name can clash with the record's own. */
export const recordRow = z.object({
  id: z.uuid(),
  source_object_id: z.uuid(),
  source_key: z.string(),
  data: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type RecordRow = z.infer<typeof recordRow>;

/** Selects visible records by a condition on `id`, in its order; columns are named one by one. */
export function selectRecords(entity: ModelEntity, guard: Guard, condition: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  const values = [
    ...entity.attributes.map((attribute) =>
      // What a mask leaves is text already, or nothing.
      NUMBERS.has(attribute.type) || attribute.type === 'BOOLEAN' || guard.maskOf(entity, attribute.name) !== null
        ? sql.id(attribute.column)
        : textOf(attribute.column, attribute.type),
    ),
    ...entity.relations.map((relation) => sql.id(relation.sourceColumn)),
  ];
  // jsonb_build_array takes 100 arguments at most: arrays are put together from pieces.
  const pieces = Array.from(
    { length: Math.ceil(values.length / PIECE) },
    (_, i) => sql`jsonb_build_array(${sql.join(values.slice(i * PIECE, (i + 1) * PIECE))})`,
  );
  const data = pieces.length === 0 ? sql`'[]'::jsonb` : sql.join(pieces, sql` || `);
  return sql`select id, source_object_id, source_key, ${data} as data from ${guard.table(entity)} as r where ${condition} order by id limit ${limit}`;
}

const PIECE = 50;

function textOf(column: string, type: ColumnType): RawBuilder<unknown> {
  return type === 'DATETIME'
    ? sql`to_char(${sql.id(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
    : sql`${sql.id(column)}::text`;
}

/** The graph's view of a row. */
export function recordOf(entity: ModelEntity, guard: Guard, row: RecordRow): CanonicalRecord {
  const names = [...entity.attributes.map((attribute) => attribute.name), ...entity.relations.map((relation) => relation.name)];
  const values = Object.fromEntries(names.map((name, i) => [name, row.data[i] ?? null]));
  const title = entity.titleAttribute === null ? null : values[entity.titleAttribute];
  const source = entity.sources.find((candidate) => candidate.objectId === row.source_object_id);
  const lineage = Object.assign(new RecordLineage(), {
    connection: refer(Connection, source?.connectionId ?? row.source_object_id),
    object: refer(SourceObject, row.source_object_id),
    sourceKey: row.source_key,
  });
  return Object.assign(new CanonicalRecord(), {
    id: row.id,
    title: title === null || title === undefined ? row.source_key : String(title),
    values,
    masked: [...guard.masked(entity).keys()].toSorted(),
    lineage,
    redirectedFrom: null,
    entity,
  });
}
