import { randomUUID } from 'node:crypto';
import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import { verifySession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';

const REGISTER = `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { __typename ... on Session { token } } }`;

/** The owner of a company that has just registered, as its session says. */
export async function registered(t: TestSystem): Promise<UserViewer> {
  const input = { tenantName: 'Acme', email: `${randomUUID()}@example.com`, displayName: 'Ada', password: 'correct horse battery' };
  const { data } = await t.graph('accounts', REGISTER, { input });
  const { token } = (data as { registerTenant: { token: string } }).registerTenant;
  return verifySession(token, t.system.secrets.session, new Date());
}
