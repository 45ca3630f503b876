import type { DatabaseSync } from 'node:sqlite';
import type { Company } from '../../company/company.ts';
import type { LiveCompany } from '../../company/live-company.ts';
import { type SandboxVendor, type VendorReply, type VendorRequest, ok, tokenOf } from '../../http/reply.ts';
import { asLive, vendorRecords } from '../records.ts';
import { type Row, openTables } from '../tables.ts';
import { salesforceTables } from './data.ts';
import { DESCRIBED, OBJECTS, type SalesforceObject } from './objects.ts';
import { type Asked, SoqlRefused, runSoql } from './soql.ts';
import { type SalesforceAccess, issueToken } from './token.ts';
import type { Drift } from '../../drift/drift.ts';
import { driftFields, driftRow, driftsOf } from '../drifted-names.ts';

const PAGE = 2_000;
/** Query cursors kept; the oldest are forgotten. */
const MAX_CURSORS = 50;
/** Calls of the API that an organisation has a day. */
const DAILY_CALLS = 100_000;
const API = /^\/services\/data\/v\d\d\.0(\/.*)$/;
const stamp = (at: Date): string => at.toISOString().replace('Z', '+0000');

/**
 * Salesforce's REST API: OAuth's flows for programs, describe, SOQL over one object with WHERE, ORDER BY and LIMIT in batches with nextRecordsUrl,
 * queryAll and getDeleted for what was deleted, and the limits beside each reply.
 */
export function salesforceVendor(given: Company | LiveCompany, access: SalesforceAccess): SandboxVendor {
  const records = vendorRecords(asLive(given), salesforceTables);
  const cursors = new Map<string, Asked>();
  const tokens = new Set([access.token]);
  let opened = 0;
  let calls = 0;
  let tables: { database: DatabaseSync; version: number } | null = null;
  let drifts: readonly Drift[] = [];
  let objects: readonly SalesforceObject[] = OBJECTS;
  const database = (): DatabaseSync => {
    if (tables?.version !== records.version) {
      tables?.database.close();
      tables = { version: records.version, database: openTables(Object.fromEntries(objects.map((object) => [object.name, rowsOf(object)])), columnsOf) }; // prettier-ignore
    }
    return tables.database;
  };
  const rowsOf = ({ name }: SalesforceObject): Row[] =>
    records.ever(name).map(({ data, created, updated, deleted }) => ({ ...(driftRow(data, driftsOf(name, drifts)) as Row), CreatedDate: stamp(created), LastModifiedDate: stamp(updated), SystemModstamp: stamp(updated), IsDeleted: deleted === null ? 0 : 1 })); // prettier-ignore

  /** The table's columns, whether or not there are rows. */
  const columnsOf = (table: string): readonly string[] => objects.find(({ name }) => name === table)?.fields.flatMap(([name, type]) => (type === 'address' ? [] : [name])) ?? []; // prettier-ignore

  const query = (soql: string, all: boolean): VendorReply => {
    try {
      const asked = runSoql(soql, objects, database(), all);
      if (typeof asked === 'number') return ok({ totalSize: asked, done: true, records: [] });
      return batch(`01g${String(++opened).padStart(12, '0')}`, asked, 0);
    } catch (error) {
      if (error instanceof SoqlRefused) return bad(error.code, error.message);
      throw error;
    }
  };

  const batch = (id: string, asked: Asked, from: number): VendorReply => {
    cursors.set(id, asked);
    for (const oldest of [...cursors.keys()].slice(0, Math.max(0, cursors.size - MAX_CURSORS))) cursors.delete(oldest);
    const { object, rows } = asked;
    const booleans = new Set(object.fields.flatMap(([name, type]) => (type === 'boolean' ? [name] : [])));
    const shown = rows.slice(from, from + PAGE).map((row) => ({
      attributes: { type: object.name, url: `/services/data/v62.0/sobjects/${object.name}/${String(row['Id'])}` },
      ...Object.fromEntries(Object.entries(row).map(([name, value]) => [name, booleans.has(name) ? value === 1 : value])),
    }));
    const done = from + PAGE >= rows.length;
    const next = done ? {} : { nextRecordsUrl: `/services/data/v62.0/query/${id}-${from + PAGE}` };
    return ok({ totalSize: rows.length, done, ...next, records: shown });
  };

  const deleted = (name: string, bounds: URLSearchParams): VendorReply => {
    const [start, end] = [new Date(bounds.get('start') ?? ''), new Date(bounds.get('end') ?? '')];
    if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime()) || start >= end) return bad('INVALID_REPLICATION_DATE', 'start must be before end'); // prettier-ignore
    const gone = records.ever(name).flatMap(({ id, deleted: at }) => (at !== null && at >= start && at <= end ? [{ id, deletedDate: stamp(at) }] : [])); // prettier-ignore
    return ok({ deletedRecords: gone, earliestDateAvailable: stamp(new Date(start.getTime() - 15 * 86_400_000)), latestDateCovered: stamp(end) }); // prettier-ignore
  };

  const api = (path: string, { query: asked }: VendorRequest): VendorReply | null => {
    if (path === '/limits' || path === '/limits/') return ok({ DailyApiRequests: { Max: DAILY_CALLS, Remaining: DAILY_CALLS - calls } });
    if (path === '/sobjects' || path === '/sobjects/') return ok({ encoding: 'UTF-8', maxBatchSize: 200, sobjects: objects.map(listed) });
    const [, name = '', what] = /^\/sobjects\/(\w+)\/(describe|deleted)\/?$/.exec(path) ?? [];
    if (what !== undefined) {
      const object = objects.find((one) => one.name === name);
      if (object === undefined)
        return { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] };
      return what === 'describe' ? ok(describe(object)) : deleted(name, asked);
    }
    if (/^\/query(?:All)?\/?$/.test(path)) return query(asked.get('q') ?? '', path.startsWith('/queryAll'));
    const more = /^\/query\/(\w+)-(\d+)$/.exec(path);
    if (more === null) return null;
    const open = cursors.get(more[1] ?? '');
    return open === undefined ? bad('INVALID_QUERY_LOCATOR', 'invalid query locator') : batch(more[1] ?? '', open, Number(more[2]));
  };

  return {
    name: 'salesforce',
    tokenPath: '/services/oauth2/token',
    refuse(request) {
      if (request.path === '/services/oauth2/token' || tokens.has(tokenOf(request) ?? '')) return null;
      return { status: 401, body: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }] };
    },
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: [{ message: 'ConcurrentRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }] }), // prettier-ignore
    drift(all) {
      drifts = all;
      objects = OBJECTS.map((object) => ({ ...object, fields: driftFields(object.fields, driftsOf(object.name, all), DESCRIBED) }));
      tables?.database.close();
      tables = null;
    },
    handle(request) {
      if (request.path === '/services/oauth2/token') return issueToken(request, access, tokens);
      const path = API.exec(request.path)?.[1];
      const reply = path === undefined ? null : api(path, request);
      calls += 1;
      return reply === null ? null : { ...reply, headers: { ...reply.headers, 'sforce-limit-info': `api-usage=${calls % DAILY_CALLS}/${DAILY_CALLS}` } }; // prettier-ignore
    },
  };
}

const bad = (errorCode: string, message: string): VendorReply => ({ status: 400, body: [{ message, errorCode }] });

const listed = ({ name, label, custom }: SalesforceObject): object => ({
  name, label, labelPlural: `${label}s`, custom, customSetting: false, queryable: true, retrieveable: true, replicateable: true, layoutable: !/(?:History|__Share|ApexClass)$/.test(name), deprecatedAndHidden: false,
}); // prettier-ignore

const describe = (object: SalesforceObject): object => ({
  ...listed(object),
  fields: object.fields.map(([name, type, label, target]) => ({
    name, label, type, nillable: type !== 'id' && type !== 'boolean', custom: name.endsWith('__c'), unique: false, deprecatedAndHidden: false, calculated: false,
    referenceTo: target === undefined ? [] : [target], relationshipName: target === undefined ? null : name.replace(/Id$/, '').replace(/__c$/, '__r'), inlineHelpText: null,
  })),
}); // prettier-ignore
