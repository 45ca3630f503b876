import type { OpenOptions } from '../../embedded/open-ground.ts';
import type { ScaledProcess } from '../../embedded/scaled/scaled-process.ts';
import { EXIT } from '../exit-codes.mjs';
import { DEFAULT_PORT, serverEnvironment, type ServerOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { startFailure } from './start-failure.ts';
import { listenForStop } from './stop-signal.ts';

/** Options of the processes of the scaled topology. */
export interface ProcessOptions extends ServerOptions {
  redis: string | null;
}

/** The environment of such a process: as a server's, with Redis. */
export function processEnvironment(
  { redis, ...options }: ProcessOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return { ...serverEnvironment(options, environment), ...(redis === null ? {} : { REDIS_URL: redis }) };
}

/** Serves one process of the scaled topology until it is told to stop. Log lines go to standard output. */
export async function serveProcess(
  what: string,
  options: ProcessOptions,
  terminal: Terminal,
  start: (options: OpenOptions) => Promise<ScaledProcess>,
): Promise<number> {
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = processEnvironment(options, terminal.environment);
  const stop = listenForStop();
  try {
    const server = await start({ config: loadConfig(environment), onProgress: (message) => terminal.note(message) });
    terminal.note(`${what} answers at ${server.url}`);
    terminal.note(`stopping (${await stop.told})`);
    await server.stop();
    return EXIT.OK;
  } catch (error) {
    throw startFailure(error, { port: environment['PORT'] ?? String(DEFAULT_PORT), dataFolder: options.dataFolder });
  } finally {
    stop.done();
  }
}
