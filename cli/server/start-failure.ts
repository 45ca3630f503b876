import { join } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { readServerFile } from './server-file.ts';
import { logFileOf } from './server-log.ts';

/** How to say what kept the server from starting. */
export interface StartSituation {
  port: string;
  dataFolder: string;
}

type Explain = (cause: Error, situation: StartSituation) => Failure;

const diskFull: Explain = (_cause, { dataFolder }) =>
  new Failure(EXIT.FAILED, `the disk that holds ${dataFolder} is full. Nothing that was saved is harmed; free some space and start again.`);

/** By the `code` of the error: the system's, PostgreSQL's and our own alike. When several apply, the first one here tells the most. */
const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  EADDRINUSE: (_cause, { port }) =>
    new Failure(
      EXIT.PORT_IN_USE,
      `port ${port} is in use by another program. Choose another with \`--port <number>\`, for example \`npm start -- --port ${Number(port) + 1}\`.`,
    ),
  EACCES: (cause) =>
    new Failure(
      EXIT.FAILED,
      `the system refuses access: ${cause.message}. A port below 1024 or a folder of another user needs other rights.`,
    ),
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  '53100': diskFull,
  EROFS: (_cause, { dataFolder }) =>
    new Failure(
      EXIT.FAILED,
      `${dataFolder} cannot be written: its file system is read-only. Choose another with \`--data-folder <folder>\`.`,
    ),
  DATA_FOLDER_IN_USE: (cause, { dataFolder }) => {
    const server = readServerFile(dataFolder);
    const holder = server === null ? cause.message : `Process ${server.pid} serves it at ${server.url}.`;
    return new Failure(
      EXIT.DATA_FOLDER_IN_USE,
      `the data folder ${dataFolder} is in use. ${holder} Use that one, end it with \`npx autonomos stop\`, or choose another with \`--data-folder <folder>\`.`,
    );
  },
  EMBEDDED_POSTGRES_FAILED: (cause, { dataFolder }) =>
    new Failure(
      EXIT.FAILED,
      `the embedded database could not be started: ${cause.message}\n  Its data is untouched; the log says more: ${logFileOf(dataFolder)}`,
    ),
  ECONNREFUSED: (cause) =>
    new Failure(EXIT.FAILED, `the database does not answer (${cause.message}). Is the one that DATABASE_URL or --database names running?`),
  REDIS_CERTIFICATE_REFUSED: (cause) =>
    new Failure(
      EXIT.USAGE,
      `${cause.message}. REDIS_CA_FILE has to name the authority that signed it, and REDIS_URL the host it is made for.`,
    ),
  REDIS_CA_UNREADABLE: (cause) => new Failure(EXIT.USAGE, `${cause.message}. It has to be a file of PEM certificates.`),
  REDIS_LOGIN_REFUSED: (cause) => new Failure(EXIT.USAGE, `${cause.message}.`),
  DATABASE_NOT_PREPARED: (cause) =>
    new Failure(
      EXIT.FAILED,
      `the database is not prepared: ${cause.message}. \`npx autonomos migrate up\` prepares it, or a start without MIGRATE_ON_START=false.`,
    ),
  PROCESS_NOT_READY: (cause, { dataFolder }) => new Failure(EXIT.FAILED, `${cause.message}. Its log is in ${join(dataFolder, 'logs')}.`),
  '28P01': (cause) => new Failure(EXIT.FAILED, `the database refuses its user: ${cause.message}. Check DATABASE_URL or --database.`),
};

const MAX_CAUSES = 16;

/**
 * Turns a foreseen failure of starting into a message and exit code; anything else is returned as it is.
 * Causes are followed, because a library may have wrapped what the system said.
 */
export function startFailure(error: unknown, situation: StartSituation): unknown {
  const causes = causesOf(error);
  const invalid = causes.find((cause) => cause.name === 'ConfigError');
  if (invalid !== undefined) return new Failure(EXIT.USAGE, invalid.message);
  for (const [code, explain] of Object.entries(EXPLANATIONS)) {
    const cause = causes.find((each) => 'code' in each && each.code === code);
    if (cause !== undefined) return explain(cause, situation);
  }
  return error;
}

/** The error itself, then what caused it, then the errors gathered in it. */
function causesOf(error: unknown): Error[] {
  const found: Error[] = [];
  const queue: unknown[] = [error];
  while (queue.length > 0 && found.length < MAX_CAUSES) {
    const next = queue.shift();
    if (!(next instanceof Error)) continue;
    found.push(next);
    queue.push(next.cause, ...(next instanceof AggregateError ? next.errors : []));
  }
  return found;
}
