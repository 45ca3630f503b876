import { createHash, randomBytes } from 'node:crypto';

const UUID_BYTES = 16;
const SECRET_BYTES = 24;
const CODE = /^[\w-]{54}$/u;

/** A secret that is sent to somebody; it says which tenant it is for, so that it is looked for there and nowhere else. */
export function newCode(tenantId: string): { code: string; codeHash: string } {
  const code = Buffer.concat([Buffer.from(tenantId.replaceAll('-', ''), 'hex'), randomBytes(SECRET_BYTES)]).toString('base64url');
  return { code, codeHash: hashOfCode(code) };
}

/** The tenant and the hash of a code; null for what has not the form of one. */
export function readCode(code: string): { tenantId: string; codeHash: string } | null {
  const trimmed = code.trim();
  if (!CODE.test(trimmed)) return null;
  const hex = Buffer.from(trimmed, 'base64url').subarray(0, UUID_BYTES).toString('hex');
  const tenantId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  return { tenantId, codeHash: hashOfCode(trimmed) };
}

/** All that is kept of a code. */
export function hashOfCode(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
