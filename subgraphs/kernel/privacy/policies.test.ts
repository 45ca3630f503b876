import { expect, test } from 'vitest';
import { EVERY_TYPE, type PersonalDataPolicyRow } from './privacy.entity.ts';
import { policyAt } from './policies.ts';

type Fields = Pick<PersonalDataPolicyRow, 'sourceKind' | 'source' | 'type' | 'action'>;
const connection = { kind: 'CONNECTION', connectionId: 'c1', connectionKind: 'FILES' } as const;
const rows: Fields[] = [
  { sourceKind: 'ANY', source: '', type: EVERY_TYPE, action: 'REDACT' },
  { sourceKind: 'ANY', source: '', type: 'EMAIL', action: 'BLOCK' },
  { sourceKind: 'CONNECTIONS', source: 'FILES', type: 'PHONE', action: 'ALLOW' },
  { sourceKind: 'CONNECTION', source: 'c1', type: EVERY_TYPE, action: 'WARN' },
  { sourceKind: 'QUESTIONS', source: '', type: 'CARD', action: 'BLOCK' },
];

test('without a policy everything comes in with a warning', () => {
  const policy = policyAt([], connection);
  expect([policy.actionOf('EMAIL'), policy.actionOf('CARD'), policy.strict]).toEqual(['WARN', 'WARN', false]);
});

test('the most specific source wins, then the type', () => {
  expect(policyAt(rows, connection).actionOf('EMAIL')).toBe('WARN');
  const other = policyAt(rows, { ...connection, connectionId: 'c2' });
  expect([other.actionOf('EMAIL'), other.actionOf('PHONE'), other.actionOf('CARD')]).toEqual(['BLOCK', 'ALLOW', 'REDACT']);
  const vendor = policyAt(rows, { ...connection, connectionId: 'c2', connectionKind: 'STRIPE' });
  expect(vendor.actionOf('PHONE')).toBe('REDACT');
  expect(policyAt(rows, { kind: 'QUESTIONS' }).actionOf('CARD')).toBe('BLOCK');
  expect(policyAt(rows, { kind: 'AGENT_INPUTS' }).actionOf('CARD')).toBe('REDACT');
});
