import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { connectDatabase, connectFolder, syncRun, type StartedConnection } from '../../cli/graph/connections.ts';
import type { GraphClient } from '../../cli/graph/client.ts';
import { acceptProposal, latestProposal, proposalById, type MappingProposal } from '../../cli/graph/mapping.ts';

const POLL_MS = 100;
const TIMEOUT_MS = 10 * 60_000;

const sessionReply = z.object({ registerTenant: z.object({ token: z.string() }) });
const REGISTER = 'mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ... on Session { token } } }';
const LOG_IN = 'mutation ($email: String!, $password: String!) { logIn(email: $email, password: $password) { ... on Session { token } } }';

/** A tenant of its own, so that one set's data say nothing about another's. */
export async function newTenant(client: GraphClient, name: string): Promise<GraphClient> {
  const [email, password] = [`${randomUUID()}@example.com`, randomUUID()];
  const input = { tenantName: name, email, displayName: name, password };
  const { registerTenant } = await client.request(REGISTER, { input }, sessionReply);
  const renew = async (): Promise<string> => {
    const { logIn } = await client.request(LOG_IN, { email, password }, z.object({ logIn: z.object({ token: z.string() }) }));
    return logIn.token;
  };
  return client.withToken(registerTenant.token, renew);
}

async function until<T>(what: string, read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + TIMEOUT_MS; ;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what} did not come in time`);
    await wait(POLL_MS);
  }
}

/** Connects a source and accepts the mapping as it is proposed; returns when questions are answered from it. */
export async function publish(client: GraphClient, source: { url: string } | { folder: string }, name: string): Promise<MappingProposal> {
  const started: StartedConnection =
    'url' in source
      ? await connectDatabase(client, { url: source.url, name, schemas: null })
      : await connectFolder(client, source.folder, name);
  const run = await until(
    'the end of the sync',
    () => syncRun(client, started.sync.id),
    ({ status }) => status !== 'RUNNING',
  );
  if (run.status !== 'SUCCEEDED') throw new Error(`the sync ended ${run.status}: ${run.problem?.message ?? ''}`);
  const proposal = await until(
    'a proposal',
    () => latestProposal(client, started.id),
    (found) => found !== null,
  );
  if (proposal === null) throw new Error('no proposal');
  await acceptProposal(client, proposal.id);
  const done = await until(
    'the publishing',
    () => proposalById(client, proposal.id),
    ({ status }) => status === 'PUBLISHED' || status === 'FAILED',
  );
  if (done.status !== 'PUBLISHED') throw new Error(`the mapping was not published: ${done.problem?.message ?? ''}`);
  await until(
    'the whole run',
    async () =>
      (await client.request('query ($id: ID!) { run(id: $id) { finishedAt } }', { id: started.sync.id }, runReply)).run.finishedAt,
    (finishedAt) => finishedAt !== null,
  );
  return done;
}

const runReply = z.object({ run: z.object({ finishedAt: z.string().nullable() }) });
