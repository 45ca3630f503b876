import { expect, test } from 'vitest';
import { fieldsOf, startTexts, valuesOf } from './input-fields.ts';

const DEFINITION = {
  input: {
    most: { type: 'NUMBER', description: 'How many.', required: false, default: 10 },
    who: { type: 'STRING', description: 'Whom.', required: true },
    sure: { type: 'BOOLEAN', description: '', required: false, default: false },
    more: { type: 'JSON', description: '', required: false },
  },
};

test('what is typed is sent as what the workflow asks for', () => {
  const fields = fieldsOf(DEFINITION);
  expect(startTexts(fields)).toEqual({ most: '10', who: '', sure: 'false', more: '' });
  expect(valuesOf(fields, { most: '3', who: 'Ada', sure: 'true', more: '[1]' })).toEqual({
    ok: true,
    values: { most: 3, who: 'Ada', sure: true, more: [1] },
  });
  expect(valuesOf(fields, { most: 'x' })).toMatchObject({ ok: false, field: 'most' });
  expect(valuesOf(fields, { more: '{' })).toMatchObject({ ok: false, field: 'more' });
  expect(fieldsOf(null)).toEqual([]);
});
