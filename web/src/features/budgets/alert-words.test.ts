import { expect, test } from 'vitest';
import { alertWords, withAlert } from './alert-words.ts';
import type { Alert } from './alert-words.ts';

const alert = (name: string, mark: number, rest: Partial<Alert> = {}): Alert => ({
  cursor: `${name}${mark}`,
  at: '2026-05-01T10:00:00Z',
  name,
  mark,
  refused: false,
  spent: 7.5,
  limit: 10,
  agent: null,
  run: null,
  budget: null,
  ...rest,
});

test('an alert says which budget, how far it is, and what was spent of what', () => {
  const { title, text } = alertWords(alert('All agents', 75));
  expect(title).toBe('All agents is 75 % used');
  expect(text).toContain('$7.50 of $10.00');
  expect(alertWords(alert('Tokens', 90, { limit: null })).text).not.toContain('$');
});

test('of one budget only the newest alert stays, and few of all', () => {
  const shown = ['a', 'b', 'c', 'd'].reduce<readonly Alert[]>((all, name) => withAlert(all, alert(name, 50)), []);
  expect(shown.map(({ name }) => name)).toEqual(['d', 'c', 'b']);
  expect(withAlert(shown, alert('c', 75)).map(({ name, mark }) => `${name}${mark}`)).toEqual(['c75', 'd50', 'b50']);
});
