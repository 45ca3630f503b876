import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../../http/reply.ts';
import { asLive, vendorRecords } from '../records.ts';
import { type Row, openTables } from '../tables.ts';
import { netsuiteTables } from './data.ts';
import { DESCRIBED, RECORD_TYPES, catalogue, schemaOf } from './metadata.ts';
import type { Drift } from '../../drift/drift.ts';
import { driftFields, driftRow, driftsOf } from '../drifted-names.ts';

const DEFAULT_LIMIT = 1_000;
const MAX_LIMIT = 1_000;
/** Rows that one query gives, however its pages are asked for. */
const WINDOW = 100_000;
const SUITEQL = '/services/rest/query/v1/suiteql';
const CATALOG = /^\/services\/rest\/record\/v1\/metadata-catalog(?:\/(\w+))?\/?$/;
const TOKEN = '/services/rest/auth/oauth2/v1/token';
const bodySchema = z.object({ q: z.string() });
const TABLES = ['transaction', 'transactionline', 'vendor', 'customer', 'employee', 'department', 'account', 'subsidiary'] as const;

export interface NetsuiteAccess {
  /** An access token that never ends. */
  token: string;
  /** Of the integration whose signed assertions are exchanged for tokens. */
  clientId?: string;
  /** Rows one query gives; 100 000 when left out, as at NetSuite. */
  window?: number;
}

/** NetSuite's SuiteQL over REST with `limit` and `offset`, its metadata catalogue, and OAuth's client credentials. */
export function netsuiteVendor(given: Company | LiveCompany, access: NetsuiteAccess): SandboxVendor {
  const { window = WINDOW } = access;
  const records = vendorRecords(asLive(given), netsuiteTables);
  const tokens = new Set([access.token]);
  let drifts: readonly Drift[] = [];
  let open: { database: DatabaseSync; version: number } | null = null;
  const database = (): DatabaseSync => {
    if (open?.version !== records.version) {
      open?.database.close();
      const rows = (name: string): Row[] => records.all(name).map(({ data, updated }) => ({ ...lowerCased(driftRow(data, driftsOf(name, drifts))), lastmodifieddate: updated.toISOString().slice(0, 19).replace('T', ' ') })); // prettier-ignore
      open = { version: records.version, database: openTables(Object.fromEntries(TABLES.map((name) => [name, rows(name)]))) };
    }
    return open.database;
  };

  const suiteql = ({ method, headers, query, body, base }: VendorRequest): VendorReply => {
    if (method !== 'POST') return problem(405, 'Method Not Allowed', 'METHOD_NOT_ALLOWED', 'Use POST.');
    if (headers['prefer'] !== 'transient') return problem(400, 'Bad Request', 'INVALID_HEADER', 'The required request header "Prefer" is missing or has an incorrect value: transient.'); // prettier-ignore
    const limit = Math.min(MAX_LIMIT, Number(query.get('limit') ?? DEFAULT_LIMIT));
    const offset = Number(query.get('offset') ?? 0);
    if (offset % limit !== 0) return problem(400, 'Bad Request', 'INVALID_PARAMETER', 'The offset must be divisible by the limit.');
    if (offset + limit > window) return problem(400, 'Bad Request', 'INVALID_PARAMETER', `A query gives ${window} rows at most.`);
    let rows: Row[];
    try {
      rows = database()
        .prepare(inSqlite(bodySchema.parse(JSON.parse(body)).q))
        .all() as Row[];
    } catch {
      return problem(400, 'Bad Request', 'INVALID_PARAMETER', 'Invalid search query. Detailed unprocessed description follows.');
    }
    const within = rows.slice(0, window);
    const items = within.slice(offset, offset + limit).map((row) => ({ links: [], ...withoutNulls(row) }));
    const hasMore = offset + limit < within.length;
    const link = (rel: string, at: number): object => ({ rel, href: `${base}${SUITEQL}?limit=${limit}&offset=${at}` });
    return ok({ links: [link('self', offset), ...(hasMore ? [link('next', offset + limit)] : [])], count: items.length, hasMore, items, offset, totalResults: rows.length }); // prettier-ignore
  };

  const described = (name: string): object | null => {
    const fields = RECORD_TYPES[name];
    return fields === undefined ? null : schemaOf(driftFields(fields, driftsOf(name, drifts), DESCRIBED));
  };

  const token = ({ body }: VendorRequest): VendorReply => {
    const form = new URLSearchParams(body);
    const claims = claimsOf(form.get('client_assertion'));
    if (form.get('grant_type') !== 'client_credentials' || claims['iss'] === undefined || claims['iss'] !== access.clientId) return { status: 400, body: { error: 'invalid_request' } }; // prettier-ignore
    const issued = `halyard-netsuite-${tokens.size}`;
    tokens.add(issued);
    return ok({ access_token: issued, expires_in: '3600', token_type: 'bearer' });
  };

  return {
    name: 'netsuite',
    tokenPath: TOKEN,
    refuse: (request) => (request.path === TOKEN || tokens.has(tokenOf(request) ?? '') ? null : problem(401, 'Unauthorized', 'INVALID_LOGIN', 'Invalid login attempt.')), // prettier-ignore
    tooMany: (seconds) => ({ ...problem(429, 'Too Many Requests', 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded. Request blocked.'), headers: { 'retry-after': String(seconds) } }), // prettier-ignore
    drift(all) {
      drifts = all;
      open?.database.close();
      open = null;
    },
    handle(request) {
      if (request.path === TOKEN) return token(request);
      if (request.path === SUITEQL) return suiteql(request);
      const [found, name] = CATALOG.exec(request.path) ?? [];
      const reply = found === undefined ? null : name === undefined ? catalogue(request.base) : described(name);
      return reply === null ? problem(404, 'Not Found', 'NONEXISTENT_ENDPOINT', 'The endpoint does not exist.') : ok(reply);
    },
  };
}

const lowerCased = (row: Readonly<Record<string, unknown>>): Row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value as Row[string]])); // prettier-ignore

/** SuiteQL leaves fields without a value out, and writes every value as text. */
const withoutNulls = (row: Row): object =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === null || name.startsWith('df_') ? [] : [[name.toLowerCase(), String(value)]])),
  );

/** What SuiteQL writes in a way of its own: display values, dates as text, a table called transaction. */
function inSqlite(q: string): string {
  return q
    .replaceAll(/BUILTIN\.DF\(\s*(\w+)\.(\w+)\s*\)/gi, '$1.df_$2')
    .replaceAll(/TO_CHAR\(\s*(MAX\([\w.]+\)|[\w.]+)\s*,\s*'[^']*'\s*\)/gi, '$1')
    .replaceAll(/TO_DATE\(\s*('[^']*')\s*,\s*'[^']*'\s*\)/gi, '$1')
    .replaceAll(/\b(from|join)\s+transaction\b/gi, '$1 "transaction"')
    .replaceAll(/\b(\w+)\.transaction\b/gi, '$1."transaction"');
}

function claimsOf(assertion: string | null): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(Buffer.from(assertion?.split('.')[1] ?? '', 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const problem = (status: number, title: string, code: string, detail: string): VendorReply => ({
  status,
  headers: {},
  body: {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5`,
    title,
    status,
    'o:errorDetails': [{ detail, 'o:errorCode': code }],
  },
});
