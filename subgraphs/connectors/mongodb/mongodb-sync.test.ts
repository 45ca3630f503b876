import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMongodbStandin } from '../../../sandbox/mongodb/mongodb-standin.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

const CONNECT = `mutation ($input: SourceInput!) { connectSource(input: $input) {
  ... on ConnectionStarted { connection { id } sync { id } } ... on InputRefused { problems { code field } } } }`;

let t: ConnectorsTest;
beforeAll(async () => {
  t = await startConnectorsTest();
});
afterAll(() => t[Symbol.asyncDispose]());

describe('a connection to MongoDB', () => {
  test.each([true, false])('lands, and later syncs bring what changed and went (replica set: %s)', async (replicaSet) => {
    await using server = await startMongodbStandin({ replicaSet, logins: { reader: 'let me in' } });
    const orders = server.collection('shop.orders');
    for (let i = 0; i < 1500; i++) orders.insert({ _id: `o${i}`, total: i, customer: { name: `n${i % 7}` } });
    const viewer = await t.t.newTenant();
    const connect = async (password: string): Promise<Record<string, never>> => {
      const values = [{ name: 'url', value: `mongodb://reader@127.0.0.1:${server.port}/shop?authSource=admin` }, { name: 'password', value: password }]; // prettier-ignore
      const { data } = await t.t.graph('connectors', CONNECT, { input: { kind: 'MONGODB', values } }, viewer);
      return (data as { connectSource: Record<string, never> }).connectSource;
    };
    expect(await connect('wrong')).toEqual({ problems: [{ code: 'MONGODB_LOGIN_REFUSED', field: 'password' }] });
    const { connection, sync } = (await connect('let me in')) as unknown as Record<'connection' | 'sync', { id: string }>;
    expect(await t.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1500 });
    expect((await t.objectsOf(viewer, connection.id))['orders']?.sample[0]).toEqual({ _id: 'o0', total: 0, 'customer.name': 'n0' });
    orders.replace('o3', { total: 33, customer: { name: 'x' } });
    orders.remove('o4');
    orders.insert({ _id: 'new', total: 1, customer: { name: 'y' } });
    expect(await t.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2, recordsRemoved: 1 });
    expect((await t.objectsOf(viewer, connection.id))['orders']?.rowCount).toBe(1500);
  });
});
