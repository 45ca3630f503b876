import { randomUUID } from 'node:crypto';
import type { ExecutionResult } from 'graphql';
import type { TestGateway } from '../../../tests/testkit/test-gateway.ts';
import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import { signSession } from '../../kernel/viewer/session-token.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { UserRow } from '../user/user.entity.ts';

/** A company with people in it. */
export interface Company {
  tenantId: string;
  /** Somebody with this role, and the headers of their session. */
  person(role: Role): Promise<Person>;
}

export interface Person {
  viewer: UserViewer;
  headers: Readonly<Record<string, string>>;
}

export async function newCompany(t: TestSystem): Promise<Company> {
  const { database, secrets } = t.system;
  const tenantId = randomUUID();
  const createdAt = new Date();
  await database.unitOfWork(tenantId, async ({ em }) => {
    em.create(TenantRow, { id: tenantId, name: 'Acme', slug: tenantId, kind: 'ORGANISATION', parentId: null, closingAt: null, createdAt });
  });
  return {
    tenantId,
    async person(role) {
      const id = randomUUID();
      await database.unitOfWork(tenantId, async ({ em }) => {
        em.create(UserRow, {
          id,
          tenantId,
          email: `${id}@example.com`,
          displayName: `${role} person`,
          role,
          passwordHash: null,
          createdAt,
        });
      });
      const viewer: UserViewer = { kind: 'user', tenantId, userId: id, role };
      const { token } = await signSession(viewer, secrets.session, new Date());
      return { viewer, headers: { authorization: `Bearer ${token}` } };
    },
  };
}

/** One operation at the public door. */
export async function ask<Data = Record<string, never>>(
  { url }: Pick<TestGateway, 'url'>,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<ExecutionResult<Data> & { status: number }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as ExecutionResult<Data> & { code?: string };
  return { ...body, status: response.status };
}

/** Code of the first error; null: there is none. */
export function codeOf({ errors }: ExecutionResult<unknown>): string | null {
  const code = errors?.[0]?.extensions['code'];
  return typeof code === 'string' ? code : null;
}

export const MADE =
  '__typename ... on ApiKeyMade { secret key { id name start scopes status expiresAt } } ... on InputRefused { problems { code field } }';

export interface MadeKey {
  __typename: string;
  secret: string;
  key: { id: string; name: string; start: string; scopes: string[] | null; status: string; expiresAt: string | null };
  problems: { code: string; field: string | null }[];
}

/** Makes a key as this person. */
export async function makeKeyAs(gateway: TestGateway, { headers }: Person, input: object = {}): Promise<MadeKey> {
  const { data, errors } = await ask<{ createApiKey: MadeKey }>(
    gateway,
    headers,
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { ${MADE} } }`,
    { input: { name: 'a program', ...input } },
  );
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.createApiKey;
}

export const bearer = (secret: string): Readonly<Record<string, string>> => ({ authorization: `Bearer ${secret}` });
