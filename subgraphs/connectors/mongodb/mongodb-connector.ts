import { extname } from 'node:path';
import { type OutboundRules, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { outboundErrors } from '../../kernel/outbound/outbound.errors.ts';
import type { System } from '../../kernel/system.ts';
import { openScratchFolder } from '../files/unpacking/scratch-folder.ts';
import type { Connector, ReadOptions, SourceRef, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import type { Discovery, DiscoveryInput } from './discover.ts';
import type { LandedDocuments, LandingInput } from './land.ts';
import { readMongodbAddress } from './mongodb-address.ts';
import { type MongodbSession, type MongodbTarget, openMongodb } from './mongodb-client.ts';
import { mongodbErrorOf, told } from './mongodb-failures.ts';
import { readKeys, readPages } from './pages.ts';
import { type CollectionPlan, collectionPlanSchema, mongodbSettingsSchema } from './plan.ts';

const extension = extname(import.meta.url);
const DISCOVER = new URL(`./discover.worker${extension}`, import.meta.url);
const LAND = new URL(`./land.worker${extension}`, import.meta.url);
/** Collections of one deployment that are read at once. */
const STREAMS = 3;

type Deps = Pick<System, 'workers' | 'config' | 'topology'>;

/** MongoDB deployments. Sampling, profiling and normalising happen in worker threads. */
export function createMongodbConnector(system: Deps): Connector {
  return {
    kind: 'MONGODB',
    streams: STREAMS,
    async discover(source, { signal }) {
      const { mode } = mongodbSettingsSchema.parse(source.settings ?? {});
      await using scratch = await openScratchFolder(system.config.dataFolder);
      const input: DiscoveryInput = { target: targetOf(source, outboundRules(system)), mode, into: scratch.path };
      const found = await system.workers.run<DiscoveryInput, Discovery>(DISCOVER, input, { signal });
      if (found.kind === 'REFUSED')
        throw outboundErrors.ADDRESS_NOT_ALLOWED({ host: input.target.address.hosts.join(', '), why: found.message });
      if (found.kind === 'FAILED') throw mongodbErrorOf(found.failure);
      return found.objects;
    },
    async *pages(source, table, options) {
      const plan = collectionPlanSchema.parse(table.plan);
      const land = (documents: Uint8Array[], before: number): Promise<LandedDocuments> => {
        const input: LandingInput = { documents, columns: plan.columns, before, screening: table.screening };
        return system.workers.run<LandingInput, LandedDocuments>(LAND, input, options);
      };
      const read = { plan, from: table.from, since: table.since, land };
      yield* withSession(system, source, table, plan, options, ({ client }) => readPages(client, read));
    },
    async *keys(source, table, options) {
      const plan = collectionPlanSchema.parse(table.plan);
      yield* withSession(system, source, table, plan, options, ({ client }) => readKeys(client, plan));
    },
  };
}

/** Logs in, and sees whether there is anything. @returns names of databases or collections @throws DomainError that says why it cannot */
export async function tryMongodb(system: Deps, source: SourceRef, signal: AbortSignal): Promise<string[]> {
  const target = targetOf(source, outboundRules(system));
  try {
    await using session = await openMongodb(target, signal);
    const { database } = target.address;
    if (database === null) {
      const { databases } = await session.client.db('admin').admin().listDatabases({ nameOnly: true, authorizedDatabases: true });
      return databases.map(({ name }) => name);
    }
    const collections = await session.client.db(database).listCollections({}, { nameOnly: true, authorizedCollections: true }).toArray();
    return collections.map(({ name }) => name);
  } catch (error) {
    throw told(error, target.address);
  }
}

async function* withSession<Item>(
  system: Deps,
  source: SourceRef,
  { path }: Pick<TableToRead, 'path'>,
  { database, collection }: CollectionPlan,
  { signal }: ReadOptions,
  read: (session: MongodbSession) => AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  const target = targetOf(source, outboundRules(system));
  try {
    await using session = await openMongodb(target, signal);
    // A collection that is not there looks like an empty one.
    const there = await session.client.db(database).listCollections({ name: collection }, { nameOnly: true }).hasNext();
    if (!there) throw kitErrors.TABLE_GONE({ table: path });
    for await (const item of read(session)) {
      signal.throwIfAborted();
      yield item;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw told(error, target.address);
  }
}

function targetOf({ location, secret }: SourceRef, rules: OutboundRules): MongodbTarget {
  const { password: _, ...address } = readMongodbAddress(location);
  return { address, password: secret, rules };
}
