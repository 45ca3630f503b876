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
