import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { EmbeddedServer } from '../../embedded/topology.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { formatDuration } from '../format/numbers.ts';
import { DEFAULT_PORT, serverEnvironment, type ServerOptions } from '../options.ts';
import { findServer } from '../server/connect.ts';
import { ServerLog, logFileOf } from '../server/server-log.ts';
import { removeServerFile, writeServerFile } from '../server/server-file.ts';
import { listenForStop } from '../server/stop-signal.ts';
import { startFailure } from '../server/start-failure.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

const MIN_FREE_BYTES = 200 * 1024 * 1024;

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
  // Listened to from the start: a stop while the database is still being made must be obeyed as well.
  const stop = listenForStop();
  try {
    const server = await start(options, terminal);
    writeServerFile(options.dataFolder, {
      pid: process.pid,
      url: server.url,
      version: VERSION,
      startedAt: new Date(started).toISOString(),
    });
    terminal.print(readyText(server, options.dataFolder, Date.now() - started));
    if (options.open) openBrowser(server.signInLink);
    const reason = await stop.told;
    terminal.note(`stopping (${reason})`);
    removeServerFile(options.dataFolder, process.pid);
    await server.stop(reason);
    terminal.note('stopped');
    return EXIT.OK;
  } finally {
    stop.done();
  }
}

function readyText(server: EmbeddedServer, dataFolder: string, milliseconds: number): string {
  const facts = [
    ['Address', server.url],
    ['Log in', `${server.signInLink}   (works once; \`npx autonomos link\` makes another)`],
    ['Data', dataFolder],
    ['Log', logFileOf(dataFolder)],
    ['Stop', 'Ctrl-C'],
  ];
  const lines = facts.map(([name = '', value = '']) => `  ${name.padEnd(9)}${value}`);
  return [`AutonomOS ${VERSION} is ready after ${formatDuration(milliseconds)}.`, ...lines].join('\n');
}

async function start(options: ServerOptions, terminal: Terminal) {
  // Loaded only here: the other commands start in a fraction of the time without the server's code.
  // First of all: the graph's decorators look for it while their modules load.
  await import('reflect-metadata');
  const { startEmbedded } = await import('../../embedded/topology.ts');
  const { loadConfig } = await import('../../subgraphs/kernel/config/config.ts');
  const environment = serverEnvironment(options, { AUTONOMOS_DEMO: 'on', ...terminal.environment });
  try {
    const config = loadConfig(environment);
    const logDestination = new ServerLog(options.dataFolder);
    await checkFreeSpace(options.dataFolder);
    await checkPort(config.http);
    return await startEmbedded({ config, onProgress: (message) => terminal.note(message), logDestination });
  } catch (error) {
    throw startFailure(error, { port: environment['PORT'] ?? String(DEFAULT_PORT), dataFolder: options.dataFolder });
  }
}

/** A database that fills the disk while it is being made leaves a folder that cannot be used: better not to begin. */
async function checkFreeSpace(dataFolder: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataFolder);
  if (bavail * bsize < MIN_FREE_BYTES) throw Object.assign(new Error(`only ${bavail * bsize} bytes are free`), { code: 'ENOSPC' });
}

/** Takes the port for a moment, so that one in use is known before the database is started. */
async function checkPort({ host, port }: { host: string; port: number }): Promise<void> {
  const probe = createServer();
  probe.listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}

function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  // No browser is no failure: the address stands on the screen.
  child.once('error', () => {});
  child.unref();
}
