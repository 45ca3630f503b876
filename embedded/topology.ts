import { resolve } from 'node:path';
import { homedir } from 'node:os';
import { access, constants, mkdir, realpath, statfs } from 'node:fs/promises';
import { startGateway } from '../gateway/gateway.ts';
import { inProcessSource } from '../gateway/sources/in-process-source.ts';
import { migrations } from '../migrations/index.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import { openDatabase } from '../subgraphs/kernel/database/database.ts';
import { migrateUp } from '../subgraphs/kernel/database/migrate.ts';
import { runSubgraphs } from '../subgraphs/kernel/federation/run-subgraphs.ts';
import { openJournal } from '../subgraphs/kernel/journal/journal.ts';
import { readActions } from '../subgraphs/kernel/permissions/merge-actions.ts';
import type { System } from '../subgraphs/kernel/system.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { createMetrics } from '../subgraphs/kernel/telemetry/metrics.ts';
import { createWorkerPool } from '../subgraphs/kernel/worker/worker-pool.ts';
import { readFileSync } from 'node:fs';
import { openDatabaseServer } from './database-server.ts';
import { openKeys } from './keys.ts';
import { createSignInLink } from './sign-in-link.ts';
import { subgraphFactories } from './subgraphs.ts';

const MIN_FREE_BYTES = 50 * 1024 * 1024;

export interface EmbeddedServer {
  /** Address of the client, the graph and health. */
  url: string;
  /** Logs the owner in once. */
  signInLink: string;
  /** Finishes what is open, in order, and closes the database. */
  stop(reason: string): Promise<void>;
}

export interface EmbeddedOptions {
  config: Config;
  onProgress: (message: string) => void;
  /** Where log lines go; standard output when left out. */
  logDestination?: { write: (line: string) => void };
}

/**
 * The whole product in one process: gateway, six subgraphs, their consumers, and the embedded database in a child.
 * Rejects with an error that has a `code`: EADDRINUSE, DATA_FOLDER_IN_USE, ENOSPC …; everything opened by then is closed again.
 */
export async function startEmbedded({ config, onProgress, logDestination }: EmbeddedOptions): Promise<EmbeddedServer> {
  await using opened = new AsyncDisposableStack();
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const logger = createLogger(config.log.level, logDestination);
  const metrics = createMetrics({ processMetrics: true });

  onProgress('starting the database');
  const server = opened.adopt(await openDatabaseServer({ url: config.databaseUrl, dataFolder, logger }), (started) => started.stop());
  const secrets = await openKeys(dataFolder);

  onProgress('bringing its tables up to date');
  const ran = await migrateUp(server.urlFor('autonomos_migrator'), migrations);
  if (ran.length > 0) onProgress(`ran ${ran.length} migrations`);

  onProgress('starting the subgraphs');
  const urls = { app: server.urlFor('autonomos_app'), provisioner: server.urlFor('autonomos_provisioner') };
  const entities = subgraphFactories.flatMap((factory) => factory.entities);
  const database = opened.adopt(await openDatabase(urls, entities, logger), (open) => open.close());
  const system: System = {
    config: { ...config, dataFolder },
    topology: 'embedded',
    filesRoots: await rootsOf(config.filesRoots ?? [homedir(), process.cwd()]),
    database,
    logger,
    metrics,
    workers: opened.adopt(createWorkerPool(), (pool) => pool.close()),
    secrets,
    actions: readActions(packagePath('schema', 'permissions.json')),
    clock: () => new Date(),
  };
  const subgraphs = opened.adopt(await runSubgraphs(system, subgraphFactories), (running) => running.stop());
  const journal = opened.adopt(openJournal(database, logger), (open) => open.close());

  onProgress('opening the door');
  const http = opened.adopt(
    await startGateway({
      supergraphSdl: readFileSync(packagePath('schema', 'supergraph.graphql'), 'utf8'),
      sources: [...subgraphs.byName].map(([name, { execute }]) => inProcessSource(name, execute, metrics)),
      actions: system.actions,
      mode: config.mode,
      journal,
      logger,
      metrics,
      clock: system.clock,
      http: config.http,
      secrets,
      readiness: [
        { name: 'database server', check: () => server.check() },
        { name: 'database', check: () => database.ping() },
        { name: 'disk', check: () => checkDisk(dataFolder) },
      ],
      routes: [...subgraphs.byName.values()].flatMap(({ routes }) => routes),
      clientFolder: packagePath('dist', 'web'),
    }),
    (gateway) => gateway.stop(),
  );
  const signInLink = await createSignInLink(http.url, secrets.ownerKey);

  const owned = opened.move();
  return {
    url: http.url,
    signInLink,
    async stop(reason) {
      logger.info({ reason }, 'stopping');
      await owned.disposeAsync();
    },
  };
}

/** The folders that are there, without links; those that are not are no roots. */
async function rootsOf(folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
  return [...new Set(found.filter((folder) => folder !== null))];
}

async function checkDisk(folder: string): Promise<void> {
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < MIN_FREE_BYTES) throw new Error(`less than ${MIN_FREE_BYTES / 1024 / 1024} MiB free where the data is kept`);
}
