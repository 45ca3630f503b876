import type { Company } from '../company/company.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../http/reply.ts';
import { type SalesforceObject, salesforceObjects } from './salesforce-data.ts';
import { openTables } from './tables.ts';

const PAGE = 2_000;
/** Query cursors kept; the oldest are forgotten. */
const MAX_CURSORS = 50;
const API = /^\/services\/data\/v\d\d\.0(\/.*)$/;

interface Open {
  object: SalesforceObject;
  names: string[];
  rows: Record<string, unknown>[];
}

/**
 * Salesforce's REST API: the client-credentials flow, describe, and SOQL over one object with WHERE, ORDER BY and LIMIT; longer results come in batches
 * of 2 000 with nextRecordsUrl.
 */
export function salesforceVendor(company: Company, credentials: { token: string; clientId: string; clientSecret: string }): SandboxVendor {
  const objects = salesforceObjects(company);
  const tables = openTables(Object.fromEntries(objects.map(({ name, rows }) => [name, rows])));
  const cursors = new Map<string, Open>();
  let opened = 0;

  const query = (soql: string): VendorReply => {
    const parsed = /^\s*select\s+(.+?)\s+from\s+(\w+)(\s+.*)?$/is.exec(soql);
    const object = objects.find(({ name }) => name.toLowerCase() === parsed?.[2]?.toLowerCase());
    if (parsed === null) return bad('MALFORMED_QUERY', `unexpected token: ${soql.slice(0, 20)}`);
    if (object === undefined) return bad('INVALID_TYPE', `sObject type '${parsed[2] ?? ''}' is not supported.`);
    const names = (parsed[1] ?? '').split(',').map((name) => name.trim());
    if (names.join('').toLowerCase() === 'count()') {
      const [{ n } = { n: 0 }] = tables.prepare(`select count(*) as n from "${object.name}"`).all() as { n: number }[];
      return ok({ totalSize: n, done: true, records: [] });
    }
    const unknown = names.find((name) => !object.fields.some(([field, type]) => field === name && type !== 'address'));
    if (unknown !== undefined) return bad('INVALID_FIELD', `No such column '${unknown}' on entity '${object.name}'.`);
    // SOQL writes instants bare; the tables hold them as text.
    const tail = (parsed[3] ?? '').replaceAll(/\b(\d{4}-\d\d-\d\dT[\d:.]+)(?:Z|[+-]\d\d:?\d\d)/g, (_all, at: string) => `'${at.includes('.') ? at : `${at}.000`}+0000'`); // prettier-ignore
    try {
      const rows = tables
        .prepare(`select ${names.map((name) => `"${name}"`).join(', ')} from "${object.name}" ${tail}`)
        .all() as Open['rows'];
      return batch(`01g${String(++opened).padStart(12, '0')}`, { object, names, rows }, 0);
    } catch {
      return bad('MALFORMED_QUERY', `the query is not understood: ${tail.trim()}`);
    }
  };

  const batch = (id: string, open: Open, from: number): VendorReply => {
    cursors.set(id, open);
    for (const oldest of [...cursors.keys()].slice(0, Math.max(0, cursors.size - MAX_CURSORS))) cursors.delete(oldest);
    const { object, rows } = open;
    const booleans = new Set(object.fields.flatMap(([name, type]) => (type === 'boolean' ? [name] : [])));
    const records = rows.slice(from, from + PAGE).map((row) => ({
      attributes: { type: object.name, url: `/services/data/v62.0/sobjects/${object.name}/${String(row['Id'])}` },
      ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, booleans.has(name) ? value === 1 : value])),
    }));
    const done = from + PAGE >= rows.length;
    const next = done ? {} : { nextRecordsUrl: `/services/data/v62.0/query/${id}-${from + PAGE}` };
    return ok({ totalSize: rows.length, done, ...next, records });
  };

  const api = (path: string, { query: given }: VendorRequest): VendorReply | null => {
    if (path === '/sobjects' || path === '/sobjects/') return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: objects.map(listed) });
    const described = /^\/sobjects\/(\w+)\/describe\/?$/.exec(path)?.[1];
    if (described !== undefined) {
      const object = objects.find(({ name }) => name === described);
      return object === undefined ? { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] } : ok(describe(object)); // prettier-ignore
    }
    if (path === '/query' || path === '/query/') return query(given.get('q') ?? '');
    const more = /^\/query\/(\w+)-(\d+)$/.exec(path);
    if (more === null) return null;
    const open = cursors.get(more[1] ?? '');
    return open === undefined ? bad('INVALID_QUERY_LOCATOR', 'invalid query locator') : batch(more[1] ?? '', open, Number(more[2]));
  };

  return {
    name: 'salesforce',
    refuse(request) {
      if (request.path === '/services/oauth2/token' || tokenOf(request) === credentials.token) return null;
      return { status: 401, body: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }] };
    },
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: [{ message: 'ConcurrentRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }] }), // prettier-ignore
    handle(request) {
      if (request.path === '/services/oauth2/token') {
        const form = new URLSearchParams(request.body);
        const known = form.get('client_id') === credentials.clientId && form.get('client_secret') === credentials.clientSecret;
        if (form.get('grant_type') !== 'client_credentials' || !known)
          return { status: 400, body: { error: 'invalid_client', error_description: 'invalid client credentials' } };
        return ok({ access_token: credentials.token, instance_url: request.base, token_type: 'Bearer', issued_at: '0' });
      }
      const path = API.exec(request.path)?.[1];
      return path === undefined ? null : api(path, request);
    },
  };
}

const bad = (errorCode: string, message: string): VendorReply => ({ status: 400, body: [{ message, errorCode }] });

const listed = ({ name, label, custom }: SalesforceObject): object => ({
  name, label, labelPlural: `${label}s`, custom, queryable: true, deprecatedAndHidden: false, customSetting: false,
}); // prettier-ignore

const describe = (object: SalesforceObject): object => ({
  ...listed(object),
  fields: object.fields.map(([name, type, label, target]) => ({
    name, label, type, nillable: type !== 'id' && type !== 'boolean', custom: name.endsWith('__c'), unique: false, deprecatedAndHidden: false,
    referenceTo: target === undefined ? [] : [target], relationshipName: target === undefined ? null : name.replace(/Id$/, ''), inlineHelpText: null,
  })),
}); // prettier-ignore
