import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { GraphClient } from '../graph/client.ts';
import { connectFolder, connectionAt, startSync, type StartedConnection } from '../graph/connections.ts';
import { connectToServer } from '../server/connect.ts';
import type { Terminal } from '../terminal.ts';
import { followConnection, type ConnectOptions } from './follow-connection.ts';

/** `autonomos connect files <folder>`: connect, land, propose a mapping, and with `--accept` publish it. */
export async function connectFilesCommand(folder: string, options: ConnectOptions, terminal: Terminal): Promise<number> {
  const started = Date.now();
  const { server, client } = await connectToServer(options, terminal);
  const connection = await connectOrReadAgain(client, folder, options.name, terminal);
  const again = `npx autonomos connect files ${JSON.stringify(folder)}`;
  return followConnection({ client, serverUrl: server.url, connection, started, again, pathLabel: 'File' }, options, terminal);
}

/** A folder is connected once: named again, it is read again, and only what changed in it changes anything. Another `--name` makes another connection. */
async function connectOrReadAgain(
  client: GraphClient,
  folder: string,
  name: string | null,
  terminal: Terminal,
): Promise<StartedConnection> {
  const absolute = withoutLinks(resolve(folder));
  const known = await connectionAt(client, 'FILES', absolute);
  if (known !== null && (name === null || name === known.name)) {
    terminal.note(`this folder is connected as “${known.name}” already (${known.id}): reading it again`);
    return { ...known, sync: await startSync(client, known.id) };
  }
  const connection = await connectFolder(client, absolute, name);
  terminal.note(`connected as “${connection.name}” (${connection.id})`);
  return connection;
}

/** The folder as the server names it; one that is not there is left for the server to refuse. */
function withoutLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}
