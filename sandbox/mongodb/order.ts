import { BSON, Long } from 'mongodb';

/** How types come one after the other. MongoDB manual, “Comparison/Sort Order”. */
const RANKS: Readonly<Record<string, number>> = {
  MinKey: 0,
  Null: 1,
  Number: 2,
  Text: 3,
  Document: 4,
  Array: 5,
  Binary: 6,
  ObjectId: 7,
  Boolean: 8,
  Date: 9,
  Timestamp: 10,
  RegExp: 11,
  MaxKey: 12,
};

/** The name of a value's type as sorting sees it. */
export function typeOf(value: unknown): string {
  if (value === null || value === undefined) return 'Null';
  if (typeof value === 'string') return 'Text';
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value === 'number' || typeof value === 'bigint') return 'Number';
  if (value instanceof Date) return 'Date';
  if (Array.isArray(value)) return 'Array';
  const type: unknown = Reflect.get(value, '_bsontype');
  if (type === 'Int32' || type === 'Double' || type === 'Long' || type === 'Decimal128') return 'Number';
  if (type === 'UUID' || type === 'Binary') return 'Binary';
  if (type === 'BSONRegExp') return 'RegExp';
  return typeof type === 'string' ? type : 'Document';
}

/** Compares two values as MongoDB orders them, whatever their types. */
export function compare(a: unknown, b: unknown): number {
  const [left, right] = [typeOf(a), typeOf(b)];
  if (left !== right) return (RANKS[left] ?? 4) - (RANKS[right] ?? 4);
  switch (left) {
    case 'Number':
      return compareNumbers(a, b);
    case 'Text':
      return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string));
    case 'Boolean':
      return Number(a) - Number(b);
    case 'Date':
      return (a as Date).getTime() - (b as Date).getTime();
    case 'ObjectId':
      return Buffer.compare(bytesOf(a), bytesOf(b));
    default:
      return Buffer.compare(BSON.serialize({ v: a }), BSON.serialize({ v: b }));
  }
}

export const equal = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

function compareNumbers(a: unknown, b: unknown): number {
  if (Long.isLong(a) && Long.isLong(b)) return a.compare(b);
  return numberOf(a) - numberOf(b);
}

const numberOf = (value: unknown): number => Number(typeof value === 'object' ? (value as Long).toString() : value);
const bytesOf = (value: unknown): Uint8Array => (value as { id: Uint8Array }).id;
