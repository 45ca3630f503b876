import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';

/** Who logs in at the provider next, as it will say. */
export interface Account {
  email: string;
  email_verified: boolean;
  name: string;
}

/** A real OpenID provider over HTTP; its people log in without being asked. */
export interface TestProvider extends AsyncDisposable {
  issuer: string;
  account: Account;
  /** Takes over the reply of the token endpoint: what becomes of the ID token it would have sent. */
  tamper: ((idToken: string, forge: Forge) => Promise<string>) | null;
}

/** Makes ID tokens as the provider would, or as somebody else. */
export interface Forge {
  claims: JWTPayload;
  /** Signs with the provider's own key. */
  sign: (claims: JWTPayload) => Promise<string>;
}

export const CLIENT = { clientId: 'autonomos', clientSecret: 'a secret of at least some length' };

/** Starts a provider that knows us under `redirectUrl`. */
export async function openProvider(
  redirectUrl: string,
  proof: 'client_secret_post' | 'client_secret_basic' = 'client_secret_post',
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const opened: TestProvider = {
    issuer,
    account: { email: '', email_verified: true, name: 'Grace Hopper' },
    tamper: null,
    [Symbol.asyncDispose]: () => close(server),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUrl],
        token_endpoint_auth_method: proof,
      },
    ],
    jwks: { keys: [jwk] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    clientAuthMethods: [proof],
    adapter: MemoryAdapter,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...opened.account }) }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: CLIENT.clientId, accountId: context.oidc.session?.accountId ?? 'nobody' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (context.path.startsWith('/interaction/'))
      return provider
        .interactionFinished(context.req, context.res, { login: { accountId: opened.account.email } })
        .then(() => void (context.respond = false));
    await next();
    if (context.path !== '/token' || opened.tamper === null) return undefined;
    const body = context.body as { id_token?: string };
    if (body.id_token !== undefined) body.id_token = await opened.tamper(body.id_token, forgeFor(body.id_token, privateKey));
    return undefined;
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return opened;
}

/** What the provider keeps, in memory: it warns about the one it brings along. */
class MemoryAdapter implements Adapter {
  static readonly #kept = new Map<string, AdapterPayload>();
  readonly #kind: string;

  constructor(kind: string) {
    this.#kind = kind;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    MemoryAdapter.#kept.set(`${this.#kind} ${id}`, payload);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return MemoryAdapter.#kept.get(`${this.#kind} ${id}`);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return [...MemoryAdapter.#kept.values()].find((payload) => payload.uid === uid);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    Object.assign((await this.find(id)) ?? {}, { consumed: Math.floor(Date.now() / 1_000) });
  }

  async destroy(id: string): Promise<void> {
    MemoryAdapter.#kept.delete(`${this.#kind} ${id}`);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [name, payload] of MemoryAdapter.#kept) if (payload.grantId === grantId) MemoryAdapter.#kept.delete(name);
  }
}

function forgeFor(idToken: string, key: CryptoKey): Forge {
  const [, payload = ''] = idToken.split('.');
  return {
    claims: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as JWTPayload,
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'test' }).sign(key),
  };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** A browser that follows redirects and keeps cookies, and stops at the first address of our client. */
export async function browse(start: string, jar: Map<string, string> = new Map()): Promise<URL> {
  let url = new URL(start);
  for (let hops = 0; hops < 15; hops++) {
    const cookies = [...jar].filter(([name]) => name.startsWith(`${url.host} `)).map(([name, value]) => `${name.split(' ')[1]}=${value}`);
    const reply = await fetch(url, { redirect: 'manual', headers: { cookie: cookies.join('; ') } });
    for (const cookie of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split(/=(.*)/su) ?? [];
      jar.set(`${url.host} ${name}`, value);
    }
    await reply.arrayBuffer();
    const location = reply.headers.get('location');
    if (location === null) throw new Error(`${url.href} answered ${reply.status} and leads nowhere`);
    url = new URL(location, url);
    if (url.pathname === '/welcome' || url.pathname === '/login') return url;
  }
  throw new Error('too many redirects');
}
