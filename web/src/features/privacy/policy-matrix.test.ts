import { expect, test } from 'vitest';
import type { PersonalDataAction, PersonalDataType } from '../../gql/graphql.ts';
import { effectiveAction, EVERYWHERE, ownAction, scopeOf, scopesOf } from './policy-matrix.ts';

const CRM = { id: 'c1', name: 'CRM', kind: 'HUBSPOT' };
const policy = (source: 'ANY' | 'CONNECTIONS' | 'CONNECTION', type: PersonalDataType | null, action: PersonalDataAction) => ({
  source,
  type,
  action,
  connectionKind: source === 'CONNECTIONS' ? CRM.kind : null,
  connection: source === 'CONNECTION' ? CRM : null,
});

test('the most specific place decides, and there the kind before every kind', () => {
  const of = scopeOf(CRM);
  const at = (...policies: ReturnType<typeof policy>[]) => effectiveAction(policies, of, 'EMAIL', [CRM]);
  expect(at()).toBe('WARN');
  expect(at(policy('ANY', null, 'BLOCK'))).toBe('BLOCK');
  expect(at(policy('ANY', null, 'BLOCK'), policy('ANY', 'EMAIL', 'REDACT'))).toBe('REDACT');
  expect(at(policy('ANY', 'EMAIL', 'REDACT'), policy('CONNECTIONS', null, 'ALLOW'))).toBe('ALLOW');
  expect(at(policy('CONNECTIONS', 'EMAIL', 'ALLOW'), policy('CONNECTION', null, 'BLOCK'))).toBe('BLOCK');
});

test('a cell shows its own policy only', () => {
  const policies = [policy('ANY', null, 'BLOCK')];
  expect(ownAction(policies, EVERYWHERE, null)).toBe('BLOCK');
  expect(ownAction(policies, EVERYWHERE, 'EMAIL')).toBeNull();
});

test('a place that has a policy is a column, once', () => {
  const labels = scopesOf(
    [policy('CONNECTION', 'EMAIL', 'WARN'), policy('CONNECTION', null, 'WARN'), policy('CONNECTIONS', null, 'WARN')],
    [scopeOf(CRM)],
  );
  expect(labels.map(({ label }) => label)).toEqual(['Everywhere', 'Questions', 'Agents', 'CRM', 'All HUBSPOT']);
});
