import { BSON, type Collection, type Document, type MongoClient } from 'mongodb';
import { z } from 'zod';
import type { Page } from '../kit/connector.ts';
import { changesAfter, streamPosition } from './changes.ts';
import { documentOf } from './bson-cells.ts';
import { keyOf, type LandedDocuments } from './land.ts';
import { KEY_PAGE, OVERLAP_MS, PAGE_BYTES, PAGE_DOCUMENTS, QUERY_TIMEOUT_MS } from './limits.ts';
import type { CollectionPlan } from './plan.ts';

/** Where a read goes on, and what it will have reached: as the extended JSON of BSON. */
const cursorSchema = z.object({
  at: z.unknown(),
  rows: z.int().nonnegative(),
  watermark: z.unknown(),
  /** Only what is newer than this. */
  since: z.unknown(),
});
type Cursor = z.infer<typeof cursorSchema>;

export interface CollectionRead {
  plan: CollectionPlan;
  from: unknown;
  since: unknown;
  /** Makes records of documents, off the event loop. */
  readonly land: (documents: Uint8Array[], before: number) => Promise<LandedDocuments>;
}

const packed = (value: unknown): unknown => BSON.EJSON.serialize({ v: value }, { relaxed: false })['v'];
const unpacked = (value: unknown): unknown => BSON.EJSON.deserialize({ v: value }, { relaxed: false })['v'] as unknown;

/** The documents of a collection, page by page. @throws what the driver throws */
export async function* readPages(client: MongoClient, read: CollectionRead): AsyncGenerator<Page> {
  const { plan } = read;
  const collection = client.db(plan.database).collection(plan.collection);
  const since = read.since ?? null;
  // A cursor without a token is that of a read of everything.
  const isWhole = typeof read.from === 'object' && read.from !== null && !('token' in read.from);
  if (plan.follow?.by === 'STREAM' && since !== null && !isWhole) {
    const changes = changesAfter(collection, read, since);
    if (changes !== null && (yield* changes)) return;
    // The server no longer knows what came after it: everything is read once more.
    yield* ordered(collection, { ...read, from: null, since: null });
    return;
  }
  yield* ordered(collection, read);
}

/** Documents in the order of `_id`, or of the field that grows. */
async function* ordered(collection: Collection, read: CollectionRead): AsyncGenerator<Page> {
  const { plan } = read;
  let cursor: Cursor =
    read.from === null || read.from === undefined ? await start(collection, plan, read.since ?? null) : cursorSchema.parse(read.from);
  const { watermark } = cursor;
  if (cursor.since !== null && cursor.since !== undefined) {
    yield* newer(collection, read, cursor);
    return;
  }
  if (!plan.paged) {
    yield* whole(collection, read);
    return;
  }
  for (;;) {
    const { documents, last } = await nextDocuments(collection, cursor);
    if (documents.length === 0) break;
    const landed = await read.land(documents, cursor.rows);
    cursor = { ...cursor, at: packed(last), rows: cursor.rows + documents.length };
    yield { ...landed, cursor, watermark, progress: Math.min(0.99, cursor.rows / Math.max(1, plan.count)) };
  }
  // A read that found nothing has a watermark too.
  yield { records: [], bad: [], cursor, watermark, progress: 1 };
}

/** Views and time series: one way through; one that breaks off starts again. */
async function* whole(collection: Collection, { plan, land }: CollectionRead): AsyncGenerator<Page> {
  let rows = 0;
  let documents: Uint8Array[] = [];
  let bytes = 0;
  const page = async (): Promise<Page> => {
    const landed = await land(documents, rows);
    rows += documents.length;
    documents = [];
    bytes = 0;
    return { ...landed, cursor: null, watermark: null, progress: Math.min(0.99, rows / Math.max(1, plan.count)) };
  };
  for await (const document of collection.find({}, { raw: true, batchSize: PAGE_DOCUMENTS })) {
    const raw = document as unknown as Uint8Array;
    documents.push(raw);
    bytes += raw.length;
    if (documents.length >= PAGE_DOCUMENTS || bytes >= PAGE_BYTES) yield await page();
  }
  yield { ...(await page()), progress: 1 };
}

/** What the read will have reached, found out before its first document: what is written meanwhile is read again by the next one. */
async function start(collection: Collection, { follow }: CollectionPlan, since: unknown): Promise<Cursor> {
  const from: Cursor = { at: null, rows: 0, watermark: null, since: null };
  if (follow === null) return from;
  if (follow.by === 'STREAM') return { ...from, watermark: await streamPosition(collection) };
  const field = follow.by === 'ID' ? '_id' : follow.path;
  const [highest] = await collection
    .find({}, { sort: { [field]: -1 }, limit: 1, projection: { [field]: 1 }, maxTimeMS: QUERY_TIMEOUT_MS })
    .toArray();
  const value = valueAt(highest, field);
  // A moment that lies ahead counts as now.
  const reached = value instanceof Date && value.getTime() > Date.now() ? new Date() : value;
  return { ...from, since, watermark: reached === undefined ? since : packed(reached) };
}

/** At most a page of documents behind the cursor, and where the last one stands. */
async function nextDocuments(collection: Collection, { at }: Cursor): Promise<{ documents: Uint8Array[]; last: unknown }> {
  const options = { raw: true, maxTimeMS: QUERY_TIMEOUT_MS, limit: PAGE_DOCUMENTS + 1, batchSize: 250 };
  const before = at === null || at === undefined ? undefined : unpacked(at);
  // `min` goes by the order of all types together; a comparison would end at the last value of the type it began with.
  const after = before === undefined ? {} : { min: { _id: before } as Document };
  const documents: Uint8Array[] = [];
  let bytes = 0;
  let last: unknown = null;
  const found = collection.find({}, { ...options, sort: { _id: 1 }, hint: { _id: 1 }, ...after });
  try {
    for await (const document of found) {
      const raw = document as unknown as Uint8Array;
      const id = idOf(raw);
      // The first one is that which the last page ended with.
      if (before !== undefined && last === null && same(id, before)) continue;
      documents.push(raw);
      bytes += raw.length;
      last = id;
      if (documents.length >= PAGE_DOCUMENTS || bytes >= PAGE_BYTES) break;
    }
  } finally {
    await found.close();
  }
  return { documents, last };
}

/** What is newer than the last read, oldest first; a read that broke off goes on at the value of its last page. */
async function* newer(collection: Collection, { plan, land }: CollectionRead, from: Cursor): AsyncGenerator<Page> {
  const field = plan.follow?.by === 'FIELD' ? plan.follow.path : '_id';
  const since = unpacked(from.since);
  const low = since instanceof Date ? new Date(since.getTime() - OVERLAP_MS) : since;
  const filter = { [field]: from.at === null || from.at === undefined ? { $gt: low } : { $gte: unpacked(from.at) } };
  let cursor = from;
  let documents: Uint8Array[] = [];
  let bytes = 0;
  const page = async (): Promise<Page> => {
    const landed = await land(documents, cursor.rows);
    const last = documents.at(-1);
    if (last !== undefined) cursor = { ...cursor, at: packed(valueAt(documentOf(last), field)), rows: cursor.rows + documents.length };
    documents = [];
    bytes = 0;
    return { ...landed, cursor, watermark: from.watermark, progress: 0.5 };
  };
  for await (const document of collection.find(filter, { raw: true, sort: { [field]: 1 }, batchSize: PAGE_DOCUMENTS })) {
    const raw = document as unknown as Uint8Array;
    documents.push(raw);
    bytes += raw.length;
    if (documents.length >= PAGE_DOCUMENTS || bytes >= PAGE_BYTES) yield await page();
  }
  yield { ...(await page()), progress: 1 };
}

const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, part) => (inner as Document | undefined)?.[part], document);

/** The `_id` of a document without reading the rest of it: nearly always its first element. */
function idOf(raw: Uint8Array): unknown {
  for (const [type, nameAt, nameLength, at, length] of BSON.onDemand.parseToElements(raw)) {
    if (Buffer.from(raw.buffer, raw.byteOffset + nameAt, nameLength).toString() !== '_id') continue;
    const element = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from([type]),
      Buffer.from('_id\0'),
      raw.subarray(at, at + length),
      Buffer.from([0]),
    ]);
    element.writeInt32LE(element.length, 0);
    return documentOf(element)['_id'];
  }
  return null;
}

const same = (a: unknown, b: unknown): boolean => Buffer.compare(BSON.serialize({ v: a }), BSON.serialize({ v: b })) === 0;

/** The keys of all documents there are now, as records carry them. */
export async function* readKeys(client: MongoClient, plan: CollectionPlan): AsyncGenerator<string[]> {
  const collection = client.db(plan.database).collection(plan.collection);
  let keys: string[] = [];
  for await (const { _id: id } of collection.find(
    {},
    { projection: { _id: 1 }, promoteValues: false, promoteBuffers: false, batchSize: KEY_PAGE },
  )) {
    const key = keyOf(id, plan.columns);
    if (key !== null) keys.push(key);
    if (keys.length < KEY_PAGE) continue;
    yield keys;
    keys = [];
  }
  if (keys.length > 0) yield keys;
}
