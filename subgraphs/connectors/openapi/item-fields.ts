import { type VendorField, field } from '../vendors/records/field.ts';
import { type ApiDocument, type Part, partOf, textOf, typeOf } from './document.ts';

const MAX_FIELDS = 300;
const MAX_DEPTH = 3;
const MAX_DESCRIPTION_CHARACTERS = 300;

/** The documented fields of a list's records: scalars by their path, lists as JSON; objects are gone into three deep. */
export function itemFields(document: ApiDocument, item: Part): VendorField[] {
  const fields: VendorField[] = [];
  const look = (schema: Part, above: readonly string[]): void => {
    for (const [name, value] of Object.entries(partOf(schema['properties']) ?? {})) {
      if (fields.length >= MAX_FIELDS) return;
      const property = document.schema(value);
      if (property === null || property['writeOnly'] === true) continue;
      const path = [...above, name];
      const type = typeOf(property);
      if (type === 'object' && partOf(property['properties']) !== null) {
        if (path.length < MAX_DEPTH) look(property, path);
        continue;
      }
      const description = textOf(property['description'])?.slice(0, MAX_DESCRIPTION_CHARACTERS) ?? null;
      // `field` reads dots as steps, and these names may have dots of their own.
      fields.push({ ...field(path.join('.'), columnType(type, textOf(property['format'])), { description }), path });
    }
  };
  look(item, []);
  return fields;
}

function columnType(type: string | null, format: string | null): VendorField['type'] {
  if (type === 'boolean') return 'BOOLEAN';
  if (type === 'integer') return 'INTEGER';
  if (type === 'number') return 'DECIMAL';
  if (format === 'date-time') return 'DATETIME';
  return format === 'date' ? 'DATE' : 'TEXT';
}
