import type { Document } from 'mongodb';
import { compare, equal, typeOf } from './order.ts';

/** What stands at a path with dots. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

/** Whether a document fits a filter. Comparisons see values of their own type only, as MongoDB's do. */
export function fits(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([name, condition]) => {
    if (name === '$and') return (condition as Document[]).every((inner) => fits(document, inner));
    if (name === '$or') return (condition as Document[]).some((inner) => fits(document, inner));
    const value = valueAt(document, name);
    if (!isOperators(condition)) return equal(value, condition);
    return Object.entries(condition).every(([operator, operand]) => judge(operator, value, operand));
  });
}

function judge(operator: string, value: unknown, operand: unknown): boolean {
  const sameType = typeOf(value) === typeOf(operand);
  switch (operator) {
    case '$eq':
      return equal(value, operand);
    case '$gt':
      return sameType && compare(value, operand) > 0;
    case '$gte':
      return sameType && compare(value, operand) >= 0;
    case '$lt':
      return sameType && compare(value, operand) < 0;
    case '$lte':
      return sameType && compare(value, operand) <= 0;
    case '$in':
      return (operand as unknown[]).some((one) => equal(value, one));
    case '$exists':
      return (value !== undefined) === operand;
    default:
      throw Object.assign(new Error(`unknown operator: ${operator}`), { code: 2 });
  }
}

const isOperators = (condition: unknown): condition is Document =>
  typeof condition === 'object' &&
  condition !== null &&
  typeOf(condition) === 'Document' &&
  Object.keys(condition)[0]?.startsWith('$') === true;

/** Documents in the order that a sort asks for. */
export function sorted(documents: readonly Document[], sort: Document | undefined): Document[] {
  const keys = Object.entries(sort ?? {});
  if (keys.length === 0) return [...documents];
  return documents.toSorted((a, b) => {
    for (const [path, direction] of keys) {
      const order = compare(valueAt(a, path), valueAt(b, path)) * Number(String(direction));
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Only the fields that a projection names. */
export function projected(document: Document, projection: Document | undefined): Document {
  const names = Object.entries(projection ?? {}).filter(([, wanted]) => Number(String(wanted)) !== 0).map(([name]) => name); // prettier-ignore
  if (names.length === 0) return document;
  return Object.fromEntries(['_id', ...names].flatMap((name) => (name in document ? [[name, document[name]]] : [])));
}
