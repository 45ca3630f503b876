import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { auditServer } from 'graphql-http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startAlone, type AloneGateway } from '../gateway/alone/start-alone.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { eventually } from './testkit/eventually.ts';
import { servePartner, supergraphOf, type PartnerSubgraph } from './testkit/partner-subgraph.ts';
import { INIT, rawSocket } from './testkit/raw-socket.ts';
import { socketClient } from './testkit/socket-client.ts';

const SECRET = 'a secret that is long enough to sign with';

interface Reply {
  status: number;
  data?: Record<string, unknown>;
  errors?: { message: string; path?: unknown[]; extensions: { code: string } }[];
}

async function ask(gateway: AloneGateway, query: string, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

async function people(): Promise<PartnerSubgraph> {
  const ada = { id: '1', name: 'Ada', salary: 5, mood: 'good', secret: 'x' };
  const partner = await servePartner(
    'people',
    `type Query { me: Person fails: String }
     type Person @key(fields: "id") {
       id: ID! name: String
       salary: Int @requiresScopes(scopes: [["read:salary"]])
       mood: String @authenticated
       secret: String @tag(name: "internal")
     }`,
    {
      Query: {
        me: () => ada,
        fails: () => {
          throw new Error('the password is 1234');
        },
      },
      Person: { __resolveReference: () => ada },
    },
  );
  onTestFinished(() => partner[Symbol.asyncDispose]());
  return partner;
}

async function pets(options: { thinksMs?: number } = {}): Promise<PartnerSubgraph> {
  const partner = await servePartner(
    'pets',
    'type Query { pets: [Pet!]! } type Pet { name: String! owner: Person! } type Person @key(fields: "id") { id: ID! pets: [Pet!]! }',
    {
      Query: { pets: () => [{ name: 'Rex', owner: { id: '1' } }] },
      Person: { pets: () => [{ name: 'Rex' }] },
    },
    options,
  );
  onTestFinished(() => partner[Symbol.asyncDispose]());
  return partner;
}

interface Alone {
  gateway: AloneGateway;
  /** Writes another text where the supergraph is. */
  rewrite: (sdl: string) => void;
  /** Lines of the log, parsed. */
  log: { msg: string; reason?: string }[];
}

async function alone(sdl: string, config = ''): Promise<Alone> {
  const folder = temporaryFolder();
  const [supergraph, file] = [join(folder, 'supergraph.graphql'), join(folder, 'gateway.yaml')];
  writeFileSync(supergraph, sdl);
  writeFileSync(file, `${config}\ndrainMs: 0`);
  const log: Alone['log'] = [];
  const gateway = await startAlone({
    supergraph,
    config: file,
    host: '127.0.0.1',
    port: 0,
    watch: true,
    environment: { SECRET },
    logDestination: { write: (line) => void log.push(JSON.parse(line) as Alone['log'][number]) },
  });
  onTestFinished(() => gateway.stop());
  return { gateway, rewrite: (text) => writeFileSync(supergraph, text), log };
}

function token(claims: Record<string, unknown>, expires: string = '1h'): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(expires).sign(new TextEncoder().encode(SECRET));
}

describe('a gateway over a supergraph file', () => {
  test('answers what several subgraphs know, over HTTP and over a socket, and says how it is', async () => {
    const { gateway } = await alone(supergraphOf(await people(), await pets()));
    const query = '{ pets { name owner { name pets { name } } } }';
    const data = { pets: [{ name: 'Rex', owner: { name: 'Ada', pets: [{ name: 'Rex' }] } }] };
    expect(await ask(gateway, query)).toEqual({ status: 200, data });
    await using client = socketClient(gateway.url, null);
    expect(await client.ask(query)).toMatchObject({ data });
    for (const path of ['/health/live', '/health/ready', '/metrics']) expect((await fetch(gateway.url + path)).status, path).toBe(200);
    expect((await fetch(`${gateway.url}/elsewhere`)).status).toBe(404);
    expect(await ask(gateway, '{ __schema { queryType { name } } }')).toMatchObject({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });

  test('passes the public audit of GraphQL over HTTP', async () => {
    const { gateway } = await alone(supergraphOf(await people()));
    const results = await auditServer({ url: `${gateway.url}/graphql` });
    expect(results.filter(({ status }) => status === 'error' || status === 'warn')).toEqual([]);
  });

  test('tells that a subgraph failed and where, and what it said only when that is configured', async () => {
    const sdl = supergraphOf(await people());
    const masked = await ask((await alone(sdl)).gateway, '{ me { name } fails }');
    expect(masked).toMatchObject({ status: 200, data: { me: { name: 'Ada' }, fails: null }, errors: [{ path: ['fails'] }] });
    expect(JSON.stringify(masked)).not.toContain('1234');
    const shown = await ask((await alone(sdl, 'errors: { subgraphMessages: show }')).gateway, '{ fails }');
    expect(shown.errors).toMatchObject([{ message: 'the password is 1234', path: ['fails'] }]);
  });

  test('serves another graph as soon as the file holds one; a file that holds none is refused, aloud', async () => {
    const first = await people();
    const { gateway, rewrite, log } = await alone(supergraphOf(first));
    expect((await ask(gateway, '{ pets { name } }')).status).toBe(400);
    rewrite(supergraphOf(first, await pets()));
    await eventually('the new field is served', async () => (await ask(gateway, '{ pets { name } }')).status === 200);
    rewrite('type Query { nothing: Int }');
    await eventually('it is refused', () => log.some(({ msg }) => msg.includes('was not taken')));
    expect(log.find(({ msg }) => msg.includes('was not taken'))?.reason).toMatch(/supergraph/);
    expect(await ask(gateway, '{ pets { name } }')).toMatchObject({ status: 200, data: { pets: [{ name: 'Rex' }] } });
  });

  test('requests that are under way when the graph changes end as they began', async () => {
    const [first, slow] = [await people(), await pets({ thinksMs: 300 })];
    const { gateway, rewrite } = await alone(supergraphOf(first, slow));
    const asked = ask(gateway, '{ pets { name } }');
    await eventually('it is under way', () => slow.heard.length > 0);
    rewrite(supergraphOf(first));
    await eventually('it is gone', async () => (await ask(gateway, '{ pets { name } }')).status === 400);
    expect(await asked).toMatchObject({ status: 200, data: { pets: [{ name: 'Rex' }] } });
  });

  test('reaches subgraphs where the configuration says, with the headers it says', async () => {
    const partner = await people();
    const config = `subgraphs: { people: { url: "${partner.url}", headers: { x-key: "\${SECRET}" } } }\nforwardHeaders: [X-Tenant]`;
    const { gateway } = await alone(supergraphOf({ ...partner, url: 'http://127.0.0.1:1/graphql' }), config);
    expect(await ask(gateway, '{ me { name } }', { 'x-tenant': 'acme', 'x-other': '1' })).toMatchObject({ data: { me: { name: 'Ada' } } });
    expect(partner.heard.at(-1)).toMatchObject({ 'x-key': SECRET, 'x-tenant': 'acme' });
    expect(partner.heard.at(-1)).not.toHaveProperty('x-other');
  });

  test('shows only the contract’s part of the graph', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'contract: { exclude: [internal] }');
    expect(await ask(gateway, '{ me { name } }')).toMatchObject({ status: 200 });
    expect(await ask(gateway, '{ me { secret } }')).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  test('lets in pages of the origins it is told of', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'cors: { origins: ["https://app.example"] }');
    const preflight = (origin: string): Promise<Response> =>
      fetch(`${gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,authorization' },
      });
    const welcome = await preflight('https://app.example');
    expect(welcome.status).toBe(204);
    expect(Object.fromEntries(welcome.headers)).toMatchObject({
      'access-control-allow-origin': 'https://app.example',
      'access-control-allow-headers': 'content-type,authorization',
      vary: 'origin',
    });
    expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('who comes with a token', () => {
  const QUERY = '{ me { name mood salary } }';

  test('may what its claims say; without one the guarded fields are null, each with its error', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'jwt: { secret: "${SECRET}" }');
    const nobody = await ask(gateway, QUERY);
    expect(nobody).toMatchObject({ status: 200, data: { me: { name: 'Ada', mood: null, salary: null } } });
    expect(nobody.errors?.map(({ path }) => path?.join('.')).toSorted()).toEqual(['me.mood', 'me.salary']);
    const somebody = await ask(gateway, QUERY, { authorization: `Bearer ${await token({ scope: 'other' })}` });
    expect(somebody).toMatchObject({ data: { me: { mood: 'good', salary: null } }, errors: [{ path: ['me', 'salary'] }] });
    const reader = await ask(gateway, QUERY, { authorization: `Bearer ${await token({ scope: 'other read:salary' })}` });
    expect(reader).toEqual({ status: 200, data: { me: { name: 'Ada', mood: 'good', salary: 5 } } });
  });

  test('is refused whole where that is configured', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'jwt: { secret: "${SECRET}" }\nauthorization: { denied: refuse }');
    expect(await ask(gateway, QUERY)).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const somebody = await ask(gateway, QUERY, { authorization: `Bearer ${await token({})}` });
    expect(somebody).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  test.each([
    ['is forged', async () => `${(await token({})).slice(0, -4)}AAAA`],
    ['has expired', () => token({}, '-1h')],
    ['is for somebody else', () => token({ aud: 'others' })],
    ['is no token', () => Promise.resolve('garbage')],
  ])('that %s is refused, not taken for nobody', async (_name, make) => {
    const { gateway } = await alone(supergraphOf(await people()), 'jwt: { secret: "${SECRET}", audience: us }');
    const reply = await ask(gateway, '{ me { name } }', { authorization: `Bearer ${await make()}` });
    expect(reply).toMatchObject({ status: 401, errors: [{ extensions: { code: 'TOKEN_REFUSED' } }] });
  });

  test('is checked with the issuer’s keys; while those cannot be had a retry is asked for', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    let away = true;
    const issuer = createServer((_request, response) => {
      if (away) response.writeHead(500).end();
      else void exportJWK(publicKey).then((key) => response.end(JSON.stringify({ keys: [{ ...key, alg: 'ES256', kid: 'one' }] })));
    });
    await new Promise<void>((resolve) => void issuer.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void issuer.close());
    const { gateway } = await alone(
      supergraphOf(await people()),
      `jwt: { jwks: "http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys", issuer: us }`,
    );
    const signed = await new SignJWT({ scope: 'read:salary', iss: 'us' })
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setExpirationTime('1h')
      .sign(privateKey);
    const headers = { authorization: `Bearer ${signed}` };
    expect(await ask(gateway, QUERY, headers)).toMatchObject({ status: 503, errors: [{ extensions: { code: 'KEYS_UNAVAILABLE' } }] });
    away = false;
    expect(await ask(gateway, QUERY, headers)).toMatchObject({ status: 200, data: { me: { salary: 5 } } });
  });
});

describe('a socket of somebody with a token', () => {
  test('has the token’s rights, and ends with it', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'jwt: { secret: "${SECRET}" }');
    await using reader = socketClient(gateway.url, await token({ scope: 'read:salary' }));
    expect(await reader.ask('{ me { salary } }')).toEqual({ data: { me: { salary: 5 } } });
    await using nobody = socketClient(gateway.url, null);
    expect(await nobody.ask('{ me { salary } }')).toMatchObject({ data: { me: { salary: null } }, errors: [{ path: ['me', 'salary'] }] });
    const brief = await rawSocket(gateway.url);
    brief.say({ ...INIT, payload: { authorization: `Bearer ${await token({}, '2s')}` } });
    await brief.hear('connection_ack');
    expect(await brief.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  });

  test('is not opened with a token that is refused', async () => {
    const { gateway } = await alone(supergraphOf(await people()), 'jwt: { secret: "${SECRET}" }');
    await using forged = socketClient(gateway.url, `${(await token({})).slice(0, -4)}AAAA`);
    await expect(forged.ask('{ me { name } }')).rejects.toMatchObject({ code: 4401 });
    expect(forged.closed()).toEqual({ code: 4401, reason: 'TOKEN_REFUSED' });
  });
});
