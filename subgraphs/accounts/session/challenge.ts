import { randomUUID } from 'node:crypto';
import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';

const MINUTES = 5;
const AUDIENCE = 'autonomos-second-factor';
const claims = z.object({ sub: z.uuid(), tenant: z.uuid(), device: z.uuid().nullable() });

/** Somebody whose password was right and whose second factor is not shown yet. */
export interface Challenged {
  tenantId: string;
  userId: string;
  /** The device, when it is known to the account. */
  device: string | null;
}

/** Says that the password was right, for five minutes; opens nothing by itself. */
export async function writeChallenge({ tenantId, userId, device }: Challenged, key: Uint8Array, now: Date) {
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  const challenge = await new SignJWT({ tenant: tenantId, device })
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
    const { sub, tenant, device } = claims.parse(payload);
    return { tenantId: tenant, userId: sub, device };
  } catch {
    return null;
  }
}
