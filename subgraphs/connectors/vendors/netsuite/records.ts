import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { chosenObjects } from '../chosen-objects.ts';
import { type VendorField, field } from '../records/field.ts';
import type { VendorSession, VendorTable } from '../vendor.ts';
import { AS_TEXT, type TableQuery, ask } from './suiteql.ts';

const CATALOG = '/services/rest/record/v1/metadata-catalog';
/** Record types that a business is run by; those that the customer made come too. Transactions are read by their lines. */
const USEFUL = ['customer', 'employee', 'department', 'account', 'subsidiary', 'classification', 'location', 'contact', 'partner', 'job', 'currency', 'term', 'inventoryitem', 'noninventorysaleitem', 'serviceitem', 'pricelevel', 'accountingperiod']; // prettier-ignore
const MADE = /^customrecord/u;
/** Fields that a customer made begin so; people know them without it. */
const CUSTOM = /^cust(?:entity|record|item|body|col)?_?/u;
const MAX_TYPES = 40;
const MAX_FIELDS = 300;
/** Columns that turn out to be none, and are left out one after the other. */
const MAX_LEFT_OUT = 25;

const catalogueReply = z.object({ items: z.array(z.object({ name: z.string() })) });
const property = z.looseObject({ title: z.string().nullish(), type: z.union([z.string(), z.array(z.string())]).nullish(), format: z.string().nullish(), properties: z.record(z.string(), z.unknown()).nullish() }); // prettier-ignore
const schemaReply = z.object({ properties: z.record(z.string(), property) });
interface Column { column: string; moment: boolean; field: VendorField } // prettier-ignore
export type CatalogueTable = VendorTable & { plan: TableQuery };

/** Record types that the account has and that hold something, with the fields that the metadata catalogue tells. Empty where it may not be asked. */
export async function catalogueTables(session: VendorSession, known: ReadonlySet<string>): Promise<CatalogueTable[]> {
  const chosen = chosenObjects(session.settings);
  const names = (await typesOf(session)).filter((name) => !known.has(name) && (chosen === null ? USEFUL.includes(name) || MADE.test(name) : chosen.has(name))); // prettier-ignore
  const tables = await Promise.all(names.slice(0, MAX_TYPES).map((name) => tableOf(session, name)));
  return tables.filter((table) => table !== null);
}

async function typesOf({ http, signal }: VendorSession): Promise<string[]> {
  try {
    return (await http.json({ path: CATALOG }, catalogueReply, signal)).items.map(({ name }) => name.toLowerCase());
  } catch (error) {
    if (isRefused(error)) return [];
    throw error;
  }
}

async function tableOf(session: VendorSession, name: string): Promise<CatalogueTable | null> {
  let columns = await columnsOf(session, name);
  for (let tries = 0; tries < MAX_LEFT_OUT; tries++) {
    const plan = queryOf(name, columns);
    try {
      const first = await ask(session, `${plan.select} ORDER BY ${plan.key}`, 1);
      if (first.totalResults === 0 || first.items.length === 0) return null;
      const stamped = plan.stamp === null ? null : 'last_modified';
      return { path: name, name: name.replace(MADE, '').replaceAll('_', ' ').trim(), fields: columns.map((one) => one.field), customAt: [], sparse: true, key: ['id'], incremental: stamped, count: first.totalResults ?? null, plan }; // prettier-ignore
    } catch (error) {
      if (!isRefused(error)) throw error;
      // Not every field of a record is a column of its table: the reply names the one that is none.
      const named = columns.filter(
        ({ column }) => column !== 'id' && new RegExp(String.raw`'${column}'`, 'iu').test((error as Error).message),
      );
      if (named.length > 0) columns = columns.filter((one) => !named.includes(one));
      else if (columns.length > 1) columns = columns.filter(({ column }) => column === 'id');
      else return null;
    }
  }
  return null;
}

async function columnsOf({ http, signal }: VendorSession, name: string): Promise<Column[]> {
  const headers = { accept: 'application/schema+json' };
  const { properties } = await http.json({ path: `${CATALOG}/${name}`, headers }, schemaReply, signal);
  const columns = Object.entries(properties).flatMap(([key, one]) => columnOf(key, one));
  const id: Column = { column: 'id', moment: false, field: field('id', 'INTEGER') };
  return [id, ...columns.filter(({ column }) => column !== 'id')].slice(0, MAX_FIELDS);
}

function columnOf(key: string, { title, type, format, properties }: z.infer<typeof property>): Column[] {
  const column = key.toLowerCase();
  const kind = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  // A reference has an id and a name; lists within a record are tables of their own.
  if (kind === 'array' || (kind === 'object' && properties?.['id'] === undefined) || column === 'links') return [];
  const moment = format === 'date' || format === 'date-time';
  const types = { boolean: 'BOOLEAN', integer: 'INTEGER', number: 'DECIMAL' } as const;
  const found = moment ? (format === 'date' ? 'DATE' : 'DATETIME') : kind !== undefined && kind !== null && kind in types ? types[kind as keyof typeof types] : 'TEXT'; // prettier-ignore
  const name = column === 'lastmodifieddate' ? 'last_modified' : key.replace(CUSTOM, '').replaceAll(/([a-z0-9])([A-Z])/gu, '$1_$2').toLowerCase(); // prettier-ignore
  const references = kind === 'object' && USEFUL.includes(column) ? column : null;
  return [{ column, moment, field: { ...field(name, references === null ? found : 'INTEGER', { description: title ?? null, references }), path: [column] } }]; // prettier-ignore
}

function queryOf(name: string, columns: readonly Column[]): TableQuery {
  const list = columns.map(({ column, moment }) => (moment ? `TO_CHAR(t.${column}, ${AS_TEXT}) AS ${column}` : `t.${column}`)).join(', ');
  const stamp = columns.some(({ column }) => column === 'lastmodifieddate') ? 't.lastmodifieddate' : null;
  return { select: `SELECT ${list} FROM ${name} t WHERE 1 = 1`, key: 't.id', keyColumn: 'id', stamp };
}

const isRefused = (error: unknown): boolean => error instanceof DomainError && ['VENDOR_REPLY_UNKNOWN', 'VENDOR_FORBIDDEN'].includes(error.code); // prettier-ignore
