import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What every key begins with, so that scanners of leaked secrets know one when they see it. */
export const KEY_START = 'ak_';
const PREFIX_BYTES = 6;
const SECRET_BYTES = 32;
const KEY_LENGTH = KEY_START.length + 2 * PREFIX_BYTES + 1 + 2 * SECRET_BYTES;
const KEY = /^ak_([0-9a-f]{12})_([0-9a-f]{64})$/;

/** A new key: `ak_<prefix>_<secret>`, both hexadecimal. Only the hash of the secret is to be kept. */
export function makeKey(): { text: string; prefix: string; secretHash: string } {
  const prefix = randomBytes(PREFIX_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return { text: `${KEY_START}${prefix}_${secret}`, prefix, secretHash: hashOf(secret).toString('hex') };
}

/** The parts of a key; null for anything that is none, however long it is. */
export function readKey(text: string): { prefix: string; secretHash: Buffer } | null {
  if (text.length !== KEY_LENGTH) return null;
  const [, prefix, secret] = KEY.exec(text) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, secretHash: hashOf(secret) };
}

/** Whether a key that was given is the one whose hash was kept; takes as long when it is not. */
export function isSecretOf(given: Buffer, kept: Buffer): boolean {
  return given.length === kept.length && timingSafeEqual(given, kept);
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
