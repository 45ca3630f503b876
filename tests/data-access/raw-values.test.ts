import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConnectorsTest, type ConnectorsTest } from '../../subgraphs/connectors/connectors.testkit.ts';
import { as, hideColumn } from './rules.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

test('values as sources wrote them are for those whom no rule restricts: samples, examples, evidence, quarantine', async () => {
  const owner = await c.t.newTenant();
  const folder = await c.folderWith({ 'pay.csv': `person,wage\nUna Frost,3100\nOlaf Reed,4700\nragged\n` });
  const { connection, sync } = await c.connect(owner, { folder });
  await c.finished(owner, sync.id);
  const everything = (await c.objectsOf(owner, connection.id))['pay'];
  expect(everything?.sample).toHaveLength(2);
  expect(everything?.quarantined.totalCount).toBe(1);
  expect(JSON.stringify(everything?.schema)).toContain('Una Frost');

  await hideColumn(c.t, owner, 'VIEWER');
  const restricted = (await c.objectsOf(as(owner, 'VIEWER'), connection.id))['pay'];
  expect(restricted).toMatchObject({ rowCount: 2, quarantinedCount: 1, sample: [], quarantined: { totalCount: 0, nodes: [] } });
  expect(restricted?.schema?.fields.map(({ name, evidence }) => [name, evidence])).toEqual([
    ['person', []],
    ['wage', []],
  ]);
  expect(JSON.stringify(restricted)).not.toMatch(/Una|Olaf|3100|4700|ragged/);
  expect((await c.objectsOf(as(owner, 'ANALYST'), connection.id))['pay']?.sample).toHaveLength(2);
});
