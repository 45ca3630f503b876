import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { asArguments, type ServerOptions } from '../options.ts';
import { waitFor } from '../wait.ts';
import { isReady } from './health.ts';
import { readServerFile, type ServerFile } from './server-file.ts';
import { logFileOf } from './server-log.ts';

/** A cold start initialises a database: seconds on a laptop, much longer on a busy one. */
const START_PATIENCE = { first: 100, longest: 500, total: 120_000 };
const LOG_TAIL_BYTES = 4096;

/**
 * Starts the server as a process of its own, which goes on when this command ends, and waits until it is ready.
 * @param main the program to run, with the arguments that come before `up`
 * @throws Failure with the server's own exit code when it does not come up, showing the end of its log
 */
export async function startInBackground(options: ServerOptions, main: string[], environment: NodeJS.ProcessEnv): Promise<ServerFile> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const logFile = logFileOf(options.dataFolder);
  const log = openSync(logFile, 'a', 0o600);
  const logStart = fstatSync(log).size;
  const child = spawn(process.execPath, [...main, 'up', ...asArguments(options)], {
    detached: true,
    stdio: ['ignore', log, log],
    // Whoever only asked a command wanted no company loaded beside it.
    env: { AUTONOMOS_DEMO: 'off', ...environment },
  });
  closeSync(log);
  child.unref();
  const exit = exitOf(child);
  const server = await waitFor(async () => {
    const found = readServerFile(options.dataFolder);
    if (found !== null && (await isReady(found.url))) return found;
    // Somebody else started one at the same moment: theirs serves us as well.
    if (exit.code !== null && exit.code !== EXIT.DATA_FOLDER_IN_USE)
      throw new Failure(exit.code, failedStart(exit.code, logFile, logStart));
    return null;
  }, START_PATIENCE);
  if (server === null) {
    child.kill('SIGTERM');
    throw new Failure(
      EXIT.UNREACHABLE,
      `the server was not ready after ${START_PATIENCE.total / 1000} s.\n${tail(logFile, logStart)}\n  Its log: ${logFile}`,
    );
  }
  return server;
}

function exitOf(child: ChildProcess): { code: number | null } {
  const exit: { code: number | null } = { code: null };
  child.once('exit', (code) => {
    exit.code = code ?? EXIT.FAILED;
  });
  child.once('error', () => {
    exit.code = EXIT.FAILED;
  });
  return exit;
}

function failedStart(code: number, logFile: string, logStart: number): string {
  return `the server could not be started (exit code ${code}):\n${tail(logFile, logStart)}\n  Its log: ${logFile}`;
}

/** The last lines that this start wrote into the log, indented. */
function tail(file: string, from: number): string {
  const descriptor = openSync(file, 'r');
  try {
    const size = fstatSync(descriptor).size;
    const start = Math.max(from, size - LOG_TAIL_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - start));
    readSync(descriptor, buffer, 0, buffer.length, start);
    const lines = buffer.toString('utf8').trimEnd().split('\n').slice(-12);
    return lines.map((line) => `  ${line}`).join('\n');
  } finally {
    closeSync(descriptor);
  }
}
