import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { GraphClient } from './client.ts';
import { describeRefusal, refusal } from './problems.ts';

/** Whose data a command speaks of. */
export type Workspace = 'own' | 'demo';

const workspacesReply = z.object({ workspaces: z.array(z.object({ id: z.string(), name: z.string(), demo: z.boolean() })) });

/** The demo company beside the viewer's own workspace; null when there is none. */
export async function demoWorkspace(client: GraphClient): Promise<{ id: string; name: string } | null> {
  const { workspaces } = await client.request('query Workspaces { workspaces { id name demo } }', {}, workspacesReply);
  return workspaces.find(({ demo }) => demo) ?? null;
}

const sessionReply = z.object({
  it: z.discriminatedUnion('__typename', [z.object({ __typename: z.literal('Session'), token: z.string() }), refusal]),
});
const SESSION = '__typename ... on Session { token } ... on InputRefused { problems { code field message todo } }';

/** The same person in another of their workspaces. */
export async function enterWorkspace(client: GraphClient, tenantId: string): Promise<GraphClient> {
  const query = `mutation SwitchWorkspace($id: ID!) { it: switchWorkspace(tenantId: $id) { ${SESSION} } }`;
  return entered(client, await client.request(query, { id: tenantId }, sessionReply));
}

/** The person in the demo company, which is made, and filled in the background, when it is not there. */
export async function createDemo(client: GraphClient): Promise<GraphClient> {
  return entered(client, await client.request(`mutation CreateDemo { it: createDemoWorkspace { ${SESSION} } }`, {}, sessionReply));
}

const deletedReply = z.object({
  it: z.discriminatedUnion('__typename', [z.object({ __typename: z.literal('DemoDeleted'), deleted: z.boolean() }), refusal]),
});

/** Removes the demo company. @returns false when it was not there */
export async function deleteDemo(client: GraphClient): Promise<boolean> {
  const query = `mutation DeleteDemo { it: deleteDemoWorkspace { __typename ... on DemoDeleted { deleted }
    ... on InputRefused { problems { code field message todo } } } }`;
  const { it } = await client.request(query, {}, deletedReply);
  if (it.__typename === 'InputRefused') throw new Failure(EXIT.FAILED, describeRefusal(it));
  return it.deleted;
}

/** How many sources are connected in the viewer's workspace. */
export async function connectionCount(client: GraphClient): Promise<number> {
  const reply = z.object({ connections: z.object({ totalCount: z.number() }) });
  return (await client.request('query ConnectionCount { connections(first: 1) { totalCount } }', {}, reply)).connections.totalCount;
}

function entered(client: GraphClient, { it }: z.infer<typeof sessionReply>): GraphClient {
  if (it.__typename === 'InputRefused') throw new Failure(EXIT.FAILED, describeRefusal(it));
  return client.withToken(it.token);
}
