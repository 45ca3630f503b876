import type { IncomingHttpHeaders } from 'node:http';
import { errors as joseErrors } from 'jose';
import { LRUCache } from 'lru-cache';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { agentOf } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { ANONYMOUS } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { Grants } from '../context.ts';
import { requestIdOf, type Admission } from '../door/admission.ts';
import { aloneErrors } from './alone.errors.ts';
import { grantsOfClaims, NOBODY } from './claims.ts';
import type { JwtConfig } from './config-schema.ts';
import { tokenVerifier, type VerifyToken } from './token-keys.ts';

/** Tokens whose signature has been looked at, for as long as they work. */
const MAX_TOKENS = 20_000;

interface Bearer {
  grants: Grants;
  endsAt: Date | null;
}

const ANYBODY: Bearer = { grants: NOBODY, endsAt: null };

/**
 * Who comes to a gateway that stands alone: whoever bears a token is who it says; without one, or where no tokens are configured, one is nobody.
 * A token that is not to be taken is refused with TOKEN_REFUSED. The headers that are to be forwarded go along.
 */
export function jwtAdmission(options: { jwt: JwtConfig | null; forwardHeaders: readonly string[]; clock: () => Date }): Admission {
  const { jwt, forwardHeaders, clock } = options;
  const bearerOf = jwt === null ? async () => ANYBODY : bearers(jwt, clock);
  return async ({ headers, address }) => {
    const { grants, endsAt } = await bearerOf(headers.authorization);
    return {
      context: {
        viewer: ANONYMOUS,
        requestId: requestIdOf(headers),
        localOwner: false,
        clientAddress: address,
        clientAgent: agentOf(headers['user-agent']),
        subscription: null,
        grants,
        forwarded: forwardedOf(headers, forwardHeaders),
      },
      endsAt,
    };
  };
}

function bearers(jwt: JwtConfig, clock: () => Date): (authorization: string | undefined) => Promise<Bearer> {
  const verify = tokenVerifier(jwt);
  const known = new LRUCache<string, Bearer>({ max: MAX_TOKENS });
  return async (authorization) => {
    if (authorization === undefined || authorization === '') return ANYBODY;
    const [scheme = '', token = ''] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer') throw aloneErrors.TOKEN_REFUSED({ reason: 'it is no Bearer token' });
    const now = clock();
    const seen = known.get(token);
    if (seen !== undefined && (seen.endsAt === null || seen.endsAt > now)) return seen;
    const bearer = await verified(verify, token, now, jwt);
    known.set(token, bearer);
    return bearer;
  };
}

async function verified(verify: VerifyToken, token: string, now: Date, jwt: JwtConfig): Promise<Bearer> {
  try {
    const claims = await verify(token, now);
    return { grants: grantsOfClaims(claims, jwt), endsAt: claims.exp === undefined ? null : new Date(claims.exp * 1_000) };
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(cause: unknown): DomainError {
  if (cause instanceof joseErrors.JWTExpired) return aloneErrors.TOKEN_REFUSED({ reason: 'it has expired' }, { cause });
  if (cause instanceof joseErrors.JWTClaimValidationFailed)
    return aloneErrors.TOKEN_REFUSED({ reason: `its claim ${cause.claim} does not fit` }, { cause });
  // The generic one, and the one for time: the key set did not answer, or not with keys.
  const away = !(cause instanceof joseErrors.JOSEError) || cause.code === 'ERR_JOSE_GENERIC' || cause instanceof joseErrors.JWKSTimeout;
  if (away || cause instanceof joseErrors.JWKSInvalid) return aloneErrors.KEYS_UNAVAILABLE({}, { cause });
  return aloneErrors.TOKEN_REFUSED({ reason: 'its signature does not fit' }, { cause });
}

function forwardedOf(headers: IncomingHttpHeaders, names: readonly string[]): Readonly<Record<string, string>> {
  if (names.length === 0) return NOTHING;
  const forwarded: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) forwarded[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return forwarded;
}

const NOTHING = Object.freeze({});
