import type { ColumnType, DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { CanonicalAttribute } from '../canonical/ontology-file.ts';
import { Transform } from './proposal.ts';
import { filled } from './value-evidence.ts';

const NUMERIC: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const TEMPORAL: ReadonlySet<ColumnType> = new Set(['DATE', 'DATETIME']);
const NOT_A_NUMBER_MEANING = new Set(['FLAG', 'DATE']);

export function isNumeric(type: ColumnType): boolean {
  return NUMERIC.has(type);
}

export function isTemporal(type: ColumnType): boolean {
  return TEMPORAL.has(type);
}

/** How well a column's type suits an attribute: 1 as it is, 0 never. Blank columns suit everything. */
export function typeFactor(column: DiscoveredColumn, attribute: CanonicalAttribute): number {
  if (filled(column) === 0) return 1;
  if (attribute.type === 'TEXT') return textFactor(column.type, attribute);
  if (attribute.type === 'BOOLEAN') return column.type === 'BOOLEAN' || isZeroOne(column) ? 1 : 0;
  if (isTemporal(attribute.type)) return isTemporal(column.type) ? 1 : 0;
  if (!isNumeric(column.type) || NOT_A_NUMBER_MEANING.has(attribute.semantic)) return 0;
  if (attribute.semantic === 'QUANTITY' && column.type === 'MONEY') return 0.4;
  if ((attribute.semantic === 'AMOUNT' || attribute.semantic === 'PRICE') && column.type === 'PERCENT') return 0.3;
  return attribute.semantic === 'RATE' && column.type === 'MONEY' ? 0.4 : 1;
}

function textFactor(type: ColumnType, attribute: CanonicalAttribute): number {
  if (type === 'TEXT') return 1;
  if (type === 'INTEGER')
    return attribute.semantic === 'IDENTIFIER' || attribute.semantic === 'PHONE' || attribute.name === 'postalCode' ? 1 : 0.75;
  if (isTemporal(type)) return 0;
  // Yes or no says neither where a thing stands nor what kind it is.
  if (type === 'BOOLEAN') return attribute.semantic === 'STATUS' || attribute.semantic === 'CATEGORY' ? 0 : 0.6;
  return 0.4;
}

/** A whole-number column that holds nothing but 0 and 1. */
export function isZeroOne(column: DiscoveredColumn): boolean {
  return column.type === 'INTEGER' && column.profile.distinct <= 2 && Number(column.profile.min) >= 0 && Number(column.profile.max) === 1;
}

/** The type an attribute is published with when this column feeds it, and how values get there; loses nothing. */
export function publishedType(attribute: CanonicalAttribute, column: DiscoveredColumn): { type: ColumnType; transform: Transform } {
  const as = (type: ColumnType, transform: Transform = Transform.NONE): { type: ColumnType; transform: Transform } => ({ type, transform });
  if (filled(column) === 0) return as(attribute.type);
  if (attribute.type === 'TEXT') return as('TEXT');
  if (attribute.type === 'BOOLEAN') return as('BOOLEAN', column.type === 'INTEGER' ? Transform.FLAG : Transform.NONE);
  if (isTemporal(attribute.type)) return as(column.type);
  if (attribute.type === 'PERCENT' && column.type !== 'PERCENT')
    return Number(column.profile.max) > 1 ? as('PERCENT', Transform.POINTS) : as('PERCENT');
  if (attribute.type === 'INTEGER' || attribute.type === 'PERCENT') return as(column.type);
  if (attribute.type === 'MONEY') return as('MONEY');
  return as(column.type === 'INTEGER' ? 'DECIMAL' : column.type);
}

/** The narrowest type that holds the values of both, for one attribute fed by several columns. */
export function widerType(a: ColumnType, b: ColumnType): ColumnType {
  if (a === b) return a;
  if (isNumeric(a) && isNumeric(b)) return a === 'MONEY' || b === 'MONEY' ? 'MONEY' : 'DECIMAL';
  return isTemporal(a) && isTemporal(b) ? 'DATETIME' : 'TEXT';
}
