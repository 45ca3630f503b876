import type { SourceSchemaRow } from './source-schema.entity.ts';
import { type SourceField, type SourceForeignKey, SourceSchema } from './source-schema.type.ts';

/** A stored schema as the graph shows it; examples, and evidence taken from values, only to those who see raw values. */
export function schemaOf(row: SourceSchemaRow, seesRawValues: boolean): SourceSchema {
  const shown = (texts: string[]): string[] => (seesRawValues ? texts : []);
  const fields = row.columns.map(({ profile, name, position, type, format, currency, nullable, evidence, description }): SourceField => ({
    name, position, type, format, currency, nullable, evidence: shown(evidence), description,
    distinctCount: profile.distinct, blankCount: profile.blanks, examples: shown(profile.examples),
  })); // prettier-ignore
  const foreignKeys = row.foreignKeys.map((key) => ({ ...key, evidence: shown(key.evidence) })) as SourceForeignKey[];
  const { id, objectId, fingerprint, discoveredAt } = row;
  const primaryKey = row.primaryKey == null ? null : { ...row.primaryKey, evidence: shown(row.primaryKey.evidence) };
  return Object.assign(new SourceSchema(), { id, objectId, fingerprint, discoveredAt, fields, primaryKey, foreignKeys });
}
