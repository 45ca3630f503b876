import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { fuzz } from './fuzz/fuzz.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const say = process.env['FUZZ_SAY'] === undefined ? () => undefined : console.log;

const HONEST = [
  'query Viewer { viewer { role tenant { id name members(first: 5) { nodes { id displayName } totalCount pageInfo { endCursor hasNextPage } } } } }',
  'query Members($first: Int! = 10, $after: String, $full: Boolean = true) { tenant { members(first: $first, after: $after) { nodes { ...M @include(if: $full) } edges { cursor node { ...M } } } } } fragment M on User { id displayName }',
  'query Introspect { __schema { queryType { name } types { name kind fields { name type { name ofType { name } } } } } __type(name: "User") { name } }',
  'subscription Feed($after: String) { tenantFeed(after: $after) { cursor title } }',
];

let t: TestSystem;
let gateway: TestGateway;

beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateway = await startTestGateway(t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

test('hostile requests and messages are refused, each with a code and advice; nothing fails or falls', async () => {
  const { token } = await registerOwner(gateway.url);
  const options = { seed: 20_261_121, requests: 3_000, messages: 1_000, width: 8 };
  const { result, failures } = await fuzz({ url: gateway.url, token, honest: HONEST }, options, say);
  expect(failures).toEqual([]);
  expect(result).toMatchObject({ requests: 3_000, messages: 1_000, serverErrors: 0, crashes: 0 });
}, 120_000);
