import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { standardLogins } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'autonomos-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => join(folder, 'secrets.json');
const passwords = () => (JSON.parse(readFileSync(file(), 'utf8')) as { logins: Record<string, unknown> }).logins;

test('passwords stay over starts', () => {
  const first = standardLogins(folder);
  expect(standardLogins(folder)).toEqual(first);
  expect(new Set(first.map(({ password }) => password)).size).toBe(first.length);
});

test('a login that a newer version brings gets a password, and the others keep theirs', () => {
  const before = standardLogins(folder);
  const { autonomos_workflows: _new, ...older } = passwords();
  writeFileSync(file(), JSON.stringify({ logins: older }));
  const after = standardLogins(folder);
  const without = (logins: typeof before) => logins.filter(({ name }) => name !== 'autonomos_workflows');
  expect(without(after)).toEqual(without(before));
  expect(after.find(({ name }) => name === 'autonomos_workflows')?.password).toMatch(/.{20}/);
  expect(standardLogins(folder)).toEqual(after);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

test.each(['{', '{"logins":{"autonomos_app":7}}'])('a damaged file is refused: %s', (content) => {
  writeFileSync(file(), content);
  expect(() => standardLogins(folder)).toThrow('remove the file to make new');
});
