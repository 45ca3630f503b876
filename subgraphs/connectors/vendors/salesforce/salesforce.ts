import { z } from 'zod';
import type { JsonRecord } from '../records/read-value.ts';
import type { Vendor, VendorPage, VendorSession, VendorTable } from '../vendor.ts';
import { salesforceAuth } from './auth.ts';
import { MAX_OBJECTS, describeObject, listObjects } from './objects.ts';
import { type Batch, countOf, nextBatch, query } from './query.ts';

const STAMP = 'SystemModstamp';
const cursorSchema = z.object({ id: z.string(), stamp: z.string().nullable() });
type Place = { id: string | null; stamp: string | null };

/**
 * Salesforce: objects from describe, records through SOQL. A whole read goes by id; what changed goes by SystemModstamp and id with what was deleted
 * (queryAll), so that whatever changes meanwhile comes after. Source: REST API Developer Guide, "Query", "QueryAll" and "sObject Describe".
 */
export const salesforce: Vendor = {
  auth: salesforceAuth,
  // The calls of a day are over: told as forbidden.
  judge: ({ status, text }) => (status === 403 && text.includes('REQUEST_LIMIT_EXCEEDED') ? 'LIMITED' : null),
  async tables(session) {
    const counted = await Promise.all((await listObjects(session)).map(async (name) => ({ name, count: await countOf(session, name) })));
    const filled = counted.filter(({ count }) => count !== null && count > 0).slice(0, MAX_OBJECTS);
    return Promise.all(filled.map(({ name, count }) => tableOf(session, name, count)));
  },
  read: (session, { path, fields }, { from, since }) => {
    const begun: Place = from === null ? { id: null, stamp: null } : cursorSchema.parse(from);
    const names = fields.map(({ name }) => name);
    return since === null ? whole(session, path, names, begun) : changes(session, path, names, begun, z.string().parse(since));
  },
};

async function tableOf(session: VendorSession, path: string, count: number | null): Promise<VendorTable> {
  const { label, fields } = await describeObject(session, path);
  return { path, name: label, fields, customAt: [], sparse: true, key: ['Id'], incremental: fields.some(({ name }) => name === STAMP) ? STAMP : null, count }; // prettier-ignore
}

/** Every record in the order of the ids. The watermark is that of the beginning: what changes behind the read is read again by the next one. */
async function* whole(session: VendorSession, object: string, names: readonly string[], begun: Place): AsyncGenerator<VendorPage> {
  const stamped = names.includes(STAMP);
  const newest = stamped && begun.id === null ? (await query(session, `SELECT ${STAMP} FROM ${object} ORDER BY ${STAMP} DESC LIMIT 1`)).records[0] : undefined; // prettier-ignore
  const stamp = stampOf(newest) ?? begun.stamp;
  const ask = (id: string | null): Promise<Batch> =>
    query(session, `SELECT ${names.join(',')} FROM ${object}${id === null ? '' : ` WHERE Id > '${asId(id)}'`} ORDER BY Id`);
  let { id } = begun;
  for (let batch = await ask(id); ;) {
    id = idOf(batch.records.at(-1)) ?? id;
    const last = batch.done || batch.nextRecordsUrl === undefined;
    yield { records: batch.records, cursor: { id: id ?? '', stamp }, watermark: stamp, last };
    if (last) return;
    batch = (await nextBatch(session, batch.nextRecordsUrl ?? '')) ?? (await ask(id));
  }
}

/** What changed from a moment on, that moment too, in the order it changed. */
async function* changes(
  session: VendorSession,
  object: string,
  names: readonly string[],
  begun: Place,
  since: string,
): AsyncGenerator<VendorPage> {
  // prettier-ignore
  const bin = names.includes('IsDeleted');
  const ask = ({ id, stamp }: Place): Promise<Batch> => {
    const at = new Date(stamp ?? since).toISOString();
    const after = id === null ? `${STAMP} >= ${at}` : `(${STAMP} > ${at} OR (${STAMP} = ${at} AND Id > '${asId(id)}'))`;
    return query(session, `SELECT ${names.join(',')} FROM ${object} WHERE ${after} ORDER BY ${STAMP}, Id`, bin);
  };
  let place = begun;
  for (let batch = await ask(place); ;) {
    const end = batch.records.at(-1);
    place = { id: idOf(end) ?? place.id, stamp: stampOf(end) ?? place.stamp };
    const last = batch.done || batch.nextRecordsUrl === undefined;
    const removed = batch.records.filter((one) => one['IsDeleted'] === true).flatMap((one) => idOf(one) ?? []);
    const records = batch.records.filter((one) => one['IsDeleted'] !== true);
    yield { records, removed, cursor: { id: place.id ?? '', stamp: place.stamp ?? since }, watermark: place.stamp ?? since, last };
    if (last) return;
    batch = (await nextBatch(session, batch.nextRecordsUrl ?? '')) ?? (await ask(place));
  }
}

/** An id may stand in a query: it is letters and digits, whatever the vendor sent. */
const asId = (id: string): string => id.replaceAll(/[^A-Za-z0-9]/gu, '');
const idOf = (record: JsonRecord | undefined): string | null => (record === undefined ? null : z.string().parse(record['Id']));

function stampOf(record: JsonRecord | undefined): string | null {
  const stamp = record?.[STAMP];
  return typeof stamp === 'string' ? new Date(stamp).toISOString() : null;
}
