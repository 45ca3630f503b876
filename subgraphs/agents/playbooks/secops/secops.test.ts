import { expect, test } from 'vitest';
import { modelOf } from '../reading/model.ts';
import { judgeGrants } from './grants.ts';
import { type KeySeen, judgeKey } from './keys.ts';
import { inventoriesOf, judgeUnapproved } from './shadow-it.ts';

const NOW = new Date('2026-03-31T00:00:00Z');
const key: KeySeen = {
  id: 'k1', name: 'Export', start: 'ak_1', createdAt: '2025-01-01T00:00:00Z', expiresAt: '2027-01-01T00:00:00Z',
  lastUsedAt: '2026-03-30T00:00:00Z', scopes: ['records.read'], account: { id: 'u1', role: 'OWNER' },
}; // prettier-ignore

test('a key that is used, limited and far from its end is fine', () => {
  expect(judgeKey(key, NOW)).toEqual([]);
  expect(judgeKey({ ...key, expiresAt: null }, NOW)).toEqual([]);
});

test.each<[string, Partial<KeySeen>, string, string]>([
  ['unused', { lastUsedAt: '2025-11-01T00:00:00Z' }, 'REVOKE_KEY', 'MEDIUM'],
  ['never used', { lastUsedAt: null }, 'REVOKE_KEY', 'MEDIUM'],
  ['of nobody', { account: null }, 'REVOKE_KEY', 'HIGH'],
  ['near its end', { expiresAt: '2026-04-03T00:00:00Z' }, 'TICKET', 'MEDIUM'],
  ['without limit and end', { scopes: null, expiresAt: null }, 'TICKET', 'HIGH'],
])('a key that is %s is told, once', (_what, change, action, severity) => {
  const found = judgeKey({ ...key, ...change }, NOW);
  expect(found.map((each) => [each.proposal?.action, each.severity])).toEqual([[action, severity]]);
});

test('too many owners, one alone, and too many who may everything are risky; small companies are left in peace', () => {
  const people = (roles: string) =>
    roles.split('').map((each, at) => ({ id: `u${at}`, displayName: `P${at}`, role: { O: 'OWNER', A: 'ADMIN', V: 'VIEWER' }[each] ?? '' }));
  expect(judgeGrants(people('O'))).toEqual([]);
  expect(judgeGrants(people('OVV'))).toEqual([]);
  expect(judgeGrants(people('OVVV')).map((each) => each.key)).toEqual(['one-owner']);
  expect(judgeGrants(people('OOOOVVVVVV')).map((each) => each.key)).toEqual(['owners']);
  expect(judgeGrants(people('OOAAV')).map((each) => each.key)).toEqual(['mighty']);
});

test('any entity type that says what IT approved is an inventory', () => {
  const entity = (name: string, attribute: string, type = 'BOOLEAN', recordCount = 3) => ({
    name, label: name, pluralLabel: name, recordCount, relations: [], attributes: [{ name: attribute, label: attribute, type }],
  }); // prettier-ignore
  const model = modelOf([
    entity('Vendor', 'itApproved'),
    entity('App', 'is_sanctioned'),
    entity('Loan', 'approvedAmount', 'MONEY'),
    entity('Tool', 'approved', 'TEXT'),
    entity('Empty', 'approved', 'BOOLEAN', 0),
  ]);
  expect(inventoriesOf(model).map(({ entity: name }) => name)).toEqual(['Vendor', 'App']);
  expect(judgeUnapproved('Boardly', { entity: 'Vendor', label: 'Vendor' })[0]?.key).toBe('Vendor:boardly');
});
