import type { SourceSchemaRow } from './source-schema.entity.ts';
import { type SourceField, type SourceForeignKey, SourceSchema } from './source-schema.type.ts';

/** A stored schema as the graph shows it. */
export function schemaOf(row: SourceSchemaRow): SourceSchema {
  const fields = row.columns.map(({ profile, name, position, type, format, currency, nullable, evidence, description }): SourceField => ({
    name, position, type, format, currency, nullable, evidence, description,
    distinctCount: profile.distinct, blankCount: profile.blanks, examples: profile.examples,
  })); // prettier-ignore
  const foreignKeys = row.foreignKeys as SourceForeignKey[];
  const { id, objectId, fingerprint, discoveredAt, primaryKey = null } = row;
  return Object.assign(new SourceSchema(), { id, objectId, fingerprint, discoveredAt, fields, primaryKey, foreignKeys });
}
