import { z } from 'zod';
import { postgresErrors } from './postgres.errors.ts';

/** How the connection is encrypted. `prefer`, the default, encrypts when the server can; the names are those of libpq and of node-postgres. */
export const sslModeSchema = z.enum(['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']);
export type SslMode = z.infer<typeof sslModeSchema>;

/** Where a database is and who asks, without the password. */
export interface DatabaseAddress {
  host: string;
  port: number;
  database: string;
  user: string;
}

export interface GivenDatabase extends DatabaseAddress {
  password: string | null;
  sslMode: SslMode;
}

const DEFAULT_PORT = 5432;
const IGNORED = new Set(['application_name', 'connect_timeout', 'fallback_application_name']);

/** Reads a URL that a person gave. @throws POSTGRES_URL_INVALID, whose text never repeats the URL: there may be a password in it */
export function readDatabaseUrl(text: string): GivenDatabase {
  const url = URL.parse(text.trim());
  if (url === null) throw invalid('it cannot be read');
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw invalid('it does not start with postgres://');
  if (url.hostname === '') throw invalid('the host is missing');
  const database = decoded(url.pathname.slice(1));
  if (database === '' || database.includes('/')) throw invalid('the name of the database is missing');
  const user = decoded(url.username);
  if (user === '') throw invalid('the user is missing');
  let sslMode: SslMode = 'prefer';
  for (const [name, value] of url.searchParams) {
    if (IGNORED.has(name)) continue;
    if (name !== 'sslmode') throw invalid(`the parameter ${name} is not known here`);
    const mode = sslModeSchema.safeParse(value === 'allow' ? 'prefer' : value);
    if (!mode.success) throw invalid(`sslmode is one of ${sslModeSchema.options.join(', ')}`);
    sslMode = mode.data;
  }
  const password = url.password === '' ? null : decoded(url.password);
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1').toLowerCase();
  return { host, port: url.port === '' ? DEFAULT_PORT : Number(url.port), database, user, password, sslMode };
}

/** The same database always has the same location; no password in it. */
export const locationOf = ({ host, port, database, user }: DatabaseAddress): string =>
  `postgres://${encodeURIComponent(user)}@${hostAndPort({ host, port })}/${encodeURIComponent(database)}`;

export const hostAndPort = ({ host, port }: Pick<DatabaseAddress, 'host' | 'port'>): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('a percent sign is not followed by two hexadecimal digits');
  }
}

const invalid = (why: string): Error => postgresErrors.POSTGRES_URL_INVALID({ why });
