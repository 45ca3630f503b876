import { expect, test } from 'vitest';
import { passwordFault } from './password-rules.ts';

const OWNER = { email: 'ada.lovelace@analytical.example', names: ['Ada Lovelace', 'Analytical Engines'] };
const codeOf = (password: string): string | null => passwordFault(password, OWNER)?.code ?? null;

test.each([
  'password123', 'Password1234!', 'P@ssw0rd2024', 'p4ssw0rd!!!!', '1234567890', '12345678910', '0987654321', 'qwertyuiop', 'qwerty12345', 'Qwerty123!', 'asdfghjkl;', '1q2w3e4r5t', '1qaz2wsx3edc',
  'qazwsxedc1', 'aaaaaaaaaa', 'abababababab', 'abcabcabcabc', 'iloveyou123', 'letmein1234', 'welcome2024!', 'Summer2025!!', 'november2026', 'football99!', 'superman123', 'administrator', 'changeme123', 'abcdefghij',
  'zxcvbnm123', '1111111111', '1234512345', '11/12/1990 11', 'princess2020', 'monkey123456', 'dragon!!2023', 'trustno1trustno1', 'qwertyqwerty', 'adminadmin1', 'passwordpassword', 'helloworld1!',
])('%s is easily guessed', (password) => {
  expect(codeOf(password)).toBe('PASSWORD_COMMON');
}); // prettier-ignore

test.each(['adalovelace1', 'Lovelace2024!', 'analytical99', 'AdaLovelace-1815', 'ada.lovelace'])('%s is its owner’s name', (password) => {
  expect(codeOf(password)).toBe('PASSWORD_COMMON');
});

test.each([
  'correct horse battery', 'blue-kettle-mountain', 'tvYq9#mL2xRe', 'Xk3$vN8!pQ2z', 'seven quiet otters sing', 'lovelace paints barns', '沈黙は金なり雄弁は銀なり', 'my password is a kettle', 'vzQpLmRtYwKs', '8f14e45fceea167a',
])('%s is fine', (password) => {
  expect(codeOf(password)).toBeNull();
}); // prettier-ignore

test('lengths are told', () => {
  expect(codeOf('short')).toBe('PASSWORD_TOO_SHORT');
  expect(codeOf('👍'.repeat(9))).toBe('PASSWORD_TOO_SHORT');
  expect(codeOf('x'.repeat(201))).toBe('PASSWORD_TOO_LONG');
});
