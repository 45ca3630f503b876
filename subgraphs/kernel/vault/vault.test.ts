import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../errors/domain-error.ts';
import { openSecret, sealSecret, vaultKey } from './vault.ts';

const KEY = vaultKey(randomBytes(32));
const HERE = { tenantId: '0f6e1f3a-0000-4000-8000-000000000001', purpose: 'connection:1' };

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'nothing thrown';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test('what was sealed opens to the same text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(openSecret(sealSecret(text, KEY, HERE), KEY, HERE)).toBe(text);
    }),
  );
});

test('sealing hides the text, and never looks the same twice', () => {
  const [first, second] = [sealSecret('hunter2', KEY, HERE), sealSecret('hunter2', KEY, HERE)];
  expect(first).not.toBe(second);
  for (const form of ['hunter2', Buffer.from('hunter2').toString('base64url')]) expect(first).not.toContain(form);
});

test('changed anywhere, it does not open', () => {
  const sealed = sealSecret('a password', KEY, HERE);
  for (let at = 0; at < sealed.length; at++) {
    const other = sealed[at] === 'A' ? 'B' : 'A';
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
    // The last character of base64 can hold bits that stand for nothing.
    if (
      Buffer.from(changed.split('.')[3] ?? '', 'base64url').equals(Buffer.from(sealed.split('.')[3] ?? '', 'base64url')) &&
      at > sealed.lastIndexOf('.')
    )
      continue;
    expect(codeOf(() => openSecret(changed, KEY, HERE))).toMatch(/^(?:SECRET_UNREADABLE|VAULT_KEY_MISSING)$/u);
  }
});

test('it opens only for the tenant and the purpose it was sealed for', () => {
  const sealed = sealSecret('a password', KEY, HERE);
  expect(codeOf(() => openSecret(sealed, KEY, { ...HERE, tenantId: '0f6e1f3a-0000-4000-8000-000000000002' }))).toBe('SECRET_UNREADABLE');
  expect(codeOf(() => openSecret(sealed, KEY, { ...HERE, purpose: 'connection:2' }))).toBe('SECRET_UNREADABLE');
});

test('another key is told from a changed secret', () => {
  const sealed = sealSecret('a password', KEY, HERE);
  expect(codeOf(() => openSecret(sealed, vaultKey(randomBytes(32)), HERE))).toBe('VAULT_KEY_MISSING');
});

test.each(['', 'v1', 'v2.a.b.c', 'v1.x.y.z', 'plain text password', 'v1.a.b.c.d'])('%j is no sealed secret', (text) => {
  expect(codeOf(() => openSecret(text, KEY, HERE))).toBe('SECRET_UNREADABLE');
});

test('a key of another length is refused', () => {
  expect(() => vaultKey(randomBytes(16))).toThrow('32 bytes');
});
