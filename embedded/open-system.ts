import { mkdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { migrations } from '../migrations/index.ts';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { createMemoryCache } from '../subgraphs/kernel/cache/memory-cache.ts';
import { createMemoryLocks } from '../subgraphs/kernel/locks/memory-locks.ts';
import { openDatabase } from '../subgraphs/kernel/database/database.ts';
import { migrateUp } from '../subgraphs/kernel/database/migrate.ts';
import { memoryTransport } from '../subgraphs/kernel/events/memory-transport.ts';
import { outboxTransport } from '../subgraphs/kernel/events/outbox-transport.ts';
import { startEventTail } from '../subgraphs/kernel/events/start-event-tail.ts';
import { runSubgraphs, type RunningSubgraphs, type SubgraphFactory } from '../subgraphs/kernel/federation/run-subgraphs.ts';
import { readActions } from '../subgraphs/kernel/permissions/merge-actions.ts';
import { prepareSegments } from '../subgraphs/kernel/runs/carrier/prepare-segments.ts';
import { DurableRuns } from '../subgraphs/kernel/runs/durable-runs.ts';
import type { System } from '../subgraphs/kernel/system.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { startTracing } from '../subgraphs/kernel/telemetry/tracing.ts';
import { createMetrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { createWorkerPool } from '../subgraphs/kernel/worker/worker-pool.ts';
import { openDatabaseServer, type DatabaseServer } from './database-server.ts';
import { openKeys } from './keys.ts';

export interface OpenOptions {
  config: Config;
  onProgress: (message: string) => void;
  /** Where log lines go; standard output when left out. */
  logDestination?: { write: (line: string) => void };
}

/** A system with its database, and the subgraphs that this process runs. */
export interface OpenSystem extends AsyncDisposable {
  system: System & { secrets: { ownerKey: string } };
  server: DatabaseServer;
  subgraphs: RunningSubgraphs;
}

/** Opens the database (embedded or given), brings its tables up to date, and runs these subgraphs on it. */
export async function openSystem(
  { config, onProgress, logDestination }: OpenOptions,
  factories: readonly SubgraphFactory[],
): Promise<OpenSystem> {
  await using opened = new AsyncDisposableStack();
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const logger = createLogger(config.log.level, logDestination);

  opened.adopt(startTracing(config.tracing), (tracing) => tracing.stop());

  onProgress('starting the database');
  const server = opened.adopt(await openDatabaseServer({ url: config.databaseUrl, dataFolder, logger }), (started) => started.stop());
  const secrets = await openKeys(dataFolder, config.vaultKey);

  onProgress('bringing its tables up to date');
  const ran = await migrateUp(server.urlFor('autonomos_migrator'), migrations);
  if (ran.length > 0) onProgress(`ran ${ran.length} migrations`);
  const carrierUrl = server.urlFor('autonomos_workflows');
  await prepareSegments(carrierUrl, logger);

  onProgress('starting the subgraphs');
  const urls = { app: server.urlFor('autonomos_app'), provisioner: server.urlFor('autonomos_provisioner') };
  const entities = factories.flatMap((factory) => factory.entities);
  const metrics = createMetrics({ processMetrics: true });
  const watch = { logger, metrics, slowMs: config.slowQueryMs };
  const database = opened.adopt(await openDatabase(urls, entities, watch), (open) => open.close());
  // The embedded database belongs to one process; another may have several, whose relays number one another's events.
  const eventTransport = opened.adopt(config.databaseUrl === null ? memoryTransport() : outboxTransport(), (open) => open.close());
  const events = opened.adopt(await startEventTail({ database, transport: eventTransport, logger }), (open) => open.close());
  const system = {
    config: { ...config, dataFolder },
    topology: 'embedded' as const,
    filesRoots: await rootsOf(config.filesRoots ?? [homedir(), process.cwd()]),
    database,
    eventTransport,
    events,
    logger,
    metrics,
    workers: opened.adopt(createWorkerPool(), (pool) => pool.close()),
    runs: new DurableRuns(),
    cache: createMemoryCache(),
    locks: createMemoryLocks(),
    secrets,
    actions: readActions(packagePath('schema', 'permissions.json')),
    clock: () => new Date(),
  };
  const subgraphs = opened.adopt(await runSubgraphs(system, factories, { carrierUrl, soleWorker: config.databaseUrl === null }), (running) => running.stop());
  const owned = opened.move();
  return { system, server, subgraphs, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The folders that are there, without links; those that are not are no roots. */
async function rootsOf(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  return [...new Set(found.filter((folder) => folder !== null))];
}
