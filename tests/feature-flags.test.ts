import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './testkit/eventually.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';
import { FLAG_KEYS } from '../subgraphs/kernel/flags/flag-table.ts';
import { openFlags } from '../subgraphs/kernel/flags/flags.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([
    { create: createAccounts, entities: accountsEntities },
    { create: createConnectors, entities: connectorsEntities },
  ]);
});
afterAll(() => t[Symbol.asyncDispose]());

const SET = `mutation ($key: String!, $enabled: Boolean, $reason: String!) { setFeatureFlag(key: $key, enabled: $enabled, reason: $reason) {
  __typename ... on FeatureFlag { key enabled default reason } ... on InputRefused { problems { code field } } } }`;

async function set(viewer: UserViewer, key: string, enabled: boolean | null, reason = 'because'): Promise<Record<string, unknown>> {
  const { data, errors } = await t.graph('accounts', SET, { key, enabled, reason }, viewer);
  expect(errors).toBeUndefined();
  return (data as { setFeatureFlag: Record<string, unknown> }).setFeatureFlag;
}
const isOn = ({ tenantId }: UserViewer, key: 'uploads'): boolean => t.system.flags.isOn(tenantId, key);

test('every flag has a default, and a tenant switches it for itself alone', async () => {
  const [mine, theirs] = [await t.newTenant(), await t.newTenant()];
  const { data } = await t.graph('accounts', '{ featureFlags { key enabled default description area } }', {}, mine);
  expect((data as { featureFlags: { key: string }[] }).featureFlags.map(({ key }) => key)).toEqual(FLAG_KEYS);
  expect(await set(mine, 'uploads', false)).toEqual({
    __typename: 'FeatureFlag',
    key: 'uploads',
    enabled: false,
    default: true,
    reason: 'because',
  });
  await eventually('it is heard', () => !isOn(mine, 'uploads'));
  expect(isOn(theirs, 'uploads')).toBe(true);
});

test('what is switched off is refused where it is done, and there again when it is as by default', async () => {
  const viewer = await t.newTenant();
  const upload = () => t.graph('connectors', 'mutation { createUpload { __typename } }', {}, viewer);
  expect((await upload()).errors).toBeUndefined();
  await set(viewer, 'uploads', false);
  await eventually('it is off', async () => (await upload()).errors?.[0]?.extensions['code'] === 'FEATURE_OFF');
  await set(viewer, 'uploads', null);
  await eventually('it is on', async () => (await upload()).errors === undefined);
});

test('another process hears of a change, and one that starts later knows it', async () => {
  const viewer = await t.newTenant();
  const other = await openFlags(t.system);
  await set(viewer, 'uploads', false);
  await eventually('the other hears', () => !other.isOn(viewer.tenantId, 'uploads'));
  expect(other.isOn(viewer.tenantId, 'uploads')).toBe(false);
  other.close();
  const later = await openFlags(t.system);
  expect(later.isOn(viewer.tenantId, 'uploads')).toBe(false);
  later.close();
});

test('while the flags cannot be read, each is as it is by default', async () => {
  const broken = { ...t.system, database: { ...t.system.database, systemWork: () => Promise.reject(new Error('away')) } };
  const flags = await openFlags(broken);
  expect(flags.isOn(randomUUID(), 'uploads')).toBe(true);
  flags.close();
});

test('a switch is in the audit trail with who, why, before and after', async () => {
  const viewer = await t.newTenant();
  await set(viewer, 'webhooks', false, 'no outside systems');
  await set(viewer, 'webhooks', true, 'they are fine');
  await set(viewer, 'webhooks', null, 'as it was');
  const { data } = await t.graph(
    'accounts',
    '{ auditTrail(filter: { subjectType: "FeatureFlag" }) { nodes { action subjectId userId before after } } }',
    {},
    viewer,
  );
  expect((data as { auditTrail: { nodes: unknown[] } }).auditTrail.nodes).toMatchObject([
    { action: 'feature-flag.removed', before: { enabled: true }, after: { enabled: true, reason: 'as it was' } },
    { action: 'feature-flag.changed', before: { enabled: false, reason: 'no outside systems' }, after: { enabled: true } },
    { action: 'feature-flag.created', subjectId: 'webhooks', userId: viewer.userId, before: null, after: { enabled: false } },
  ]);
});

test('a flag that is none, and a switch without a reason, are refused with everything that is wrong', async () => {
  const viewer = await t.newTenant();
  expect(await set(viewer, 'nothing', false, ' ')).toMatchObject({
    problems: [
      { code: 'FLAG_UNKNOWN', field: 'key' },
      { code: 'FLAG_REASON_INVALID', field: 'reason' },
    ],
  });
  const { errors } = await t.graph('accounts', SET, { key: 'uploads', enabled: false, reason: 'x' }, { ...viewer, role: 'OPERATOR' });
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
