import { type KeyObject, createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../../http/reply.ts';
import { type WarehouseTable, selected } from './tables.ts';

export interface SnowflakeOptions {
  account: string;
  user: string;
  /** PEM; its fingerprint is what a token has to name. */
  publicKey: string;
  database: string;
  tables: readonly WarehouseTable[];
  /** Rows of a partition. */
  partitionRows: number;
  /** Looks at a running statement until it is done; 0: done at once. */
  slow?: number;
}

interface Statement {
  columns: object[];
  rows: (string | null)[][];
  left: number;
}

const TYPES = {
  NUMBER: 'fixed',
  MONEY: 'fixed',
  TEXT: 'text',
  BOOLEAN: 'boolean',
  DATE: 'date',
  TIMESTAMP: 'timestamp_ntz',
  JSON: 'variant',
} as const;
const DECLARED = {
  NUMBER: 'NUMBER',
  MONEY: 'NUMBER',
  TEXT: 'TEXT',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP_NTZ',
  JSON: 'VARIANT',
} as const;
const NAME = String.raw`"((?:[^"]|"")+)"`;
const SELECT = new RegExp(
  String.raw`^select (.+) from ${NAME}\.${NAME}(?: where ${NAME} >= to_timestamp_tz\(\?\))?(?: order by (.+))?$`,
  'u',
);

/** Snowflake's SQL API: key-pair tokens, statements, 202 while they run, partitions. Source: Snowflake SQL API reference. */
export function snowflakeVendor(options: SnowflakeOptions): SandboxVendor & { statements(): number } {
  const { account, user, database, tables, partitionRows, slow = 0 } = options;
  const key = createPublicKey(options.publicKey);
  const subject = `${account.toUpperCase()}.${user.toUpperCase()}`;
  const fingerprint = `SHA256:${createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')}`;
  const kept = new Map<string, Statement>();
  const byRequest = new Map<string, string>();
  const error = (status: number, code: string, message: string): VendorReply => ({ status, body: { code, message, sqlState: '42000', statementHandle: randomUUID() } }); // prettier-ignore

  const resultOf = (handle: string, { columns, rows }: Statement): VendorReply => {
    const counts = [];
    for (let from = 0; from === 0 || from < rows.length; from += partitionRows)
      counts.push({ rowCount: Math.min(partitionRows, rows.length - from), uncompressedSize: 1 });
    return ok({
      code: '090001', message: 'Statement executed successfully.', sqlState: '00000', statementHandle: handle, createdOn: Date.now(),
      statementStatusUrl: `/api/v2/statements/${handle}`, resultSetMetaData: { numRows: rows.length, format: 'jsonv2', rowType: columns, partitionInfo: counts },
      data: rows.slice(0, partitionRows),
    }); // prettier-ignore
  };
  const running = (handle: string): VendorReply => ({ status: 202, body: { code: '333334', message: 'Asynchronous execution in progress.', statementHandle: handle, statementStatusUrl: `/api/v2/statements/${handle}` } }); // prettier-ignore

  return {
    name: 'snowflake',
    statements: () => byRequest.size,
    refuse: (request) => {
      const type = request.headers['x-snowflake-authorization-token-type'];
      return type === 'KEYPAIR_JWT' && isKnown(tokenOf(request) ?? '', key, subject, fingerprint) ? null : { status: 401, body: { code: '390144', message: 'JWT token is invalid.' } }; // prettier-ignore
    },
    tooMany: (seconds) => ({
      status: 429,
      headers: { 'retry-after': String(seconds) },
      body: { code: '390429', message: 'Too many requests' },
    }),
    handle({ method, path, query, body }) {
      const [, handle] = /^\/api\/v2\/statements\/(.+)$/u.exec(path) ?? [];
      if (handle !== undefined) {
        const statement = kept.get(handle);
        if (statement === undefined) return error(404, '000709', 'Statement not found');
        if (statement.left-- > 0) return running(handle);
        const partition = query.get('partition');
        if (partition === null) return resultOf(handle, statement);
        const from = Number(partition) * partitionRows;
        return ok({ data: statement.rows.slice(from, from + partitionRows) });
      }
      if (path !== '/api/v2/statements' || method !== 'POST') return null;
      const asked = JSON.parse(body) as { statement: string; database?: string; bindings?: Record<string, { value: string }> };
      if (asked.database !== database)
        return error(422, '002003', `SQL compilation error: Database '${asked.database}' does not exist or not authorized.`);
      const request = query.get('requestId') ?? randomUUID();
      const again = byRequest.get(request);
      const made = again === undefined ? execute(asked.statement, tables, asked.bindings?.['1']?.value ?? null) : null;
      if (typeof made === 'string') return error(422, '002003', made);
      const id = again ?? randomUUID();
      if (made !== null) kept.set(id, { ...made, left: slow });
      byRequest.set(request, id);
      const statement = kept.get(id) as Statement;
      return statement.left > 0 ? running(id) : resultOf(id, statement);
    },
  };
}

function execute(statement: string, tables: readonly WarehouseTable[], binding: string | null): Omit<Statement, 'left'> | string {
  if (statement.includes('information_schema.columns')) return catalogue(tables);
  if (statement.startsWith('show primary keys')) return primaryKeys(tables);
  const [, columns = '', schema, name, since, order = ''] = SELECT.exec(statement) ?? [];
  const table = tables.find((one) => one.schema === unquoted(schema) && one.name === unquoted(name));
  if (table === undefined) return `SQL compilation error: Object '${unquoted(schema)}.${unquoted(name)}' does not exist or not authorized.`;
  const names = listed(columns);
  const rows = selected(
    table,
    names,
    since === undefined || binding === null ? null : { column: unquoted(since), at: new Date(binding) },
    listed(order),
  );
  const types = names.map((one) => table.columns.find((column) => column.name === one)?.type ?? 'TEXT');
  return {
    columns: names.map((one, i) => ({ name: one, type: TYPES[types[i] ?? 'TEXT'], scale: types[i] === 'MONEY' ? 2 : 0, precision: 38, nullable: true })),
    rows: rows.map((row) => row.map((value, i) => cellOf(value, types[i] ?? 'TEXT'))),
  }; // prettier-ignore
}

/** All cells are texts; days and seconds since 1970. */
function cellOf(value: WarehouseTable['rows'][number][number], type: WarehouseTable['columns'][number]['type']): string | null {
  if (value === null) return null;
  if (value instanceof Date) return type === 'DATE' ? String(Math.floor(value.getTime() / 86_400_000)) : `${Math.floor(value.getTime() / 1_000)}.${String(value.getTime() % 1_000).padStart(3, '0')}000000`; // prettier-ignore
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const texts = (names: readonly string[]): object[] => names.map((name) => ({ name, type: 'text', nullable: true }));

function catalogue(tables: readonly WarehouseTable[]): Omit<Statement, 'left'> {
  const rows = tables.flatMap((table) =>
    table.columns.map((column) => [table.schema, table.name, column.name, DECLARED[column.type], column.type === 'NUMBER' ? '0' : column.type === 'MONEY' ? '2' : null, column.comment ?? null, String(table.rows.length)]),
  ); // prettier-ignore
  return { columns: texts(['TABLE_SCHEMA', 'TABLE_NAME', 'COLUMN_NAME', 'DATA_TYPE', 'NUMERIC_SCALE', 'COMMENT', 'ROW_COUNT']), rows };
}

function primaryKeys(tables: readonly WarehouseTable[]): Omit<Statement, 'left'> {
  const rows = tables.flatMap((table) =>
    table.key.map((column, i) => ['2026-01-01', 'DB', table.schema, table.name, column, String(i + 1)]),
  );
  return { columns: texts(['created_on', 'database_name', 'schema_name', 'table_name', 'column_name', 'key_sequence']), rows };
}

const unquoted = (name = ''): string => name.replaceAll('""', '"');
const listed = (text: string): string[] => [...text.matchAll(new RegExp(NAME, 'gu'))].map(([, name]) => unquoted(name));

function isKnown(token: string, key: KeyObject, subject: string, fingerprint: string): boolean {
  const [head = '', claims = '', signature = ''] = token.split('.');
  try {
    const { iss, sub, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { iss: string; sub: string; exp: number };
    const signed = verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'));
    return signed && iss === `${subject}.${fingerprint}` && sub === subject && exp * 1_000 > Date.now();
  } catch {
    return false;
  }
}
