import type { DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalEntity } from '../canonical/ontology-file.ts';
import type { ProposedField, ProposedTable } from '../matching/proposal.ts';
import { words } from '../matching/words.ts';
import { keptOriginals } from './kept-originals.ts';
import { detectCoercion } from './detect-coercion.ts';
import { detectPieces, detectSpellings } from './detect-others.ts';
import { detectUnpivot, UNPIVOT_BY_ITSELF } from './detect-unpivot.ts';
import { ownCoercion } from './coerced-objects.ts';
import { COLUMN_AS_PROPOSED, NOT_SHAPED, type ColumnShaping, type Shaping, type SuggestedTransform } from './shaped.ts';
import { conversion, unitInName } from './units.ts';
import { unpivotTable } from './unpivot-table.ts';

/** Units of attributes by entity and attribute, where the shipped ontology says one. */
type AttributeUnits = ReadonlyMap<string, string>;

/** The units of the shipped ontology's attributes. */
export function attributeUnits(entities: readonly CanonicalEntity[]): AttributeUnits {
  return new Map(
    entities.flatMap((entity) =>
      entity.attributes.flatMap((attribute) =>
        unitOf(attribute) === null ? [] : [[`${entity.name}.${attribute.name}`, unitOf(attribute) ?? ''] as const],
      ),
    ),
  );
}

const unitOf = (attribute: { unit?: string | null | undefined }): string | null => attribute.unit ?? null;

/** Adds to matched tables what is to be done to their values: what was decided, else what the values themselves say. Pure. */
export function shapeTables(
  tables: readonly ProposedTable[],
  objects: readonly DiscoveredObject[],
  shaping: Shaping,
  units: AttributeUnits,
): ProposedTable[] {
  const byId = new Map(objects.map((object) => [object.objectId, object]));
  return tables.map((table) => {
    const object = byId.get(table.objectId);
    if (object === undefined) return table;
    const decided = shaping[object.path] ?? NOT_SHAPED;
    const columns = new Map(object.columns.map((column) => [column.name, column]));
    const fields = table.fields.map((field) => {
      const column = columns.get(field.column);
      if (column === undefined) return field;
      const said = decided.columns[column.name] ?? COLUMN_AS_PROPOSED;
      const shaped = shapeField(field, column, said, units.get(`${table.canonical ?? ''}.${field.attribute}`) ?? null);
      return said.leftOut === true ? { ...shaped, leftOut: true } : shaped;
    });
    return unpivoted({ ...table, fields }, object, decided.unpivot);
  });
}

function unpivoted(table: ProposedTable, object: DiscoveredObject, decided: boolean | null): ProposedTable {
  const suggested = detectUnpivot(object);
  if (suggested === null) return table;
  // A sheet that fits an entity of the ontology is that: only what would be adopted as it is can be unpivoted unasked.
  const byItself = suggested.confidence >= UNPIVOT_BY_ITSELF && suggested.plan.periodColumn === null && table.canonical === null;
  if (!(decided ?? byItself)) return { ...table, suggestedUnpivot: suggested };
  const why = decided === true ? { confidence: 1, evidence: ['chosen by a person', ...suggested.evidence] } : suggested;
  return { ...unpivotTable(table, object, suggested.plan, why), suggestedUnpivot: suggested };
}

function shapeField(field: ProposedField, column: DiscoveredColumn, decided: ColumnShaping, unit: string | null): ProposedField {
  if (field.relation !== null) return field;
  const suggested = suggestionsOf(column, field);
  const also = decided.also;
  if (decided.transform !== null) {
    const shaped = { ...field, transform: decided.transform, type: decided.type ?? field.type, suggested };
    return keptOriginals(also === null ? shaped : { ...shaped, also });
  }
  const coerced = ownCoercion(column);
  const steps = [...(coerced?.transform ?? [])];
  const said = [...(coerced?.evidence ?? [])];
  const written = unitInName(words(column.name));
  if (unit !== null && written !== null && written !== unit && conversion(written, unit) !== null) {
    steps.push({ kind: 'UNIT', from: written, to: unit });
    said.push(`its name says “${written}”; the attribute is kept in ${unit}`);
  }
  const shaped =
    steps.length === 0 ? field : { ...field, transform: [...steps, ...field.transform], evidence: [...field.evidence, ...said] };
  return { ...shaped, ...(also === null ? {} : { also }), ...(suggested.length === 0 ? {} : { suggested }) };
}

function suggestionsOf(column: DiscoveredColumn, field: ProposedField): SuggestedTransform[] {
  const coercion = ownCoercion(column) === null ? detectCoercion(column) : null;
  const known = field.semantic === 'CATEGORY' || field.semantic === 'STATUS' || field.semantic === 'PLACE' ? detectSpellings(column) : null;
  return [coercion, known, detectPieces(column)].filter((suggestion) => suggestion !== null);
}
