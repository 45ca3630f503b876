import { expect, test } from 'vitest';
import { fieldChanges } from './diff.ts';

test('what differs comes first; what was not there is told from what was empty', () => {
  expect(fieldChanges({ a: 1, same: true, gone: 'x' }, { a: 2, same: true, empty: null })).toEqual([
    { name: 'a', before: '1', after: '2' },
    { name: 'empty', before: null, after: '–' },
    { name: 'gone', before: 'x', after: null },
    { name: 'same', before: 'true', after: 'true' },
  ]);
  expect(fieldChanges(null, { name: 'CRM' })).toEqual([{ name: 'name', before: null, after: 'CRM' }]);
});
