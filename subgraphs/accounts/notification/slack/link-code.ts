import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SlackUserId } from './press.ts';

const MINUTES = 15;
const AUDIENCE = 'autonomos-slack-link';
const claims = z.object({ sub: z.string(), tenant: z.uuid(), team: z.string(), name: z.string(), exp: z.number() });

/** A user of Slack who wants to be known as a member. */
export interface LinkOffer extends SlackUserId {
  tenantId: string;
  /** As Slack calls the user. */
  name: string;
  expiresAt: Date;
}

/** A code that only the user of Slack is given whom it is about; it works for a quarter of an hour. */
export function signLink(
  { tenantId, teamId, slackUserId, name }: Omit<LinkOffer, 'expiresAt'>,
  secret: Uint8Array,
  now: Date,
): Promise<string> {
  return new SignJWT({ tenant: tenantId, team: teamId, name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(slackUserId)
    .setAudience(AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + MINUTES * 60_000))
    .sign(secret);
}

/** What a code says; null: it is forged, is too old, or is none. */
export async function readLink(code: string, secret: Uint8Array, now: Date): Promise<LinkOffer | null> {
  try {
    const { payload } = await jwtVerify(code, secret, { audience: AUDIENCE, algorithms: ['HS256'], currentDate: now });
    const { sub, tenant, team, name, exp } = claims.parse(payload);
    return { tenantId: tenant, teamId: team, slackUserId: sub, name, expiresAt: new Date(exp * 1_000) };
  } catch {
    return null;
  }
}
