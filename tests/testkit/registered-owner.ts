import { randomUUID } from 'node:crypto';

/** Somebody who has just registered a company of their own. */
export interface RegisteredOwner {
  tenantId: string;
  userId: string;
  email: string;
  /** Of their session. */
  token: string;
  headers: { authorization: string };
}

const REGISTER = `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) {
  ... on Session { token viewer { user { id } tenant { id } } } ... on InputRefused { problems { message } } } }`;

/** Registers a company at the public door at `url`. @throws Error with what was refused */
export async function registerOwner(
  url: string,
  { tenantName = 'Acme', email = `${randomUUID()}@example.com`, displayName = 'Ada' } = {},
): Promise<RegisteredOwner> {
  const input = { tenantName, email, displayName, password: 'correct horse battery' };
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: REGISTER, variables: { input } }),
  });
  const text = await reply.text();
  const { data } = JSON.parse(text) as {
    data?: { registerTenant?: { token?: string; viewer?: { user: { id: string }; tenant: { id: string } } } };
  };
  const { token, viewer } = data?.registerTenant ?? {};
  if (token === undefined || viewer === undefined) throw new Error(`${tenantName} could not be registered: ${text}`);
  return { tenantId: viewer.tenant.id, userId: viewer.user.id, email, token, headers: { authorization: `Bearer ${token}` } };
}
