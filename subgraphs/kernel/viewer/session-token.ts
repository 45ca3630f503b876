import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import { ROLES, type UserViewer } from './viewer.ts';

export const SESSION_HOURS = 8;
const AUDIENCE = 'autonomos';

const claims = z.object({ sub: z.uuid(), tenant: z.uuid(), role: z.enum(ROLES) });

/** A person's session as a JWT that works for eight hours. */
export async function signSession(viewer: UserViewer, secret: Uint8Array, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + SESSION_HOURS * 60 * 60 * 1_000);
  const token = await new SignJWT({ tenant: viewer.tenantId, role: viewer.role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(viewer.userId)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(expiresAt)
    .sign(secret);
  return { token, expiresAt };
}

/** The viewer of a session token. @throws when it is forged, has expired or is not a session. */
export async function verifySession(token: string, secret: Uint8Array, now: Date): Promise<UserViewer> {
  const { payload } = await jwtVerify(token, secret, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: now });
  const { sub, tenant, role } = claims.parse(payload);
  return { kind: 'user', userId: sub, tenantId: tenant, role };
}

/** When a session that was verified ends. */
export function sessionEnd(token: string): Date {
  return new Date((decodeJwt(token).exp ?? 0) * 1_000);
}
