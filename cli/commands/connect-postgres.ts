import { locationOf, readDatabaseUrl } from '../../subgraphs/connectors/postgres/address.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { askSecret } from '../ask-secret.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { GraphClient } from '../graph/client.ts';
import { connectDatabase, connectionAt, startSync, type StartedConnection } from '../graph/connections.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';
import { followConnection, type ConnectOptions } from './follow-connection.ts';

export interface ConnectPostgresOptions extends ConnectOptions {
  /** null: all that the login may read. */
  schemas: string[] | null;
}

/**
 * `autonomos connect postgres <url>`: connect, land, propose a mapping, and with `--accept` publish it. A password that is not in the URL comes from
 * PGPASSWORD or is asked for; it is never printed.
 */
export async function connectPostgresCommand(url: string, options: ConnectPostgresOptions, terminal: Terminal): Promise<number> {
  const started = Date.now();
  const database = readUrl(url);
  const { server, client } = await connectToServer(options, terminal);
  const location = locationOf(database);
  const connection =
    (await readAgain(client, location, options.name, terminal)) ??
    (await connect(client, await withPassword(url, database.password, location, terminal), options, terminal));
  const again = `npx autonomos connect postgres ${JSON.stringify(location)}`;
  return followConnection({ client, serverUrl: server.url, connection, started, again, pathLabel: 'Path' }, options, terminal);
}

function readUrl(url: string): ReturnType<typeof readDatabaseUrl> {
  try {
    return readDatabaseUrl(url);
  } catch (error) {
    if (error instanceof DomainError) throw new Failure(EXIT.USAGE, `${error.message}\n  ${error.extensions.todo} (${error.code})`);
    throw error;
  }
}

/** A database is connected once: named again, it is read again. Another `--name` makes another connection. */
async function readAgain(
  client: GraphClient,
  location: string,
  name: string | null,
  terminal: Terminal,
): Promise<StartedConnection | null> {
  const known = await connectionAt(client, 'POSTGRES', location);
  if (known === null || (name !== null && name !== known.name)) return null;
  terminal.note(`this database is connected as “${known.name}” already (${known.id}): reading it again`);
  return { ...known, sync: await startSync(client, known.id) };
}

async function connect(
  client: GraphClient,
  url: string,
  { name, schemas }: ConnectPostgresOptions,
  terminal: Terminal,
): Promise<StartedConnection> {
  const connection = await connectDatabase(client, { url, name, schemas });
  terminal.note(`connected as “${connection.name}” (${connection.id})`);
  return connection;
}

async function withPassword(url: string, given: string | null, location: string, { environment }: Terminal): Promise<string> {
  const password = given ?? environment['PGPASSWORD'] ?? (await askSecret(`Password for ${location}: `));
  const complete = new URL(url.trim());
  complete.password = encodeURIComponent(password ?? '');
  return complete.href;
}
