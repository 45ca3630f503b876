import { EXIT } from '../exit-codes.mjs';
import { DEFAULT_PORT, serverEnvironment, type ServerOptions } from '../options.ts';
import { listenForStop } from '../server/stop-signal.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos subgraph <name>`: one subgraph alone over HTTP, for a gateway that names it in SUBGRAPH_URLS. It shares the data folder's
 * keys with that gateway, and a PostgreSQL given by URL: the embedded one belongs to one process.
 */
export async function subgraphCommand(name: string, options: ServerOptions, terminal: Terminal): Promise<number> {
  await import('reflect-metadata');
  const { startAlone } = await import('../../embedded/topology.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = serverEnvironment(options, terminal.environment);
  const stop = listenForStop();
  try {
    const server = await startAlone(name, { config: loadConfig(environment), onProgress: (message) => terminal.note(message) });
    terminal.print(`${name} answers at ${server.url}`);
    terminal.note(`stopping (${await stop.told})`);
    await server.stop();
    return EXIT.OK;
  } catch (error) {
    throw startFailure(error, { port: environment['PORT'] ?? String(DEFAULT_PORT), dataFolder: options.dataFolder });
  } finally {
    stop.done();
  }
}
