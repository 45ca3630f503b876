import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestApproval } from '../subgraphs/kernel/approvals/approvals.ts';
import { eventually } from './testkit/eventually.ts';
import { startLiveSystem, type LiveSystem } from './testkit/live.ts';
import type { Told } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';

let live: LiveSystem;
let gateway: TestGateway;
beforeAll(async () => {
  live = await startLiveSystem();
  gateway = await startTestGateway(live.t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await live[Symbol.asyncDispose]();
});

const INBOX = 'subscription ($after: String) { approvalChanged(after: $after) { cursor kind approvalId approval { id status } } }';
const FEED = `subscription ($after: String, $filter: FeedFilterInput) { tenantFeed(after: $after, filter: $filter) { cursor kind severity title } }`;

interface Change {
  cursor: string;
  kind: string;
  approvalId: string;
  approval: { id: string } | null;
}
const changesOf = (told: Told): Change[] => told.results.map(({ data }) => (data as never as { approvalChanged: Change }).approvalChanged);

test('an inbox that loses its connection again and again hears of every approval once', async () => {
  const viewer = await live.t.newTenant();
  const token = await live.tokenOf(viewer);
  const ask = (subject: string): Promise<string> =>
    live.t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const approval = await requestApproval(unit, { title: subject, intent: 'why', evidence: {}, subject, now: new Date() });
      return approval.id;
    });
  // A first one, to begin behind.
  const watcher = live.connect(gateway, token).follow(INBOX);
  const first: string[] = [];
  await eventually('it has begun', async () => {
    first.push(await ask(`first ${randomUUID()}`));
    return watcher.results.length > 0;
  });
  await eventually('the last of them', () => changesOf(watcher).at(-1)?.approvalId === first.at(-1));
  let cursor = changesOf(watcher).at(-1)?.cursor ?? null;
  const heard: Change[] = [];
  const asked: string[] = [];
  for (let round = 0; round < 12; round++) {
    const client = live.connect(gateway, token);
    const told = client.follow(INBOX, { after: cursor });
    const batch = await Promise.all(Array.from({ length: 1 + (round % 4) }, (_, index) => ask(`${round}.${index} ${randomUUID()}`)));
    asked.push(...batch);
    // In every third round the connection is lost before anything could be heard.
    if (round % 3 !== 0) await eventually('something is heard', () => told.results.length > 0);
    await client[Symbol.asyncDispose]();
    const got = changesOf(told);
    heard.push(...got);
    cursor = got.at(-1)?.cursor ?? cursor;
  }
  const rest = live.connect(gateway, token).follow(INBOX, { after: cursor });
  await eventually('everything is heard', () => heard.length + rest.results.length >= asked.length);
  const all = [...heard, ...changesOf(rest)];
  expect(all.map(({ approvalId }) => approvalId).toSorted()).toEqual([...asked].toSorted());
  expect(new Set(all.map((change) => change.cursor)).size).toBe(all.length);
  expect(all.every(({ kind, approval, approvalId }) => kind === 'ASKED' && approval?.id === approvalId)).toBe(true);
});

test('a feed tells what its filter lets through, live and looking back', async () => {
  const viewer = await live.t.newTenant();
  const client = live.connect(gateway, await live.tokenOf(viewer));
  const [dashboards, errors] = [{ kinds: ['DASHBOARD'] }, { kinds: ['DASHBOARD'], severities: ['ERROR'] }];
  const [told, nothing] = [client.follow(FEED, { filter: dashboards }), client.follow(FEED, { filter: errors })];
  await eventually('it has begun', async () => {
    await live.emit(viewer.tenantId, 'begin');
    return told.results.length > 0;
  });
  expect(told.results.map(({ data }) => (data as never as { tenantFeed: { kind: string } }).tenantFeed.kind)).toContain('DASHBOARD');
  expect(nothing.results).toEqual([]);
  const back = 'query ($filter: FeedFilterInput) { feed(filter: $filter) { totalCount nodes { kind severity } } }';
  const page = async (filter: object): Promise<{ totalCount: number; nodes: { kind: string; severity: string }[] }> =>
    ((await live.t.graph('agents', back, { filter }, viewer)).data as never as { feed: never }).feed;
  const kept = await page(dashboards);
  expect(kept.totalCount).toBeGreaterThan(0);
  expect(kept.nodes.every(({ kind, severity }) => kind === 'DASHBOARD' && severity === 'INFO')).toBe(true);
  for (const filter of [errors, { kinds: ['RUN'] }, { agentId: randomUUID() }]) expect((await page(filter)).totalCount).toBe(0);
});
