import { expect, test } from 'vitest';
import { passwordHint } from './password-words.ts';

test('a password is told what it lacks, in words', () => {
  expect(passwordHint('short')).toBe('5 more characters to go.');
  expect(passwordHint('123456789')).toBe('1 more character to go.');
  expect(passwordHint('aaaaaaaaaabb')).toContain('again and again');
  expect(passwordHint('lovelace-rocks', ['ada', 'Lovelace'])).toContain('your name');
  expect(passwordHint('twelve-chars')).toContain('Long enough');
  expect(passwordHint('river stone violin copper')).toContain('nowhere else');
});
