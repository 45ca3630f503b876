import type { EntitySchema } from '@mikro-orm/postgresql';
import { mkdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type { ReadinessCheck } from '../gateway/http/health-routes.ts';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { createDataAccess } from '../subgraphs/kernel/data-access/data-access.ts';
import { openDatabase } from '../subgraphs/kernel/database/database.ts';
import { openAgentDoor } from '../subgraphs/kernel/door/http-agent-door.ts';
import { startEventTail } from '../subgraphs/kernel/events/start-event-tail.ts';
import { openFlags } from '../subgraphs/kernel/flags/flags.ts';
import { openJournal } from '../subgraphs/kernel/journal/journal.ts';
import { journalKey } from '../subgraphs/kernel/journal/journal-key.ts';
import { openUsageMeter } from '../subgraphs/kernel/limits/usage-meter.ts';
import { readActions } from '../subgraphs/kernel/permissions/merge-actions.ts';
import { PrivacyRegistry } from '../subgraphs/kernel/privacy/privacy-registry.ts';
import { DurableRuns } from '../subgraphs/kernel/runs/durable-runs.ts';
import type { Secrets, System } from '../subgraphs/kernel/system.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { startTracing } from '../subgraphs/kernel/telemetry/tracing.ts';
import { createWorkerPool } from '../subgraphs/kernel/worker/worker-pool.ts';
import { openDatabaseServer, type DatabaseServer } from './database-server.ts';
import { openMedium } from './open-medium.ts';
import { prepareDatabase, untilPrepared } from './prepare-database.ts';

export interface OpenOptions {
  config: Config;
  onProgress: (message: string) => void;
  /** Where log lines go; standard output when left out. */
  logDestination?: { write: (line: string) => void };
  /** A database that somebody else started and stops; left out: the one of the configuration. */
  server?: DatabaseServer;
}

/** What every process stands on, whatever it serves: the database, what processes have between them, keys, log and metrics. */
export interface Ground<Keys extends Secrets = Secrets> extends AsyncDisposable {
  system: System & { secrets: Keys };
  server: DatabaseServer;
  /** URL of the login that owns the carrier of durable runs. */
  carrierUrl: string;
  /** What has to answer before requests are welcome. */
  readiness: readonly ReadinessCheck[];
}

/** Shown at every start of development mode. */
const DEVELOPMENT = 'DEVELOPMENT MODE: callers are shown what fails inside; never serve others like this';

/** Opens the database (embedded or given) and brings its tables up to date, or waits until they are. `entities` are those that are read. */
export async function openGround<Keys extends Secrets>(
  { config, onProgress, logDestination, server: given }: OpenOptions,
  process: { topology: System['topology']; entities: readonly EntitySchema[]; openKeys: (folder: string, config: Config) => Promise<Keys> },
): Promise<Ground<Keys>> {
  await using opened = new AsyncDisposableStack();
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const logger = createLogger(config.log.level, logDestination);
  opened.adopt(startTracing(config.tracing), (tracing) => tracing.stop());

  if (config.mode === 'development') {
    onProgress(DEVELOPMENT);
    logger.warn(DEVELOPMENT);
  }
  onProgress('starting the database');
  const bootstrap = config.migrateOnStart;
  const server = given ?? opened.adopt(await openDatabaseServer(config, { dataFolder, bootstrap, logger }), (started) => started.stop());
  const secrets = await process.openKeys(dataFolder, config);

  onProgress('bringing its tables up to date');
  const ran = bootstrap ? await prepareDatabase(server, logger) : await untilPrepared(server, logger);
  if (ran.length > 0) onProgress(`ran ${ran.length} migrations`);

  const urls = { app: server.urlFor('autonomos_app'), provisioner: server.urlFor('autonomos_provisioner') };
  const metrics = createMetrics({ processMetrics: true });
  const watch = { logger, metrics, slowMs: config.slowQueryMs };
  const key = journalKey(config.keys.journal ?? secrets.viewer);
  const database = opened.adopt(await openDatabase(urls, process.entities, watch, key), (open) => open.close());
  const medium = opened.adopt(await openMedium(config, database, urls.app, logger), (open) => open.close());
  const { eventTransport, cache, locks, limiter } = medium;
  const clock = (): Date => new Date();
  const { defaultPlan } = config;
  const usage = opened.adopt(openUsageMeter({ database, logger, clock, defaultPlan }), (open) => open.close());
  const events = opened.adopt(await startEventTail({ database, transport: eventTransport, logger }), (open) => open.close());
  const journal = opened.adopt(openJournal({ database, logger, key, clock, dataFolder }), (open) => open.close());
  const system = {
    config: { ...config, dataFolder },
    topology: process.topology,
    filesRoots: await rootsOf(config.filesRoots ?? [homedir(), globalThis.process.cwd()]),
    database,
    flags: opened.adopt(await openFlags({ database, events, logger, clock }), (flags) => flags.close()),
    journal,
    journalKey: key,
    eventTransport,
    events,
    dataAccess: opened.adopt(createDataAccess({ database, events }), (rules) => rules.close()),
    logger,
    metrics,
    workers: opened.adopt(createWorkerPool(), (pool) => pool.close()),
    runs: new DurableRuns(),
    privacy: new PrivacyRegistry(),
    door: opened.adopt(openAgentDoor({ secret: secrets.session, url: doorUrl(config, process.topology), clock }), (door) => door.close()),
    cache,
    locks,
    limiter,
    usage,
    secrets,
    actions: readActions(packagePath('schema', 'permissions.json')),
    clock,
  };
  const owned = opened.move();
  return {
    system,
    server,
    carrierUrl: server.urlFor('autonomos_workflows'),
    readiness: [
      { name: 'database server', check: () => server.check() },
      { name: 'database', check: () => database.ping() },
      ...medium.readiness,
    ],
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Where agents find the graph; null: at the door that this process opens itself. */
function doorUrl({ gatewayUrl, publicUrl }: Config, topology: System['topology']): string | null {
  return gatewayUrl ?? (topology === 'scaled' ? publicUrl : null);
}

/** The folders that are there, without links; those that are not are no roots. */
async function rootsOf(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  return [...new Set(found.filter((folder) => folder !== null))];
}
