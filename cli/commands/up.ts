import { spawn } from 'node:child_process';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { formatDuration } from '../format/numbers.ts';
import { DEFAULT_PORT, serverEnvironment, type ServerOptions } from '../options.ts';
import { findServer } from '../server/connect.ts';
import { removeServerFile, writeServerFile } from '../server/server-file.ts';
import { stopSignal } from '../server/stop-signal.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

/** `autonomos up`: serves until told to stop. Resolves with the exit code once everything is closed. */
export async function upCommand(options: ServerOptions & { open: boolean }, terminal: Terminal): Promise<number> {
  const running = await findServer(options.dataFolder);
  if (running !== null) {
    throw new Failure(
      EXIT.DATA_FOLDER_IN_USE,
      `${options.dataFolder} is already served at ${running.url} by process ${running.pid}. Use it, or end it with \`npx autonomos stop\`.`,
    );
  }
  const started = Date.now();
  // Listened to from the start: a stop while the database is still initialising must be obeyed as well.
  const stop = stopSignal();
  const server = await start(options, terminal);
  writeServerFile(options.dataFolder, { pid: process.pid, url: server.url, version: VERSION, startedAt: new Date(started).toISOString() });
  terminal.print(`AutonomOS ${VERSION} is ready after ${formatDuration(Date.now() - started)}.`);
  terminal.print(`  Address   ${server.url}`);
  terminal.print(`  Log in    ${server.signInLink}   (works once; \`npx autonomos link\` makes another)`);
  terminal.print(`  Data      ${options.dataFolder}`);
  terminal.print('  Stop      Ctrl-C');
  if (options.open) openBrowser(server.signInLink);
  const reason = await stop;
  terminal.note(`stopping (${reason})`);
  removeServerFile(options.dataFolder, process.pid);
  await server.stop(reason);
  terminal.note('stopped');
  return EXIT.OK;
}

async function start(options: ServerOptions, terminal: Terminal) {
  // Loaded only here: the other commands start in a fraction of the time without the server's code.
  const { startEmbedded } = await import('../../embedded/topology.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = serverEnvironment(options, terminal.environment);
  try {
    const config = loadConfig(environment);
    return await startEmbedded({ config, onProgress: (message) => terminal.note(message) });
  } catch (error) {
    throw startFailure(error, { port: environment['PORT'] ?? String(DEFAULT_PORT), dataFolder: options.dataFolder });
  }
}

function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  // No browser is no failure: the address stands on the screen.
  child.once('error', () => {});
  child.unref();
}
