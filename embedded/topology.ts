import { access, constants, statfs } from 'node:fs/promises';
import { localSource } from '../gateway/sources/local/local-source.ts';
import { httpSource } from '../gateway/sources/remote/http-source.ts';
import { EmbeddedDemo } from './demo/demo-company.ts';
import { openDoor } from './open-door.ts';
import type { OpenOptions } from './open-ground.ts';
import { openSystem } from './open-system.ts';
import { proxiedRoutes } from './scaled/proxied-routes.ts';
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
  const ground = opened.use(await openSystem(options, factories));
  const { system, subgraphs } = ground;
  const { logger, metrics, secrets } = system;
  const local = [...subgraphs.byName];
  const proxied = opened.adopt(proxiedRoutes(new Map(remote), secrets.viewer), (proxy) => proxy.close());

  options.onProgress('opening the door');
  const http = await openDoor(opened, ground, {
    sources: [
      ...local.map(([name, subgraph]) => localSource(name, subgraph, metrics)),
      ...remote.map(([name, url]) => httpSource({ name, url, viewerSecret: secrets.viewer }, metrics, logger)),
    ],
    routes: [...local.flatMap(([, { routes }]) => routes), ...proxied.routes],
    readiness: [{ name: 'disk', check: () => checkDisk(system.config.dataFolder) }],
  });
  const signInLink = await createSignInLink(http.url, secrets.ownerKey);
  const { onProgress } = options;
  const demo = opened.adopt(new EmbeddedDemo({ system, url: http.url, ownerKey: secrets.ownerKey, onProgress }), (one) => one.close());
  system.demo = demo;
  await demo.resume();

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

async function checkDisk(folder: string): Promise<void> {
  await access(folder, constants.W_OK);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < MIN_FREE_BYTES) throw new Error(`less than ${MIN_FREE_BYTES / 1024 / 1024} MiB free where the data is kept`);
}
