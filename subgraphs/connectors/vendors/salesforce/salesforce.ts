import { z } from 'zod';
import { bearerAuth, secretValues } from '../../kit/auth/auth.ts';
import { clientCredentials } from '../../kit/auth/oauth.ts';
import type { Vendor, VendorPage, VendorSession, VendorTable } from '../vendor.ts';
import { API, describeObject, listObjects } from './describe.ts';

const BATCH = 2_000;
const queryReply = z.object({
  totalSize: z.int(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
const cursorSchema = z.object({ id: z.string(), highest: z.string().nullable() });
const STAMP = 'SystemModstamp';

const throughApp = clientCredentials({ url: '/services/oauth2/token' });
const isClient = (secret: string): boolean => secretValues(secret)['client_secret'] !== undefined || secret.includes(':');

/**
 * Salesforce: objects from describe, records through SOQL in the order of their ids, so that a read goes on after any id; what changed since the last
 * read by SystemModstamp. Source: REST API Developer Guide, "Query" and "sObject Describe".
 */
export const salesforce: Vendor = {
  // An access token, or `consumer key:consumer secret` of a connected app with the client-credentials flow.
  auth: (call) => (isClient(call.secret) ? throughApp(call) : bearerAuth()(call)),
  async tables(session) {
    const tables: VendorTable[] = [];
    for (const name of await listObjects(session)) {
      const { label, fields } = await describeObject(session, name);
      const counted = await query(session, `SELECT COUNT() FROM ${name}`);
      tables.push({ path: name, name: label, fields, customAt: [], key: ['Id'], incremental: fields.some((one) => one.name === STAMP) ? STAMP : null, count: counted.totalSize }); // prettier-ignore
    }
    return tables;
  },
  async *read(session, { path, fields }, { from, since }) {
    const begun = from === null ? { id: null, highest: null } : cursorSchema.parse(from);
    const conditions = [
      ...(begun.id === null ? [] : [`Id > '${asId(begun.id)}'`]),
      ...(since === null ? [] : [`${STAMP} >= ${new Date(z.string().parse(since)).toISOString()}`]),
    ];
    const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    let reply = await query(session, `SELECT ${fields.map(({ name }) => name).join(',')} FROM ${path}${where} ORDER BY Id`);
    for (let { id, highest } = begun; ;) {
      for (const record of reply.records) {
        id = z.string().parse(record['Id']);
        highest = later(highest, record[STAMP]);
      }
      const last = reply.done || reply.nextRecordsUrl === undefined;
      yield { records: reply.records, cursor: { id: id ?? '', highest }, watermark: highest ?? since, last } satisfies VendorPage;
      if (last) return;
      reply = await session.http.json({ path: pathOf(reply.nextRecordsUrl ?? '') }, queryReply, session.signal);
    }
  },
  async *keys(session, { path }) {
    for (let id: string | null = null; ;) {
      const after: string = id === null ? '' : ` WHERE Id > '${asId(id)}'`;
      const { records } = await query(session, `SELECT Id FROM ${path}${after} ORDER BY Id LIMIT ${BATCH}`);
      const ids = records.map((record) => z.string().parse(record['Id']));
      yield ids;
      id = ids.at(-1) ?? null;
      if (ids.length < BATCH) return;
    }
  },
};

function query({ http, signal }: VendorSession, q: string): Promise<z.infer<typeof queryReply>> {
  return http.json({ path: `${API}/query`, query: { q } }, queryReply, signal);
}

/** An id may stand in a query: it is letters and digits, whatever the vendor sent. */
const asId = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/g, '');

/** Replies name the path below the instance, which the base address may already lead to. */
const pathOf = (url: string): string => (url.startsWith('/') ? url : new URL(url).pathname);

function later(highest: string | null, stamp: unknown): string | null {
  const at = typeof stamp === 'string' ? new Date(stamp).toISOString() : null;
  return at === null || (highest !== null && highest >= at) ? highest : at;
}
