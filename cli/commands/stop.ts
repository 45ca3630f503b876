import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { ServerOptions } from '../options.ts';
import { isAlive } from '../launcher/lock.mjs';
import { isOurServer } from '../server/process-identity.ts';
import { readServerFile, removeServerFile } from '../server/server-file.ts';
import type { Terminal } from '../terminal.ts';
import { waitFor } from '../wait.ts';

const STOP_PATIENCE = { first: 50, longest: 250, total: 30_000 };

/** `autonomos stop`: asks the server of the data folder to finish, and waits until it is gone. Nothing to stop is fine too. */
export async function stopCommand(options: ServerOptions, terminal: Terminal): Promise<number> {
  const server = readServerFile(options.dataFolder);
  if (server === null || !isOurServer(server.pid)) {
    if (server !== null) removeServerFile(options.dataFolder, server.pid);
    terminal.print(`No server runs for ${options.dataFolder}.`);
    return EXIT.OK;
  }
  process.kill(server.pid, 'SIGTERM');
  const gone = await waitFor(async () => (isAlive(server.pid) ? null : true), STOP_PATIENCE);
  if (gone === null) {
    throw new Failure(
      EXIT.FAILED,
      `the server (process ${server.pid}) was asked to stop and still runs after ${STOP_PATIENCE.total / 1000} s. \`kill -9 ${server.pid}\` ends it; what was saved stays saved.`,
    );
  }
  removeServerFile(options.dataFolder, server.pid);
  terminal.print(`Stopped the server at ${server.url} (process ${server.pid}).`);
  return EXIT.OK;
}
