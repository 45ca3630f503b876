import { expect, test } from 'vitest';
import { followAliases } from './aliases.ts';
import { comparable, isCopy } from './name.ts';

test('an alias of an alias stands for what that one stands for', () => {
  const alias = followAliases([['a', 'b'], ['b', 'c']]); // prettier-ignore
  expect(['a', 'b', 'c', 'd'].map(alias)).toEqual(['c', 'c', 'c', 'd']);
});

test('a thousand aliases in a loop all stand for the first of them', () => {
  const names = Array.from({ length: 1_000 }, (_, at) => `n${String(at).padStart(4, '0')}`);
  const alias = followAliases(names.map((name, at) => [name, names[(at + 1) % names.length] ?? ''] as const));
  expect(new Set(names.map(alias))).toEqual(new Set(['n0000']));
  const tail = followAliases([['x', 'n2'], ['n1', 'n2'], ['n2', 'n1']]); // prettier-ignore
  expect(tail('x')).toBe('n1');
});

test('names are compared by letters and digits, and near ones stay apart', () => {
  expect(comparable('Google-Workspace (EU)')).toBe(comparable('google workspace eu'));
  expect(comparable('Figma')).not.toBe(comparable('Figna'));
  expect(comparable('***')).toBe('');
});

test('marks are words, not parts of words', () => {
  const marks = new Set(['test', 'old', 'dev']);
  expect(['Payroll (old)', 'crm-test', 'crm_TEST_2', 'DEV crm'].filter((name) => !isCopy(name, marks))).toEqual([]);
  expect(['TestRail', 'Goldman', 'Devin', 'Latest'].filter((name) => isCopy(name, marks))).toEqual([]);
});
