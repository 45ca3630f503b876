import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { GraphClient } from '../graph/client.ts';
import { refusal } from '../graph/problems.ts';
import type { ServerOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { startInBackground } from './background.ts';
import { waitFor } from '../wait.ts';
import { isReady } from './health.ts';
import { isOurServer } from './process-identity.ts';
import { readServerFile, type ServerFile } from './server-file.ts';

/** One that is not ready for a moment is waited for: a second one on its data would do harm. */
const NOT_READY_PATIENCE = { first: 200, longest: 1_000, total: 30_000 };

/**
 * @returns the server of this data folder when one answers.
 * @throws Failure UNREACHABLE when its process runs and does not get ready
 */
export async function findServer(dataFolder: string): Promise<ServerFile | null> {
  const server = readServerFile(dataFolder);
  if (server === null) return null;
  const ready = async () => ((await isReady(server.url)) ? server : isOurServer(server.pid) ? null : 'GONE');
  const found = await waitFor(ready, NOT_READY_PATIENCE);
  if (found !== null) return found === 'GONE' ? null : found;
  throw new Failure(
    EXIT.UNREACHABLE,
    `process ${server.pid} serves ${dataFolder} at ${server.url} and is not ready after ${NOT_READY_PATIENCE.total / 1000} s. \`npx autonomos stop\` ends it.`,
  );
}

/** Finds the server of the data folder, or starts one and leaves it running, and logs in as the owner. */
export async function connectToServer(options: ServerOptions, terminal: Terminal): Promise<{ server: ServerFile; client: GraphClient }> {
  const server = (await findServer(options.dataFolder)) ?? (await start(options, terminal));
  return { server, client: await logIn(server, options.dataFolder) };
}

async function start(options: ServerOptions, terminal: Terminal): Promise<ServerFile> {
  terminal.note(`no server runs for ${options.dataFolder}: starting one in the background`);
  const server = await startInBackground(options, [terminal.program], terminal.environment);
  terminal.note(`it serves ${server.url} and stays up; \`npx autonomos stop\` ends it`);
  return server;
}

const logInReply = z.object({
  logInWithLocalKey: z.discriminatedUnion('__typename', [z.object({ __typename: z.literal('Session'), token: z.string() }), refusal]),
});

const LOG_IN = `mutation LogInWithLocalKey($key: String!) {
  logInWithLocalKey(key: $key) { __typename ... on Session { token } ... on InputRefused { problems { code field message todo } } }
}`;

/**
 * Logs in with the owner key that the server wrote into its data folder: whoever may read that file owns the personal tenant.
 * @throws Failure UNAUTHENTICATED when the key is missing or refused
 */
export async function logIn(server: Pick<ServerFile, 'url'>, dataFolder: string): Promise<GraphClient> {
  const key = readOwnerKey(dataFolder);
  const client = new GraphClient(server.url, { ownerKey: key, token: null });
  const token = async (): Promise<string> => {
    const { logInWithLocalKey: result } = await client.request(LOG_IN, { key }, logInReply);
    if (result.__typename === 'Session') return result.token;
    throw new Failure(EXIT.UNAUTHENTICATED, result.problems.map((problem) => `${problem.message} ${problem.todo}`).join('\n'));
  };
  return client.withToken(await token(), token);
}

function readOwnerKey(dataFolder: string): string {
  const file = join(dataFolder, 'owner.key');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(
      EXIT.UNAUTHENTICATED,
      `the owner key of this data folder cannot be read (${reason}). Only the user who started the server can use it from here.`,
    );
  }
}
