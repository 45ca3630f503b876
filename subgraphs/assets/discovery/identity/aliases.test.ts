import { expect, test } from 'vitest';
import { followAliases } from './aliases.ts';
import { comparable, isCopy } from './name.ts';

test('an alias of an alias stands for what that one stands for', () => {
  const { end, loops } = followAliases([['a', 'b'], ['b', 'c']]); // prettier-ignore
  expect(loops).toEqual([]);
  expect(['a', 'b', 'c', 'd'].map(end)).toEqual(['c', 'c', 'c', 'd']);
});

test('a thousand aliases in a loop are named, and stand for nothing; neither does what leads into them', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `n${String(at).padStart(4, '0')}`);
  const circle = names.map((name, at) => [name, names[(at + 1) % names.length] ?? ''] as const);
  const { end, loops } = followAliases([['tail', 'n0500'], ['a', 'b'], ...circle]); // prettier-ignore
  expect(loops).toEqual([names]);
  expect(['tail', 'n0000', 'n0999', 'a'].map(end)).toEqual(['tail', 'n0000', 'n0999', 'b']);
});

test('what stands for itself is no loop', () => {
  expect(followAliases([['a', 'a'], ['b', 'a']])).toMatchObject({ loops: [] }); // prettier-ignore
});

test('names are compared by letters and digits, and near ones stay apart', () => {
  expect(comparable('Google-Workspace (EU)')).toBe(comparable('google workspace eu'));
  expect(comparable('Figma')).not.toBe(comparable('Figna'));
  expect(comparable('***')).toBe('');
});

test('marks are words, not parts of words', () => {
  const marks = new Set(['test', 'old', 'dev', 'nonprod']);
  expect(
    ['Payroll (old)', 'crm-test', 'crm_TEST_2', 'DEV crm', 'CRM (non-prod)', 'nonprod crm'].filter((name) => !isCopy(name, marks)),
  ).toEqual([]);
  expect(['TestRail', 'Goldman', 'Devin', 'Latest', 'Non Prodigy'].filter((name) => isCopy(name, marks))).toEqual([]);
});
