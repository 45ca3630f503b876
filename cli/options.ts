import { join, resolve } from 'node:path';
import { ROOT } from './launcher/paths.mjs';

/** Options that every command takes: they say which server is meant, and how to start it when it does not run. */
export interface ServerOptions {
  dataFolder: string;
  port: number | null;
  database: string | null;
}

/** What commander hands over for the options above. */
export interface RawServerOptions {
  dataFolder?: string;
  port?: number;
  database?: string;
}

export const DEFAULT_PORT = 4000;

/**
 * Settles the options: command line first, then the environment, then the default, which is `.data` beside package.json
 * wherever in the clone the command is typed.
 */
export function serverOptions(raw: RawServerOptions, environment: Readonly<Record<string, string | undefined>>): ServerOptions {
  return {
    dataFolder: resolve(raw.dataFolder ?? environment['DATA_FOLDER'] ?? join(ROOT, '.data')),
    port: raw.port ?? null,
    database: raw.database ?? null,
  };
}

/** The options again as a command line, for the server that is started in the background. */
export function asArguments(options: ServerOptions): string[] {
  return [
    '--data-folder',
    options.dataFolder,
    ...(options.port === null ? [] : ['--port', String(options.port)]),
    ...(options.database === null ? [] : ['--database', options.database]),
  ];
}

/** The environment the server reads its configuration from: the person's, with the command line's options written over it. */
export function serverEnvironment(
  options: ServerOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const { DATABASE_URL: inherited, ...rest } = environment;
  const database = options.database ?? inherited;
  return {
    ...rest,
    DATA_FOLDER: options.dataFolder,
    ...(options.port === null ? {} : { PORT: String(options.port) }),
    ...(database === undefined || database === 'embedded' ? {} : { DATABASE_URL: database }),
  };
}
