import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DriftTest, HEADER, ordersOf, startDriftTest } from './drift.testkit.ts';

const quoted = (cells: string[]): string[] => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell));
const orders = (header: string, count = 60, change: (cells: string[], index: number) => string[] = (cells) => cells): string =>
  ordersOf(header, count, (cells, index) => quoted(change(cells, index)));

let d: DriftTest;
beforeAll(async () => {
  d = await startDriftTest();
});
afterAll(() => d[Symbol.asyncDispose]());

describe('a column that is called otherwise', () => {
  test('is read on by itself when the same records say so: records are complete, and nobody has to map anything anew', async () => {
    const viewer = await d.t.newTenant();
    const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
    await rewrite(orders(HEADER.replace('status', 'order_state'), 62));
    await d.sync(viewer, connectionId);
    expect(await d.drifts(viewer, connectionId)).toMatchObject([
      { kind: 'RENAMED', status: 'REPAIRED', field: 'status', before: [{ path: 'status' }], after: [{ path: 'order_state' }] },
    ]);
    expect(await d.repairs(viewer, connectionId)).toMatchObject([
      { status: 'APPLIED', automatic: true, changes: [{ column: 'status', from: ['order_state'] }], approval: null },
    ]);
    const object = await d.landed(viewer, connectionId);
    expect(object).toMatchObject({ rowCount: 62, quarantinedCount: 0 });
    expect(object.sample.every((record) => typeof record['status'] === 'string' && !('order_state' in record))).toBe(true);
    expect(await d.proposals(viewer, connectionId)).toBe(1);
  });
});

describe('a change that a person has to decide about', () => {
  const KEYLESS = HEADER.replace('order_id', 'order_ref');
  test('holds the records, is approved where approvals are, and what waited lands', async () => {
    const viewer = await d.t.newTenant();
    const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
    await rewrite(orders(KEYLESS, 63));
    await d.sync(viewer, connectionId);
    const [repair] = await d.repairs(viewer, connectionId);
    expect(repair).toMatchObject({
      status: 'PROPOSED',
      automatic: false,
      reason: expect.stringContaining('apart'),
      changes: [{ column: 'order_id', from: ['order_ref'] }],
    });
    expect(repair?.preview[0]).toEqual({ before: { order_id: 'O-1000' }, after: { order_id: 'O-1000' } });
    const held = await d.landed(viewer, connectionId);
    expect(held).toMatchObject({ rowCount: 60, quarantinedCount: 63 });
    expect(held.sample).toHaveLength(60);
    expect(held.sample[0]).toMatchObject({ order_id: 'O-1000', status: 'open' });
    expect(await quarantined(viewer, connectionId)).toMatchObject({
      totalCount: 63,
      nodes: [{ code: 'DRIFTED', raw: expect.stringContaining('order_ref') }],
    });
    const decided = await d.ask<{ decideApproval: object }>(
      viewer,
      'agents',
      'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE) { ... on ApprovalDecided { approval { status } } ... on InputRefused { problems { code } } } }',
      { id: repair?.approval?.id },
    );
    expect(decided.decideApproval).toEqual({ approval: { status: 'APPROVED' } });
    await d.t.settled();
    await d.runEnds(viewer, repair?.id ?? '');
    expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'APPLIED', automatic: false }]);
    expect((await d.drifts(viewer, connectionId)).filter(({ holds }) => holds)).toMatchObject([{ status: 'REPAIRED' }]);
    expect(await quarantined(viewer, connectionId)).toMatchObject({ totalCount: 0 });
    expect((await d.landed(viewer, connectionId)).sample).toHaveLength(63);
    await d.sync(viewer, connectionId);
    expect(await d.landed(viewer, connectionId)).toMatchObject({ rowCount: 63, quarantinedCount: 0 });
    expect(await d.proposals(viewer, connectionId)).toBe(1);
  });

  test('a column that went without a successor is never guessed: records stay as they were until somebody says what to read, or that it is gone', async () => {
    const viewer = await d.t.newTenant();
    const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
    const other = (cells: string[], i: number): string[] => [...cells.slice(0, 4), ['a', 'b'][i % 2] ?? '', cells[5] ?? ''];
    await rewrite(orders(HEADER.replace('status', 'lane'), 60, other));
    await d.sync(viewer, connectionId);
    const [repair] = await d.repairs(viewer, connectionId);
    expect(repair).toMatchObject({ status: 'PROPOSED', confidence: 0, changes: [{ column: 'status', from: [] }] });
    expect((await d.drifts(viewer, connectionId)).find(({ kind }) => kind === 'REMOVED')).toMatchObject({
      severity: 'CRITICAL',
      status: 'OPEN',
      holds: true,
    });
    expect((await d.landed(viewer, connectionId)).sample.every((record) => typeof record['status'] === 'string')).toBe(true);
    const accept = (changes: object[]): Promise<{ acceptRepair: object }> =>
      d.ask(viewer, 'connectors', ACCEPT, { id: repair?.id, changes });
    expect((await accept([])).acceptRepair).toMatchObject({ problems: [{ code: 'REPAIR_INCOMPLETE' }] });
    expect((await accept([{ column: 'status', from: ['nothing'] }])).acceptRepair).toMatchObject({
      problems: [{ code: 'REPAIR_FIELD_UNKNOWN' }],
    });
    expect((await accept([{ column: 'status', from: ['lane'], values: [{ from: 'a', to: 'open' }] }])).acceptRepair).toMatchObject({
      repair: { status: 'APPLIED' },
    });
    await d.runEnds(viewer, repair?.id ?? '');
    expect(new Set((await d.landed(viewer, connectionId)).sample.map((record) => record['status']))).toEqual(new Set(['open', 'b']));
  });

  test('is turned down and not asked again; dismissing the drift takes the source as it is', async () => {
    const viewer = await d.t.newTenant();
    const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
    await rewrite(orders(KEYLESS));
    await d.sync(viewer, connectionId);
    const [repair] = await d.repairs(viewer, connectionId);
    const both = await Promise.all([
      d.ask<{ rejectRepair: object }>(viewer, 'connectors', REJECT, { id: repair?.id }),
      d.ask<{ rejectRepair: object }>(viewer, 'connectors', REJECT, { id: repair?.id }),
    ]);
    expect(new Set(both.flatMap(({ rejectRepair }) => Object.keys(rejectRepair)))).toEqual(new Set(['problems', 'repair']));
    await d.sync(viewer, connectionId);
    expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'REJECTED' }]);
    expect(await d.landed(viewer, connectionId)).toMatchObject({ rowCount: 60, quarantinedCount: 60 });
    const [drift] = (await d.drifts(viewer, connectionId)).filter(({ holds }) => holds);
    const dismissed = await d.ask<{ dismissDrift: object }>(
      viewer,
      'connectors',
      'mutation ($id: ID!) { dismissDrift(id: $id) { ... on DriftDismissed { drift { status } } ... on InputRefused { problems { code } } } }',
      { id: drift?.id },
    );
    expect(dismissed.dismissDrift).toEqual({ drift: { status: 'DISMISSED' } });
    await d.sync(viewer, connectionId);
    const object = await d.landed(viewer, connectionId);
    expect(object).toMatchObject({ rowCount: 60, quarantinedCount: 0 });
    expect(object.sample[0]).toHaveProperty('order_ref');
  });
});

test('a repair that is rolled back leaves everything as it was, and is not done again by itself', async () => {
  const viewer = await d.t.newTenant();
  const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
  const before = await d.landed(viewer, connectionId);
  const shifted = (cells: string[], i: number): string[] => (i % 10 === 0 ? [...cells.slice(0, 3), '99', ...cells.slice(4)] : cells);
  await rewrite(orders(HEADER.replace('status', 'order_state'), 62, shifted));
  await d.sync(viewer, connectionId);
  const [repair] = await d.repairs(viewer, connectionId);
  expect(repair).toMatchObject({ status: 'APPLIED', automatic: true });
  const rolled = await d.ask<{ rollBackRepair: object }>(viewer, 'connectors', ROLL_BACK, { id: repair?.id });
  expect(rolled.rollBackRepair).toMatchObject({ repair: { status: 'ROLLED_BACK' } });
  await d.runEnds(viewer, repair?.id ?? '');
  expect((await d.landed(viewer, connectionId)).sample).toEqual(before.sample);
  await d.sync(viewer, connectionId);
  expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'ROLLED_BACK' }]);
  expect((await d.landed(viewer, connectionId)).sample).toEqual(before.sample);
  expect(await quarantined(viewer, connectionId)).toMatchObject({ totalCount: 62 });
});

const ACCEPT = `mutation ($id: ID!, $changes: [RepairChangeInput!]) { acceptRepair(id: $id, changes: $changes) { ... on RepairDecided { repair { status } } ... on InputRefused { problems { code field } } } }`;
const REJECT = `mutation ($id: ID!) { rejectRepair(id: $id) { ... on RepairDecided { repair { status } } ... on InputRefused { problems { code } } } }`;
const ROLL_BACK = REJECT.replace('rejectRepair', 'rollBackRepair');

async function quarantined(viewer: Parameters<DriftTest['sync']>[0], connectionId: string): Promise<object> {
  const query =
    'query ($id: ID!) { quarantine(filter: { connectionId: $id }, first: 1) { totalCount nodes { code reason raw object { name } } } quarantineCounts(filter: { connectionId: $id }) { code records } }';
  return (await d.ask<{ quarantine: object }>(viewer, 'connectors', query, { id: connectionId })).quarantine;
}

test('the observer sees a drift before any sync does, two at once settle it once, and a source that is again as it was is left alone', async () => {
  const viewer = await d.t.newTenant();
  const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
  await rewrite(orders(HEADER.replace('order_id', 'order_ref')));
  const both = await Promise.allSettled([observe(viewer, connectionId), observe(viewer, connectionId)]);
  expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'PROPOSED' }]);
  expect((await d.drifts(viewer, connectionId)).filter(({ holds }) => holds)).toHaveLength(1);
  expect(await d.landed(viewer, connectionId)).toMatchObject({ rowCount: 60, quarantinedCount: 0 });
  await rewrite(orders(HEADER));
  await observe(viewer, connectionId);
  expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'EXPIRED' }]);
  expect((await d.drifts(viewer, connectionId)).filter(({ status }) => status === 'OPEN')).toEqual([]);
});

test('money that is called otherwise is asked about, however sure it is; a policy may let it pass', async () => {
  const dear = (header: string): string => orders(header, 60, (cells, index) => cells.with(3, `$${100 + index * 3}.50`));
  const priced = HEADER.replace('quantity', 'amount');
  const viewer = await d.t.newTenant();
  const { connectionId, rewrite } = await d.published(viewer, dear(priced));
  await rewrite(dear(priced.replace('amount', 'order_amount')));
  await d.sync(viewer, connectionId);
  const asked = await d.repairs(viewer, connectionId);
  expect(asked).toMatchObject([{ status: 'PROPOSED', automatic: false, reason: expect.stringContaining('money') }]);
  expect(asked[0]?.confidence).toBeGreaterThan(0.9);
  const other = await d.t.newTenant();
  const bold = 'mutation { setRepairPolicy(input: { criticalMoney: false }) { __typename } }';
  await d.ask(other, 'connectors', bold, {});
  const free = await d.published(other, dear(priced));
  await free.rewrite(dear(priced.replace('amount', 'order_amount')));
  await d.sync(other, free.connectionId);
  expect(await d.repairs(other, free.connectionId)).toMatchObject([{ status: 'APPLIED', automatic: true }]);
});

test('a policy decides what is done alone: nothing, where it says so', async () => {
  const viewer = await d.t.newTenant();
  const set =
    'mutation ($input: RepairPolicyInput!) { setRepairPolicy(input: $input) { ... on RepairPolicySet { policy { automatic minimumConfidence observeEveryMinutes } } ... on InputRefused { problems { code field } } } }';
  const change = (input: object): Promise<{ setRepairPolicy: object }> => d.ask(viewer, 'connectors', set, { input });
  expect((await change({ minimumConfidence: 2 })).setRepairPolicy).toMatchObject({
    problems: [{ code: 'POLICY_INVALID', field: 'minimumConfidence' }],
  });
  expect((await change({ automatic: false, observeEveryMinutes: 0 })).setRepairPolicy).toEqual({
    policy: { automatic: false, minimumConfidence: 0.9, observeEveryMinutes: null },
  });
  const { connectionId, rewrite } = await d.published(viewer, orders(HEADER));
  await rewrite(orders(HEADER.replace('status', 'order_state')));
  await d.sync(viewer, connectionId);
  const [repair] = await d.repairs(viewer, connectionId);
  expect(repair).toMatchObject({ status: 'PROPOSED', automatic: false, changes: [{ column: 'status', from: ['order_state'] }] });
});

const observe = (viewer: Parameters<DriftTest['sync']>[0], id: string): Promise<object> =>
  d.ask(
    viewer,
    'connectors',
    'mutation ($id: ID!) { observeConnection(id: $id) { ... on ConnectionObserved { drifts { kind status } } ... on InputRefused { problems { code } } } }',
    { id },
  );
