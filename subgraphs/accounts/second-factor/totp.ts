import { createHash, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { sameSecret } from '../../kernel/viewer/same-secret.ts';

const ISSUER = 'AutonomOS';
/** What authenticators take without being told otherwise (RFC 6238). */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
/** Clocks may be so many periods apart, to either side (RFC 6238, section 5.2). */
const WINDOW = 1;

const RECOVERY_CODES = 10;
/** 80 bits: out of reach even for whoever has the hashes. */
const RECOVERY_BYTES = 10;

/** A fresh secret in base 32, as authenticators take it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that authenticators read from a picture. `label`: whose it is. */
export function totpUri(secret: string, label: string): string {
  return totpOf(secret, label).toString();
}

/** The period whose code this is, later than `lastStep`; null when it is none that may be used now. */
export function stepOfCode(secret: string, code: string, now: Date, lastStep: number): number | null {
  const totp = totpOf(secret, '');
  const current = Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS);
  let found: number | null = null;
  for (let step = current - WINDOW; step <= current + WINDOW; step++) {
    const right = totp.generate({ timestamp: step * PERIOD_SECONDS * 1_000 });
    if (sameSecret(code, right) && step > lastStep) found = step;
  }
  return found;
}

/** Codes for the day the authenticator is lost; each works once. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const text = new Secret({ buffer: Uint8Array.from(randomBytes(RECOVERY_BYTES)).buffer }).base32.toLowerCase();
    return (text.match(/.{4}/gu) ?? []).join('-');
  });
}

/** All that is kept of a recovery code, however it is typed. */
export function hashOfRecoveryCode(userId: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z2-7]/gu, '');
  return createHash('sha256').update(`recovery ${userId} ${plain}`).digest('hex');
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: DIGITS, period: PERIOD_SECONDS, secret: Secret.fromBase32(secret) });
}
