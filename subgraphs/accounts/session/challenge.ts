import { createHmac, randomUUID } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';

const MINUTES = 5;
const AUDIENCE = 'autonomos-second-factor';
const claims = z.object({ sub: z.uuid(), tenant: z.uuid(), device: z.uuid().nullable(), password: z.string() });

/** Somebody whose password was right and whose second factor is not shown yet. */
export interface Challenged {
  tenantId: string;
  userId: string;
  /** The device, when it is known to the account. */
  device: string | null;
  /** The password that was right, as `passwordMark` knows it; another one since then ends the log-in. */
  password: string;
}

/** Tells passwords apart without telling anything of them. */
export function passwordMark(passwordHash: string | null | undefined, key: Uint8Array): string {
  return createHmac('sha256', key)
    .update('password-mark')
    .update(passwordHash ?? '')
    .digest('base64url')
    .slice(0, 16);
}

/** Says that the password was right, for five minutes; opens nothing by itself. */
export async function writeChallenge({ tenantId, userId, device, password }: Challenged, key: Uint8Array, now: Date) {
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const challenge = await new SignJWT({ tenant: tenantId, device, password })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setJti(randomUUID())
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(key);
  return { challenge, expiresAt };
}

/** Whose challenge it is; null when it is forged, too old, or something else. */
export async function readChallenge(challenge: string, key: Uint8Array, now: Date): Promise<Challenged | null> {
  try {
    const { payload } = await jwtVerify(challenge, key, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: now });
    const { sub, tenant, device, password } = claims.parse(payload);
    return { tenantId: tenant, userId: sub, device, password };
  } catch {
    return null;
  }
}
