import { readFileSync } from 'node:fs';
import { access, constants, statfs } from 'node:fs/promises';
import { startGateway } from '../gateway/gateway.ts';
import { inProcessSource } from '../gateway/sources/in-process-source.ts';
import { remoteSource } from '../gateway/sources/remote-source.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { serveSubgraph } from '../subgraphs/kernel/federation/serve-subgraph.ts';
import { openJournal } from '../subgraphs/kernel/journal/journal.ts';
import { openSystem, type OpenOptions } from './open-system.ts';
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

/**
 * The whole product in one process: gateway, six subgraphs, their consumers, and the embedded database in a child. Subgraphs that
 * `config.subgraphUrls` names run elsewhere and are reached over HTTP.
 * Rejects with an error that has a `code`: EADDRINUSE, DATA_FOLDER_IN_USE, ENOSPC …; everything opened by then is closed again.
 */
export async function startEmbedded(options: OpenOptions): Promise<EmbeddedServer> {
  await using opened = new AsyncDisposableStack();
  const remote = Object.entries(options.config.subgraphUrls);
  const factories = subgraphFactories.filter(({ name }) => !(name in options.config.subgraphUrls));
  const { system, server, subgraphs } = opened.use(await openSystem(options, factories));
  const { config, database, logger, metrics, secrets } = system;
  const journal = opened.adopt(openJournal(database, logger), (open) => open.close());

  options.onProgress('opening the door');
  const http = opened.adopt(
    await startGateway({
      supergraphSdl: readFileSync(packagePath('schema', 'supergraph.graphql'), 'utf8'),
      sources: [
        ...[...subgraphs.byName].map(([name, { execute }]) => inProcessSource(name, execute, metrics)),
        ...remote.map(([name, url]) => remoteSource(name, url, secrets.viewer, metrics)),
      ],
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
        { name: 'disk', check: () => checkDisk(config.dataFolder) },
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

export interface AloneServer {
  /** Address of the subgraph's graph, for a gateway. */
  url: string;
  stop(): Promise<void>;
}

/** One subgraph alone over HTTP, with the same code and data folder; a gateway reaches it through SUBGRAPH_URLS. */
export async function startAlone(name: string, options: OpenOptions): Promise<AloneServer> {
  const factory = subgraphFactories.find((candidate) => candidate.name === name);
  if (factory === undefined)
    throw new Error(`there is no subgraph ${name}; there are ${subgraphFactories.map((known) => known.name).join(', ')}`);
  await using opened = new AsyncDisposableStack();
  const { system, subgraphs } = opened.use(await openSystem(options, [factory]));
  const running = subgraphs.byName.get(name);
  if (running === undefined) throw new Error(`the subgraph ${name} did not start`);
  const served = opened.adopt(
    await serveSubgraph({ ...system.config.http, execute: running.execute, viewerSecret: system.secrets.viewer, logger: system.logger }),
    (server) => server.stop(),
  );
  const owned = opened.move();
  return { url: served.url, stop: () => owned.disposeAsync() };
}

async function checkDisk(folder: string): Promise<void> {
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < MIN_FREE_BYTES) throw new Error(`less than ${MIN_FREE_BYTES / 1024 / 1024} MiB free where the data is kept`);
}
