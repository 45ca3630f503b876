import { BSON } from 'mongodb';
import { MAX_COLUMNS, MAX_DEPTH } from './limits.ts';

/** What a value was at the source. */
export type BsonKind = 'NONE' | 'TEXT' | 'WHOLE' | 'NUMBER' | 'MOMENT' | 'TRUTH' | 'ID' | 'JSON';
export interface BsonCell {
  text: string;
  kind: BsonKind;
}

const NONE: BsonCell = { text: '', kind: 'NONE' };
const OPTIONS: BSON.DeserializeOptions = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };
const UUID_SUBTYPE = 4;

/** A document of the wire with all its types. */
export const documentOf = (bytes: Uint8Array): BSON.Document => BSON.deserialize(bytes, OPTIONS);

/** The cells of a document by column: documents in it as `address.city`, arrays as JSON, its `_id` as one. */
export function cellsOf(document: BSON.Document): Map<string, BsonCell> {
  const cells = new Map<string, BsonCell>();
  const visit = (value: unknown, name: string, depth: number): void => {
    if (cells.size >= MAX_COLUMNS * 2) return;
    if (isPlain(value) && depth < MAX_DEPTH && name !== '_id') {
      for (const [key, inner] of Object.entries(value)) visit(inner, `${name}.${readable(key)}`, depth + 1);
      return;
    }
    cells.set(name, cellOf(value));
  };
  for (const [key, value] of Object.entries(document)) visit(value, readable(key), 1);
  return cells;
}

/** A value as text, exactly: numbers with their digits, moments as ISO text. */
export function cellOf(value: unknown): BsonCell {
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'string') return { text: value.toWellFormed(), kind: 'TEXT' };
  if (typeof value === 'boolean') return { text: String(value), kind: 'TRUTH' };
  if (typeof value === 'number') return numberCell(value);
  if (typeof value === 'bigint') return { text: String(value), kind: 'WHOLE' };
  if (value instanceof Date) return momentCell(value);
  switch (typeNameOf(value)) {
    case 'Int32':
    case 'Long':
      return { text: (value as BSON.Long).toString(), kind: 'WHOLE' };
    case 'Double':
      return numberCell((value as BSON.Double).value);
    case 'Decimal128':
      return decimalCell((value as BSON.Decimal128).toString());
    case 'ObjectId':
      return { text: (value as BSON.ObjectId).toHexString(), kind: 'ID' };
    case 'Timestamp':
      return momentCell(new Date((value as BSON.Timestamp).t * 1000));
    case 'UUID':
    case 'Binary':
      return { text: binaryText(value as BSON.Binary), kind: 'ID' };
    default:
      return { text: JSON.stringify(plain(value)), kind: 'JSON' };
  }
}

const numberCell = (value: number): BsonCell =>
  Number.isFinite(value) ? { text: String(value), kind: 'NUMBER' } : { ...NONE, kind: 'NUMBER' };

function decimalCell(text: string): BsonCell {
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return { text, kind: 'NUMBER' };
  return numberCell(Number(text));
}

const momentCell = (date: Date): BsonCell =>
  Number.isNaN(date.getTime()) ? NONE : { text: date.toISOString().replace('.000Z', 'Z'), kind: 'MOMENT' };

function binaryText(value: BSON.Binary): string {
  if (value.sub_type === UUID_SUBTYPE && value.position === 16) return value.toUUID().toHexString();
  return Buffer.from(value.value()).toString('base64');
}

/** As JSON has it, for what lands as JSON. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  const type = typeNameOf(value);
  if (type === 'Other') return BSON.EJSON.serialize(value);
  const { text, kind } = cellOf(value);
  if (kind === 'NONE' || text === '') return null;
  return (kind === 'WHOLE' || kind === 'NUMBER') && String(Number(text)) === text ? Number(text) : text;
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date) && typeNameOf(value) === 'Document';

const KNOWN = new Set(['Int32', 'Long', 'Double', 'Decimal128', 'ObjectId', 'Timestamp', 'UUID', 'Binary']);

function typeNameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value === 'number' || typeof value === 'bigint' ? 'Double' : 'Other';
  if (value instanceof Date) return 'Date';
  const type: unknown = Reflect.get(value, '_bsontype');
  if (typeof type !== 'string') return 'Document';
  return KNOWN.has(type) ? type : 'Other';
}

/** The database takes neither NUL nor half characters. */
const readable = (key: string): string => key.replaceAll('\0', '').toWellFormed() || '(blank)';
