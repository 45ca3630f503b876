import { expect, test } from 'vitest';
import { changeInputs, NO_EDIT } from './edits.ts';

test('only edits that say something are sent', () => {
  expect(changeInputs({ amount: NO_EDIT, name: undefined })).toEqual([]);
});

test('a column is read from other fields, times a factor, or left out', () => {
  const none = { separator: null, factor: null, values: null };
  expect(
    changeInputs({
      amount: { ...NO_EDIT, from: ['cents'], factor: '0.01' },
      name: { ...NO_EDIT, from: ['first', 'last'] },
      fax: { ...NO_EDIT, leaveOut: true, from: ['x'] },
    }),
  ).toEqual([
    { ...none, column: 'amount', from: ['cents'], factor: 0.01, leaveOut: false },
    { ...none, column: 'name', from: ['first', 'last'], separator: ' ', leaveOut: false },
    { ...none, column: 'fax', from: null, leaveOut: true },
  ]);
});
