import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const sessionReply = z.object({ data: z.object({ logInWithLocalKey: z.object({ token: z.string() }) }) });
const linkReply = z.object({ data: z.object({ createLogInLink: z.object({ code: z.string() }) }) });

/** A link that logs the owner of an embedded server in once. Made through the graph like anybody else's. */
export async function createSignInLink(url: string, ownerKey: string): Promise<string> {
  const session = sessionReply.parse(
    await ask(url, 'mutation StartLogIn($key: String!) { logInWithLocalKey(key: $key) { ... on Session { token } } }', { key: ownerKey }),
  );
  const link = linkReply.parse(await ask(url, 'mutation StartLink { createLogInLink { code } }', {}, session.data.logInWithLocalKey.token));
  return `${url}/welcome#${link.data.createLogInLink.code}`;
}

async function ask(url: string, query: string, variables: object, token?: string): Promise<unknown> {
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-request-id': `start-${randomUUID()}`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(10_000),
  });
  return reply.json();
}
