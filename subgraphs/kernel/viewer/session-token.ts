import { SignJWT, decodeJwt, jwtVerify } from 'jose';
import { z } from 'zod';
import { ROLES, type UserViewer } from './viewer.ts';

/**
 * How long an access token works. Revocation does not wait for it: doors are told within a second. It bounds what a door that hears nothing
 * (no event log, no database) goes on allowing, and how stale a role in a token can be there; shorter ones only refresh more often.
 */
export const ACCESS_TOKEN_MINUTES = 30;
const AUDIENCE = 'autonomos';

const MAX_SCOPES = 1_000;
const claims = z.object({
  sub: z.uuid(),
  tenant: z.uuid(),
  role: z.enum(ROLES),
  sid: z.uuid().optional(),
  scopes: z.array(z.string()).max(MAX_SCOPES).optional(),
});

/** A person's access to a tenant as a JWT that works for half an hour; it names the session it belongs to, where there is one. */
export async function signSession(viewer: UserViewer, secret: Uint8Array, now: Date): Promise<{ token: string; expiresAt: Date }> {
  const expiresAt = new Date(now.getTime() + ACCESS_TOKEN_MINUTES * 60_000);
  const { credential, scopes } = viewer;
  const token = await new SignJWT({
    tenant: viewer.tenantId,
    role: viewer.role,
    ...(credential?.kind === 'SESSION' ? { sid: credential.id } : {}),
    ...(scopes === undefined ? {} : { scopes: scopes.toSorted() }),
  })
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
  const { sub, tenant, role, sid, scopes } = claims.parse(payload);
  const viewer = { kind: 'user' as const, userId: sub, tenantId: tenant, role, ...(scopes === undefined ? {} : { scopes }) };
  return sid === undefined ? viewer : { ...viewer, credential: { kind: 'SESSION', id: sid } };
}

/** When a session that was verified ends. */
export function sessionEnd(token: string): Date {
  return new Date((decodeJwt(token).exp ?? 0) * 1_000);
}
