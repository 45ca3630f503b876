import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createPseudonyms } from '../../kernel/personal-data/pseudonym.ts';
import { digestOf } from '../../kernel/privacy/subject/identifier.ts';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import { screenPage } from './screen-page.ts';
import { keyHere } from './screened-key.ts';

const secret = randomBytes(32);
const screening: Screening = {
  names: ['people'], key: ['email'], columns: [{ name: 'email', types: ['EMAIL'] }], actions: [['EMAIL', 'REDACT']], secret, erased: [], personal: [],
}; // prettier-ignore
const recordOf = (values: Record<string, unknown>, key: string) => ({ key, line: 1, data: JSON.stringify(values), hash: 'h' });

test('a key that is redacted is the same whether a record lands or only its key is compared', () => {
  const page = screenPage({ records: [recordOf({ email: 'ada@example.org', n: 1 }, 'ada@example.org')], bad: [] }, screening);
  const [landed] = page.records;
  expect(landed?.key).toBe(createPseudonyms(secret)('EMAIL', 'ada@example.org'));
  expect(keyHere(screening)?.('ada@example.org')).toBe(landed?.key);
});

test('keys that nothing changes are not looked at', () => {
  expect(keyHere(null)).toBeNull();
  expect(keyHere({ ...screening, key: ['id'] })).toBeNull();
});

test('the key of somebody whose records do not come in is nobody’s here', () => {
  const email = 'ada@example.org';
  const erased = [{ digest: digestOf(secret, 'EMAIL', email), kind: 'EMAIL' as const, size: email.length, wholeRow: true }];
  const here = keyHere({ ...screening, columns: [], actions: [], erased });
  expect([here?.(email), here?.('theo@example.org')]).toEqual([null, 'theo@example.org']);
});
