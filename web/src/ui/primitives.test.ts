import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialsOf } from './avatar.tsx';
import { matchesOf } from './combobox-matches.ts';

const OPTIONS = ['Amount', 'Closed amount', 'Account name', 'Opened on'].map((label) => ({ value: label, label }));

test('what is typed is found anywhere, and what begins with it comes first', () => {
  expect(matchesOf(OPTIONS, 'amount').map(({ label }) => label)).toEqual(['Amount', 'Closed amount']);
  expect(matchesOf(OPTIONS, 'NAME acc').map(({ label }) => label)).toEqual(['Account name']);
  expect(matchesOf(OPTIONS, ' ')).toHaveLength(4);
  fc.assert(fc.property(fc.string(), (typed) => matchesOf(OPTIONS, typed).every((each) => OPTIONS.includes(each))));
});

test('initials of any name are one or two characters', () => {
  expect(['Ada Lovelace', 'ada byron lovelace', 'plato', '', '李 小龙'].map(initialsOf)).toEqual(['AL', 'AL', 'P', '?', '李小']);
});
