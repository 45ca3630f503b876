import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { openGraphCompany, type GraphCompany } from './testkit/graph-company.ts';

const AS_OF = '2026-06-30T00:00:00Z';
const TIMEOUT_MS = 60_000;
let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

const snapshot = (...domains: string[]): string =>
  JSON.stringify({
    meta: { snapshot_as_of: AS_OF },
    planes: {
      discovery: {
        observations: domains.flatMap((domain) =>
          ['dns', 'proxy'].map((source) => ({
            observation_id: `${domain} ${source}`,
            domain,
            source,
            observed_at: '2026-06-29T00:00:00Z',
          })),
        ),
      },
    },
  });

type Answer = (request: IncomingMessage, response: ServerResponse, root: string) => void;

/** A service that gives telemetry as it is told to. */
async function service(answer: Answer): Promise<{ root: string; asked: IncomingMessage[]; answer: Answer }> {
  const it = { root: '', asked: [] as IncomingMessage[], answer };
  const server = createServer((request, response) => {
    it.asked.push(request);
    it.answer(request, response, it.root);
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  it.root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return it;
}
const gives =
  (text: string): Answer =>
  (_request, response) =>
    void response.end(text);

const ADD = `mutation ($input: AddTelemetryFeedInput!) { it: addTelemetryFeed(input: $input) {
  ... on TelemetryFeedAdded { feed { id kind address header } secret } ... on InputRefused { problems { code field } } } }`;
const CHANGE = `mutation ($input: ChangeTelemetryFeedInput!) { it: changeTelemetryFeed(input: $input) {
  ... on TelemetryFeedChanged { feed { name address header } } ... on InputRefused { problems { code field } } } }`;
const FEEDS = `{ telemetryFeeds { nodes { id address header lastArrival { triedAt arrivedAt files bytes problem { code message } }
  lastCount { files read taken kept refused } } } }`;

interface Feed {
  id: string;
  lastArrival: { arrivedAt: string | null; files: number; bytes: number; problem: { code: string; message: string } | null } | null;
  lastCount: Record<string, number> | null;
}
interface Refused {
  problems: { code: string; field: string | null }[];
}

async function add(viewer: UserViewer, url: object): Promise<{ feed?: Feed } & Partial<Refused>> {
  return (await company.ask<{ it: { feed?: Feed } & Partial<Refused> }>(viewer, ADD, { input: { name: 'sensors', url } })).it;
}
const signed = (secret: string, body: string, at = Date.now()): Record<string, string> => {
  const moment = String(Math.floor(at / 1_000));
  return { 'x-timestamp': moment, 'x-signature': createHmac('sha256', secret).update(`${moment}.${body}`).digest('hex') };
};
async function post(id: string | undefined, headers: Record<string, string>, body: string): Promise<{ status: number; said: unknown }> {
  const answer = await fetch(`${company.url}/telemetry/${id ?? ''}`, { method: 'POST', headers, body });
  return { status: answer.status, said: await answer.json() };
}
async function feeds(viewer: UserViewer): Promise<Feed[]> {
  return (await company.ask<{ telemetryFeeds: { nodes: Feed[] } }>(viewer, FEEDS)).telemetryFeeds.nodes;
}

interface Scanned {
  id: string;
  status: string;
  mode: string;
  digest: string | null;
  counts: { found: number } | null;
  problem: { code: string } | null;
  unfetched: { code: string; feed: { name: string } }[];
}
async function scan(viewer: UserViewer, input: object = {}): Promise<Scanned> {
  const start = 'mutation ($input: StartScanInput) { startScan(input: $input) { ... on ScanStarted { scan { id } } } }';
  const { startScan } = await company.ask<{ startScan: { scan: { id: string } } }>(viewer, start, { input });
  const query =
    'query ($id: ID!) { scan(id: $id) { id status mode digest counts { found } problem { code } unfetched { code feed { name } } } }';
  const now = async (): Promise<Scanned> => (await company.ask<{ scan: Scanned }>(viewer, query, startScan.scan)).scan;
  await eventually('the scan ends', async () => (await now()).status !== 'RUNNING', TIMEOUT_MS);
  return now();
}

test(
  'what is at an address is fetched by every scan, page by page, and every record is counted in and out',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service(({ url }, response, root) => {
      if (url?.includes('page=2') === true) response.end(snapshot('c.com'));
      else response.setHeader('link', `<${root}/export?page=2>; rel="next"`).end(snapshot('a.com', 'b.com'));
    });
    const { feed } = await add(viewer, { address: `${there.root}/export#top` });
    expect(feed).toMatchObject({ kind: 'URL', address: `${there.root}/export`, header: null });
    expect(await feeds(viewer)).toMatchObject([{ lastArrival: null, lastCount: null }]);
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 3 } });
    const counted = { files: 2, read: 6, taken: 6, kept: 0, refused: 0 };
    expect(await feeds(viewer)).toMatchObject([{ lastArrival: { files: 2, problem: null }, lastCount: counted }]);
    // Nothing is new: nothing is read again, and what was counted stays so.
    expect(await scan(viewer, { mode: 'INCREMENTAL' })).toMatchObject({ mode: 'INCREMENTAL', counts: { found: 3 } });
    expect(await feeds(viewer)).toMatchObject([{ lastCount: counted }]);
    there.answer = gives(snapshot('a.com'));
    expect(await scan(viewer, { mode: 'INCREMENTAL' })).toMatchObject({ mode: 'FULL', counts: { found: 1 } });
  },
  TIMEOUT_MS,
);

test(
  'a repeated scan fetches nothing',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service(gives(snapshot('a.com')));
    await add(viewer, { address: there.root });
    const first = await scan(viewer);
    there.answer = gives(snapshot('b.com'));
    expect(await scan(viewer, { replayOf: first.id })).toMatchObject({ status: 'SUCCEEDED', digest: first.digest });
    expect(there.asked).toHaveLength(1);
  },
  TIMEOUT_MS,
);

test(
  'the secret is sent in its header, kept sealed, never shown, and given to nobody else',
  async () => {
    const viewer = await company.t.newTenant();
    const other = await service(gives(snapshot('b.com')));
    const there = await service(
      (_request, response) => void response.setHeader('link', `<${other.root}/>; rel=next`).end(snapshot('a.com')),
    );
    const { feed } = await add(viewer, { address: there.root, secret: 'open-sesame' });
    expect(feed).toMatchObject({ header: 'authorization' });
    await scan(viewer);
    expect(there.asked.at(-1)?.headers.authorization).toBe('Bearer open-sesame');
    expect(other.asked).toHaveLength(0);
    const { rows } = await company.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      sql<{ row: string }>`select f::text as row from telemetry_feed f where tenant_id = ${viewer.tenantId}`.execute(unit.sql),
    );
    expect(rows.map(({ row }) => row).join()).not.toContain('sesame');
    const change = async (input: object): Promise<unknown> =>
      (await company.ask<{ it: unknown }>(viewer, CHANGE, { input: { id: feed?.id, ...input } })).it;
    expect(await change({ url: { address: `${there.root}/v2`, header: 'X-Api-Key' } })).toMatchObject({ feed: { header: 'x-api-key' } });
    await scan(viewer);
    expect(there.asked.at(-1)).toMatchObject({ url: '/v2', headers: { 'x-api-key': 'open-sesame' } });
    expect(await change({ name: 'elsewhere', url: { address: other.root } })).toEqual({
      feed: { name: 'elsewhere', address: `${other.root}/`, header: null },
    });
    expect(await feeds(viewer)).toMatchObject([{ lastArrival: null }]);
    await scan(viewer);
    expect(JSON.stringify(other.asked.map(({ headers }) => headers))).not.toContain('sesame');
  },
  TIMEOUT_MS,
);

test(
  'what fails is tried again, told at the feed, and what came before is read as long',
  async () => {
    const viewer = await company.t.newTenant();
    let tries = 0;
    const there = await service((_request, response) => {
      tries += 1;
      if (tries === 1) response.writeHead(503).end();
      else response.end(snapshot('a.com'));
    });
    await add(viewer, { address: `${there.root}/secret-path` });
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 1 }, unfetched: [] });
    expect(tries).toBe(2);
    there.answer = (_request, response) => void response.writeHead(403).end();
    const unfetched = [{ code: 'FEED_REFUSED', feed: { name: 'sensors' } }];
    const later = await scan(viewer);
    expect(later).toMatchObject({ status: 'SUCCEEDED', counts: { found: 1 }, unfetched });
    expect(await scan(viewer, { replayOf: later.id })).toMatchObject({ status: 'SUCCEEDED', unfetched: [] });
    const [feed] = await feeds(viewer);
    expect(feed?.lastArrival).toMatchObject({ arrivedAt: expect.any(String), files: 1, problem: { code: 'FEED_REFUSED' } });
    expect(feed?.lastArrival?.problem?.message).not.toContain('secret-path');
    // Broken off in the middle: nothing of it takes the place of what was there.
    there.answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '9999' }).write('{"planes": {');
      response.destroy();
    };
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 1 } });
    expect(await feeds(viewer)).toMatchObject([{ lastArrival: { problem: { code: 'FEED_NOT_ANSWERED' } } }]);
  },
  TIMEOUT_MS,
);

test(
  'feeds of a service that is down do not each wait for it',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service((_request, response) => void response.writeHead(503).end());
    for (const path of ['one', 'two', 'three']) await add(viewer, { address: `${there.root}/${path}` });
    await add(viewer, { address: (await service(gives(snapshot('a.com')))).root });
    const unfetched = ['one', 'two', 'three'].map(() => ({ code: 'FEED_NOT_ANSWERED' }));
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 1 }, unfetched });
    expect(there.asked.map(({ url }) => url)).toEqual(['/one', '/one', '/one', '/two', '/two']);
  },
  TIMEOUT_MS,
);

test(
  'where nothing ever came a scan says why',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service((_request, response) => void response.writeHead(401).end());
    await add(viewer, { address: there.root });
    expect(await scan(viewer)).toMatchObject({ status: 'FAILED', problem: { code: 'FEED_REFUSED' } });
  },
  TIMEOUT_MS,
);

test(
  'nothing is fetched where the company lets nobody be called directly',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service(gives(snapshot('a.com')));
    await add(viewer, { address: there.root });
    await company.ask(viewer, 'mutation { setPlanePolicy(input: { allowedKinds: [KONG], directAllowed: false }) { __typename } }');
    expect(await scan(viewer)).toMatchObject({ status: 'FAILED', problem: { code: 'FEED_DIRECT_NOT_ALLOWED' } });
    expect(there.asked).toHaveLength(0);
  },
  TIMEOUT_MS,
);

test(
  'an address that is none, that nobody may reach, or a header that cannot be sent is refused',
  async () => {
    const viewer = await company.t.newTenant();
    const refused = async (url: object): Promise<unknown> => (await add(viewer, url)).problems;
    for (const address of ['ftp://example.com/x', 'nowhere', 'https://user:word@example.com/'])
      expect([address, await refused({ address })]).toEqual([address, [{ code: 'FEED_ADDRESS_INVALID', field: 'url.address' }]]);
    expect(await refused({ address: 'http://169.254.169.254/latest' })).toEqual([{ code: 'ADDRESS_NOT_ALLOWED', field: 'url.address' }]);
    for (const header of ['host', 'bad header', 'content-length'])
      expect([header, await refused({ address: 'http://127.0.0.1:9/', header, secret: 's' })]).toEqual([
        header,
        [{ code: 'FEED_HEADER_INVALID', field: 'url.header' }],
      ]);
    const { feed } = await add(viewer, { address: 'http://127.0.0.1:9/' });
    const stranger = await company.t.newTenant();
    const change = await company.ask<{ it: unknown }>(stranger, CHANGE, { input: { id: feed?.id, name: 'mine' } });
    expect(change.it).toMatchObject({ problems: [{ code: 'FEED_NOT_FOUND' }] });
    expect(await feeds(stranger)).toEqual([]);
  },
  TIMEOUT_MS,
);

test(
  'what is sent to a webhook is kept once, scanned with all that came before, and taken from nobody without its secret',
  async () => {
    const viewer = await company.t.newTenant();
    const { it } = await company.ask<{ it: { feed: Feed & { address: string }; secret: string } }>(viewer, ADD, {
      input: { name: 'agents', webhook: true },
    });
    const { feed, secret } = it;
    expect(feed).toMatchObject({ kind: 'WEBHOOK', address: expect.stringMatching(new RegExp(`/telemetry/${feed.id}$`)) });
    const [a, b] = [snapshot('a.com'), snapshot('b.com')];
    const message = signed(secret, a);
    expect(await post(feed.id, message, a)).toEqual({ status: 202, said: { stored: true } });
    expect(await post(feed.id, message, a)).toEqual({ status: 202, said: { stored: false } });
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 1 } });
    expect(await post(feed.id, signed(secret, b), b)).toMatchObject({ status: 202 });
    expect(await scan(viewer, { mode: 'INCREMENTAL' })).toMatchObject({ mode: 'INCREMENTAL', counts: { found: 2 } });
    expect(await feeds(viewer)).toMatchObject([{ lastArrival: { files: 2, problem: null }, lastCount: { files: 2, read: 4, taken: 4 } }]);
    const refused = async (headers: Record<string, string>, body: string, id = feed.id): Promise<unknown> => {
      const { status, said } = await post(id, headers, body);
      return [status, (said as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code];
    };
    const c = snapshot('c.com');
    expect(await refused({}, c)).toEqual([401, 'INBOUND_SIGNATURE_MISSING']);
    expect(await refused(signed('another', c), c)).toEqual([401, 'INBOUND_SIGNATURE_INVALID']);
    expect(await refused(signed(secret, a), c)).toEqual([401, 'INBOUND_SIGNATURE_INVALID']);
    expect(await refused(signed(secret, c, Date.now() - 600_000), c)).toEqual([400, 'INBOUND_TOO_OLD']);
    expect(await refused(signed(secret, ' '), ' ')).toEqual([400, 'FEED_EMPTY']);
    expect(await refused(signed(secret, c), c, viewer.tenantId)).toEqual([404, 'FEED_NOT_FOUND']);
    const rotate = 'mutation ($id: ID!) { rotateTelemetryFeedSecret(id: $id) { secret } }';
    const { rotateTelemetryFeedSecret: next } = await company.ask<{ rotateTelemetryFeedSecret: { secret: string } }>(viewer, rotate, {
      id: feed.id,
    });
    expect(next.secret).not.toBe(secret);
    // The sender is changed over within a day: until then both hold.
    const [d, e] = [snapshot('d.com'), snapshot('e.com')];
    expect(await post(feed.id, signed(next.secret, d), d)).toMatchObject({ status: 202 });
    expect(await post(feed.id, signed(secret, e), e)).toMatchObject({ status: 202 });
    await expect(company.ask(await company.t.newTenant(), rotate, { id: feed.id })).rejects.toThrow('FEED_NOT_FOUND');
    await company.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed.id });
    expect(await refused(signed(next.secret, c), c)).toEqual([404, 'FEED_NOT_FOUND']);
  },
  TIMEOUT_MS,
);

test(
  'what happens after a snapshot was taken is of the past once it is sent',
  async () => {
    const viewer = await company.t.newTenant();
    const there = await service(gives(snapshot('a.com')));
    await add(viewer, { address: there.root });
    const sent = await company.ask<{ it: { feed: Feed; secret: string } }>(viewer, ADD, { input: { name: 'door', webhook: true } });
    const justNow = new Date(Date.now() - 1_000).toISOString();
    const observations = ['dns', 'proxy'].map((source) => ({ observation_id: source, domain: 'b.com', source, observed_at: justNow }));
    const body = JSON.stringify({ planes: { discovery: { observations } } });
    expect(await post(sent.it.feed.id, signed(sent.it.secret, body), body)).toMatchObject({ status: 202 });
    expect(await scan(viewer)).toMatchObject({ status: 'SUCCEEDED', counts: { found: 2 } });
    const door = (await feeds(viewer)).find(({ id }) => id === sent.it.feed.id);
    expect(door?.lastCount).toMatchObject({ read: 2, taken: 2, refused: 0 });
  },
  TIMEOUT_MS,
);
