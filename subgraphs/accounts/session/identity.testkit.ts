import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { createGraphContext } from '../../kernel/federation/context.ts';
import { verifySession } from '../../kernel/viewer/session-token.ts';
import type { UserViewer, Viewer } from '../../kernel/viewer/viewer.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';

export const PASSWORD = 'correct horse battery';

/** What log-ins give, in one shape. */
export interface Opened {
  __typename: string;
  token: string;
  refreshToken: string | null;
  deviceProof: string | null;
  challenge: string;
  viewer: { role: string; user: { id: string; email: string; displayName: string }; tenant: { id: string; name: string } };
  problems: { code: string; field: string | null; message: string }[];
}

export const SESSION = `__typename ... on Session { token refreshToken deviceProof viewer { role user { id email displayName } tenant { id name } } }
  ... on InputRefused { problems { code field message } }`;
export const LOGGED_IN = `${SESSION} ... on SecondFactorRequired { challenge }`;

/** Who asks, and from where. */
export interface Asking {
  viewer?: Viewer;
  address?: string | null;
  agent?: string | null;
}

export interface Person {
  session: Opened;
  viewer: UserViewer;
  email: string;
}

export interface Identity extends AsyncDisposable {
  t: TestSystem;
  /** Data of one operation. @throws Error with the codes of its errors */
  ask<T>(query: string, variables?: Record<string, unknown>, who?: Asking): Promise<T>;
  register(overrides?: Record<string, string>): Promise<Person>;
  /** Invites somebody and accepts for them. */
  join(owner: Person, role: string): Promise<Person>;
  logIn(email: string, password: string, device?: string | null, who?: Asking): Promise<Opened>;
  refresh(token: string): Promise<Opened>;
  viewerOf(session: Opened): Promise<UserViewer>;
  /** The code in the newest mail to an address, once there are so many. */
  mailedCode(to: string, count?: number): Promise<string>;
  /** What was mailed to an address, oldest first. */
  mails(to: string): Promise<string[]>;
  /** Moves the clock that the accounts see. */
  pass(ms: number): void;
}

/** The accounts subgraph alone, with a clock that can be moved and mails that can be read. */
export async function openIdentity(): Promise<Identity> {
  const t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  let ahead = 0;
  t.system.clock = () => new Date(Date.now() + ahead);
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}, who: Asking = {}): Promise<T> => {
    const context = createGraphContext({
      viewer: who.viewer ?? { kind: 'anonymous' },
      clientAddress: who.address ?? null,
      clientAgent: who.agent ?? null,
    });
    const run = t.subgraphs.byName.get('accounts')?.execute;
    const execute = async () => run?.({ query, variables }, context);
    const refused = (error: unknown): never => {
      throw error instanceof DomainError ? new Error(error.code, { cause: error }) : error;
    };
    const { data, errors } = (await execute().catch(refused)) ?? {};
    if (errors !== undefined) throw new Error(errors.map((error) => JSON.stringify(error.extensions['code'] ?? error.message)).join());
    return data as T;
  };
  const viewerOf = (session: Opened): Promise<UserViewer> => verifySession(session.token, t.system.secrets.session, t.system.clock());
  const personOf = async (session: Opened): Promise<Person> => ({
    session,
    viewer: await viewerOf(session),
    email: session.viewer.user.email,
  });
  const mails = async (to: string): Promise<string[]> => {
    const folder = join(t.system.config.dataFolder, 'mail');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return texts.map(decode).filter((text) => text.includes(`To: ${to}`));
  };
  const mailedCode = async (to: string, count = 1): Promise<string> => {
    await eventually(`${count} mails with a code to ${to}`, async () => codesIn(await mails(to)).length >= count);
    return codesIn(await mails(to)).at(-1) ?? '';
  };
  return {
    t,
    ask,
    viewerOf,
    mails,
    mailedCode,
    async register(overrides = {}) {
      const input = { tenantName: 'Acme', email: `${randomUUID()}@example.com`, displayName: 'Ada', password: PASSWORD, ...overrides };
      const { registerTenant } = await ask<{ registerTenant: Opened }>(
        `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ${SESSION} } }`,
        { input },
      );
      if (registerTenant.__typename !== 'Session') throw new Error(JSON.stringify(registerTenant.problems));
      return personOf(registerTenant);
    },
    async join(owner, role) {
      const email = `${randomUUID()}@example.com`;
      const invite = 'mutation ($e: String!, $r: Role!) { inviteMember(email: $e, role: $r) { __typename } }';
      await ask(invite, { e: email, r: role }, owner);
      const accept = `mutation ($c: String!, $p: String!) { acceptInvitation(code: $c, displayName: "Grace", password: $p) { ${SESSION} } }`;
      return personOf((await ask<{ acceptInvitation: Opened }>(accept, { c: await mailedCode(email), p: PASSWORD })).acceptInvitation);
    },
    async logIn(email, password, device = null, who = {}) {
      const query = `mutation ($e: String!, $p: String!, $d: String) { logIn(email: $e, password: $p, device: $d) { ${LOGGED_IN} } }`;
      return (await ask<{ logIn: Opened }>(query, { e: email, p: password, d: device }, who)).logIn;
    },
    async refresh(token) {
      const query = `mutation ($t: String!) { refreshSession(refreshToken: $t) { ${SESSION} } }`;
      return (await ask<{ refreshSession: Opened }>(query, { t: token })).refreshSession;
    },
    pass: (ms) => void (ahead += ms),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

function codesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(/https?:\/\/\S+#([\w-]+)/gu)].map(([, code = '']) => code));
}

/** Quoted-printable as it was written. */
function decode(text: string): string {
  return text
    .replaceAll(/=\r?\n/gu, '')
    .replaceAll(/=([\dA-F]{2})/gu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
