import { expect, test } from 'vitest';
import { textOf, valueAt, valueOf, withValue } from './policy-draft.ts';
import { pathOf } from './policy-fields.ts';

test('a value deep in a policy is read and changed, and what is beside it stays', () => {
  const policy = { admission: { noiseFloor: 2, cloud: true }, banned: ['a.example'] };
  const changed = withValue(policy, 'admission.noiseFloor', 3);
  expect(changed).toEqual({ admission: { noiseFloor: 3, cloud: true }, banned: ['a.example'] });
  expect(valueAt(changed, 'admission.noiseFloor')).toBe(3);
  expect(valueAt(changed, 'no.such')).toBeUndefined();
});

test('what is written in a field is read back as it was', () => {
  const values = [
    ['names', ['a.example', 'b']],
    ['pairs', { 'old.example': 'new.example' }],
    ['groups', { acme: ['a.example', 'b.example'] }],
    ['number', 2.5],
  ] as const;
  for (const [kind, value] of values) expect(valueOf(kind, textOf(kind, value))).toEqual(value);
});

test('what is no number is left for the server to refuse', () => {
  expect(valueOf('number', 'many')).toBe('many');
  expect(valueOf('number', '')).toBe('');
});

test('what the server says of a part of a field is said beside that field', () => {
  expect([pathOf('policy.cmdb.types.3'), pathOf('policy.admission.noiseFloor'), pathOf('expectedVersion'), pathOf(null)]).toEqual([
    'cmdb.types',
    'admission.noiseFloor',
    null,
    null,
  ]);
});
