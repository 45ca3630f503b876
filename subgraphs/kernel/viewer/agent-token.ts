import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import type { UserViewer } from './viewer.ts';

/** Long enough for one call with its repetitions. */
export const AGENT_TOKEN_MS = 60_000;
/** What every token of an agent begins with: the door tells by it which it is before it looks at any signature. */
export const AGENT_TOKEN_START = 'agent_';
const AUDIENCE = 'autonomos-agent';
const MAX_SCOPES = 1_000;
const claims = z.object({
  sub: z.uuid(),
  tenant: z.uuid(),
  run: z.uuid(),
  scopes: z.array(z.string()).max(MAX_SCOPES).optional(),
  iat: z.number(),
  exp: z.number(),
});

/** One of our own agents, in a run. */
export interface AgentAtWork {
  tenantId: string;
  agentId: string;
  runId: string;
  /** Names of the actions it is limited to; null: all that agents may. */
  scopes: readonly string[] | null;
}

/** Lets an agent in for a minute, as itself. */
export async function signAgent({ tenantId, agentId, runId, scopes }: AgentAtWork, secret: Uint8Array, now: Date): Promise<string> {
  const seconds = now.getTime() / 1_000;
  const token = await new SignJWT({ tenant: tenantId, run: runId, ...(scopes === null ? {} : { scopes: scopes.toSorted() }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(agentId)
    .setAudience(AUDIENCE)
    // To the millisecond: what is revoked within the same second is.
    .setIssuedAt(seconds)
    .setExpirationTime(Math.ceil(seconds + AGENT_TOKEN_MS / 1_000))
    .sign(secret);
  return `${AGENT_TOKEN_START}${token}`;
}

/** The viewer of an agent's token: its id is the user's, the run's that of the credential. @throws when it is forged, has expired or is none */
export async function verifyAgent(
  token: string,
  secret: Uint8Array,
  now: Date,
): Promise<{ viewer: UserViewer; madeAt: Date; endsAt: Date }> {
  const { payload } = await jwtVerify(token.slice(AGENT_TOKEN_START.length), secret, {
    audience: AUDIENCE,
    algorithms: ['HS256'],
    currentDate: now,
  });
  const { sub, tenant, run, scopes, iat, exp } = claims.parse(payload);
  const viewer: UserViewer = { kind: 'user', userId: sub, tenantId: tenant, role: 'AGENT', credential: { kind: 'AGENT', id: run } };
  return {
    viewer: scopes === undefined ? viewer : { ...viewer, scopes },
    madeAt: new Date(Math.floor(iat * 1_000)),
    endsAt: new Date(exp * 1_000),
  };
}
