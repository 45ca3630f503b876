import { Client, type ClientConfig } from 'pg';
import type { GivenDatabase } from './address.ts';
import { CONNECT_TIMEOUT_MS, LOCK_TIMEOUT_MS, NETWORK_GRACE_MS, STATEMENT_TIMEOUT_MS } from './limits.ts';

/** Whom to reach: the address was looked up and allowed; `host` is what its certificate has to be for. */
export interface Target extends GivenDatabase {
  address: string;
}

/** Rows as arrays of text, exactly as PostgreSQL writes them. */
export type TextRow = readonly (string | null)[];

export interface Transaction {
  /** @throws the error of pg, with its SQLSTATE in `code` */
  readonly rows: (text: string, values?: readonly (string | null)[]) => Promise<TextRow[]>;
}

/** A connection to a source that can only read. */
export interface SourceSession extends AsyncDisposable {
  /** Reads that see one state of the database. What PostgreSQL is told about formats and limits holds within, also behind a pooler. */
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** One statement about what is ours at the source: a slot, a publication. Commits by itself. */
  change(statement: string): Promise<void>;
}

/** How values are written and how long anything may take; set for the transaction only. */
const SETTINGS = Object.entries({
  statement_timeout: String(STATEMENT_TIMEOUT_MS),
  lock_timeout: String(LOCK_TIMEOUT_MS),
  idle_in_transaction_session_timeout: String(10 * 60_000),
  datestyle: 'ISO, YMD',
  intervalstyle: 'iso_8601',
  timezone: 'UTC',
  extra_float_digits: '1',
  search_path: '',
})
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ');
const asText = { getTypeParser: () => (value: string) => value };

/** Connects; `signal` breaks the connection off, whatever runs on it. @throws the error of pg or of the system; see failureOf */
export async function openSession(target: Target, signal?: AbortSignal): Promise<SourceSession> {
  const client = await connect(target);
  const breakOff = (): void => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', breakOff, { once: true });
  // Between queries too: without a listener a server that goes away would end our process.
  let broken: Error | null = null;
  client.on('error', (error: Error) => {
    broken ??= error;
  });
  const rows = async (text: string, values: readonly (string | null)[] = []): Promise<TextRow[]> => {
    if (broken !== null) throw broken;
    const { rows: found } = await client.query<(string | null)[], (string | null)[]>({
      text,
      values: [...values],
      rowMode: 'array',
      types: asText,
    });
    return found;
  };
  return {
    async read(work) {
      await rows('begin transaction isolation level repeatable read read only');
      try {
        await rows(`select ${SETTINGS}`);
        const result = await work({ rows });
        await rows('commit');
        return result;
      } catch (error) {
        await rows('rollback').catch(() => undefined);
        throw error;
      }
    },
    change: async (statement) => void (await rows(statement)),
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener('abort', breakOff);
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(target: Target): Promise<Client> {
  if (target.sslMode !== 'prefer') return open(target, tlsOf(target));
  try {
    return await open(target, { rejectUnauthorized: false });
  } catch (error) {
    if (error instanceof Error && /does not support SSL/iu.test(error.message)) return open(target, false);
    throw error;
  }
}

async function open({ address, port, database, user, password }: Target, ssl: ClientConfig['ssl']): Promise<Client> {
  const client = new Client({
    host: address, port, database, user, password: password ?? '', ssl: ssl ?? false,
    application_name: 'AutonomOS', connectionTimeoutMillis: CONNECT_TIMEOUT_MS, query_timeout: STATEMENT_TIMEOUT_MS + NETWORK_GRACE_MS, keepAlive: true,
  }); // prettier-ignore
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

function tlsOf({ sslMode, host }: Target): ClientConfig['ssl'] {
  if (sslMode === 'disable') return false;
  if (sslMode === 'no-verify') return { rejectUnauthorized: false };
  const name = /^[\d.]+$|:/u.test(host) ? {} : { servername: host };
  return sslMode === 'verify-ca' ? { ...name, checkServerIdentity: () => undefined } : name;
}
