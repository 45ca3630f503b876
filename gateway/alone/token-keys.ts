import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import type { JwtConfig } from './config-schema.ts';

const JWKS_TIMEOUT_MS = 5_000;
/** How long keys are taken as they are; an unknown one is asked for before that, every half minute at most. */
const JWKS_KEPT_MS = 10 * 60_000;
const JWKS_PAUSE_MS = 30_000;
/** Tokens of issuers whose clocks are a little ahead or behind are taken. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Only what is signed with a shared secret, or only what is not: a public key must never be taken for a secret. */
const SECRET_ALGORITHMS = ['HS256', 'HS384', 'HS512'];
const PUBLIC_KEY_ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** Checks a token's signature, times, issuer and audience. @throws JOSEError when it is not to be taken, or the keys cannot be had */
export type VerifyToken = (token: string, now: Date) => Promise<JWTPayload>;

/** How tokens are verified by this configuration. */
export function tokenVerifier({ jwks, secret, issuer, audience }: JwtConfig): VerifyToken {
  const expected: JWTVerifyOptions = {
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  };
  if (jwks === undefined) {
    const key = new TextEncoder().encode(secret);
    return async (token, now) => (await jwtVerify(token, key, { ...expected, algorithms: SECRET_ALGORITHMS, currentDate: now })).payload;
  }
  const keys = createRemoteJWKSet(new URL(jwks), {
    timeoutDuration: JWKS_TIMEOUT_MS,
    cacheMaxAge: JWKS_KEPT_MS,
    cooldownDuration: JWKS_PAUSE_MS,
  });
  return async (token, now) => (await jwtVerify(token, keys, { ...expected, algorithms: PUBLIC_KEY_ALGORITHMS, currentDate: now })).payload;
}
