import { join } from 'node:path';
import type { MongoClient } from 'mongodb';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type DiscoveredFile, discoverFiles } from '../files/discover.ts';
import type { FileToDiscover } from '../files/scan-file.ts';
import type { FoundObject, FoundTable } from '../kit/connector.ts';
import { type Following, chooseFollowing } from './follow.ts';
import { MAX_COLLECTIONS } from './limits.ts';
import { type MongodbTarget, openMongodb } from './mongodb-client.ts';
import { type MongodbFailure, mongodbFailure } from './mongodb-failures.ts';
import type { CollectionPlan, Mode } from './plan.ts';
import { type Sampled, sampleCollection } from './sample.ts';

export interface DiscoveryInput {
  target: MongodbTarget;
  mode: Mode;
  /** A folder for the samples. */
  into: string;
}

/** Plain data throughout, so that it can come out of a worker thread. */
export type Discovery =
  | { kind: 'FOUND'; objects: FoundObject[] }
  | { kind: 'FAILED'; failure: MongodbFailure }
  | { kind: 'REFUSED'; code: string; message: string };

interface Known {
  database: string;
  collection: string;
  count: number;
  paged: boolean;
  sampled: Sampled;
  following: Following;
  file: FileToDiscover;
}

const SYSTEM = new Set(['admin', 'local', 'config']);

/** Discovers the collections of a deployment; foreseen failures are results. */
export async function discoverMongodb(input: DiscoveryInput): Promise<Discovery> {
  const { address } = input.target;
  try {
    await using session = await openMongodb(input.target);
    return await discover(session.client, input);
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'REFUSED', code: error.code, message: error.message };
    const failure = mongodbFailure(error, address);
    if (failure === null) throw error;
    return { kind: 'FAILED', failure };
  }
}

async function discover(client: MongoClient, { target, mode, into }: DiscoveryInput): Promise<Discovery> {
  const found = await listCollections(client, target.address.database);
  if (found.length === 0) {
    const where = target.address.database === null ? 'any database that the login may see' : `the database ${target.address.database}`;
    return { kind: 'FAILED', failure: { code: 'MONGODB_NO_COLLECTIONS', details: { where } } };
  }
  const skipped: FoundObject[] = [];
  const known: Known[] = [];
  for (const [index, { database, name, kind }] of found.entries()) {
    const path = `${database}.${name}`;
    const skip = (code: string, reason: string): void => void skipped.push({ path, name, found: { kind: 'SKIPPED', code, reason } });
    if (index >= MAX_COLLECTIONS) {
      skip('TOO_MANY_TABLES', `only the first ${MAX_COLLECTIONS} collections are read; name a database to read others`);
      continue;
    }
    const collection = client.db(database).collection(name);
    const paged = kind === 'collection';
    try {
      const count = paged ? await collection.estimatedDocumentCount() : await collection.countDocuments({}, { limit: 1_000_000 });
      const text = join(into, `${index}.text`);
      const sampled = await sampleCollection(collection, count, text);
      if (sampled.documents === 0) skip('EMPTY_FILE', 'it has no document yet: its fields are not known');
      else {
        const following = await chooseFollowing(collection, sampled, mode, paged);
        const file: FileToDiscover = {
          file: text,
          path,
          unpacked: { text, extension: '.csv', name, packing: null, columns: sampled.columns, evidence: sampled.notes },
        };
        known.push({ database, collection: name, count: Math.max(count, sampled.documents), paged, sampled, following, file });
      }
    } catch (error) {
      if (
        mongodbFailure(error, target.address)?.code !== 'MONGODB_FORBIDDEN' &&
        mongodbFailure(error, target.address)?.code !== 'MONGODB_QUERY_FAILED'
      )
        throw error;
      skip('NOT_READABLE', error instanceof Error ? error.message.slice(0, 200) : 'it cannot be read');
    }
  }
  const byPath = new Map(known.map((one) => [one.file.path, one]));
  const objects = discoverFiles(known.map(({ file }) => file)).map((one): FoundObject => {
    const from = byPath.get(one.path);
    return {
      path: one.path,
      name: one.name,
      found: one.found.kind === 'SKIPPED' || from === undefined ? (one.found as never) : tableOf(one.found, from),
    };
  });
  return { kind: 'FOUND', objects: [...objects, ...skipped].toSorted((a, b) => (a.path < b.path ? -1 : 1)) };
}

async function listCollections(client: MongoClient, database: string | null): Promise<{ database: string; name: string; kind: string }[]> {
  const databases =
    database === null
      ? (await client.db('admin').admin().listDatabases({ nameOnly: true, authorizedDatabases: true })).databases.map(({ name }) => name).filter((name) => !SYSTEM.has(name))
      : [database]; // prettier-ignore
  const found: { database: string; name: string; kind: string }[] = [];
  for (const name of databases) {
    const collections = await client.db(name).listCollections({}, { nameOnly: true, authorizedCollections: true }).toArray();
    for (const one of collections.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
      if (!one.name.startsWith('system.')) found.push({ database: name, name: one.name, kind: one.type ?? 'collection' });
  }
  return found;
}

function tableOf(
  found: Extract<DiscoveredFile['found'], { kind: 'TABLE' }>,
  { database, collection, count, paged, sampled, following }: Known,
): FoundTable {
  const { columns, formats, quarantinedCount, foreignKeys, evidence } = found;
  const { follow } = following;
  const plan: CollectionPlan = {
    database, collection, paged, follow, count,
    columns: columns.map(({ name }, index) => ({ name, format: formats[index] as (typeof formats)[number] })),
  }; // prettier-ignore
  const looked = sampled.whole
    ? 'all of its documents were looked at'
    : `types and profiles are from ${sampled.documents.toLocaleString('en-US')} of about ${count.toLocaleString('en-US')} documents`;
  return {
    kind: 'TABLE',
    columns: sampled.whole ? columns : columns.map((column) => ({ ...column, nullable: column.name !== '_id' })),
    rowCount: sampled.whole ? found.rowCount : count,
    quarantinedCount,
    primaryKey: { columns: ['_id'], evidence: ['every document of a collection has its own _id'] },
    foreignKeys,
    incremental: follow === null ? null : follow.by === 'FIELD' ? follow.column : '_id',
    evidence: [...evidence, looked, following.evidence],
    plan,
    contentHash: null,
  };
}
