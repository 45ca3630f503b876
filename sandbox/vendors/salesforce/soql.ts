import type { DatabaseSync } from 'node:sqlite';
import type { SalesforceObject } from './objects.ts';

export interface Asked {
  object: SalesforceObject;
  names: string[];
  rows: Record<string, unknown>[];
}

/** Why a query is not answered, as Salesforce codes it. */
export class SoqlRefused extends Error {
  override readonly name = 'SoqlRefused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Runs `SELECT … FROM one-object …` over tables that hold what the objects do. @param all with what was deleted
 * @returns the number for COUNT(). @throws SoqlRefused
 */
export function runSoql(soql: string, objects: readonly SalesforceObject[], tables: DatabaseSync, all: boolean): Asked | number {
  const parsed = /^\s*select\s+(.+?)\s+from\s+(\w+)(\s+.*)?$/is.exec(soql);
  const object = objects.find(({ name }) => name.toLowerCase() === parsed?.[2]?.toLowerCase());
  if (parsed === null) throw new SoqlRefused('MALFORMED_QUERY', `unexpected token: ${soql.slice(0, 20)}`);
  if (object === undefined) throw new SoqlRefused('INVALID_TYPE', `sObject type '${parsed[2] ?? ''}' is not supported.`);
  const names = (parsed[1] ?? '').split(',').map((name) => name.trim());
  const counts = names.join('').toLowerCase() === 'count()';
  const unknown = names.find((name) => !counts && !object.fields.some(([field]) => field === name));
  if (unknown !== undefined) throw new SoqlRefused('INVALID_FIELD', `No such column '${unknown}' on entity '${object.name}'.`);
  const columns = names.filter((name) => !object.fields.some(([field, type]) => field === name && type === 'address'));
  // SOQL writes instants bare; the tables hold them as text.
  const tail = (parsed[3] ?? '').replaceAll(/\b(\d{4}-\d\d-\d\dT[\d:.]+)(?:Z|[+-]\d\d:?\d\d)/g, (_all, at: string) => `'${at.includes('.') ? at : `${at}.000`}+0000'`); // prettier-ignore
  const from = all ? `"${object.name}"` : `(select * from "${object.name}" where "IsDeleted" = 0)`;
  try {
    if (counts) return (tables.prepare(`select count(*) as n from ${from} ${tail}`).all() as { n: number }[])[0]?.n ?? 0;
    const select = columns.map((name) => `"${name}"`).join(', ');
    return { object, names, rows: tables.prepare(`select ${select} from ${from} ${tail}`).all() };
  } catch {
    throw new SoqlRefused('MALFORMED_QUERY', `the query is not understood: ${tail.trim()}`);
  }
}
