import { createHmac, randomUUID } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';

/** A device that goes on logging in proves itself anew each time. */
const DEVICE_DAYS = 365;
const AUDIENCE = 'autonomos-device';
const MAX_CHARACTERS = 1_000;
const claims = z.object({ sub: z.string(), jti: z.uuid() });

/** Says that somebody logged in to this account from a device; handed to the device, which shows it when it logs in again. */
export function proveDevice(email: string, key: Uint8Array, now: Date): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(accountName(email, key))
    .setJti(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + DEVICE_DAYS * 86_400_000))
    .sign(key);
}

/** The id of the device, when it is known to this account; null for every other, and for what is no proof. */
export async function knownDevice(proof: string | null, email: string, key: Uint8Array, now: Date): Promise<string | null> {
  if (proof === null || proof.length > MAX_CHARACTERS) return null;
  try {
    const { payload } = await jwtVerify(proof, key, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: now });
    const { sub, jti } = claims.parse(payload);
    return sub === accountName(email, key) ? jti : null;
  } catch {
    return null;
  }
}

/** The account of an address without the address in it. */
export function accountName(email: string, key: Uint8Array): string {
  return createHmac('sha256', key).update('account').update(email).digest('base64url');
}
