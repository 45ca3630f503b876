import type { JWTPayload } from 'jose';
import type { Grants } from '../context.ts';
import type { JwtConfig } from './config-schema.ts';

const MAX_NAMES = 500;
const ROLE = /^[\w.:/-]{1,64}$/;

/** What those may who say nothing of who they are. */
export const NOBODY: Grants = { key: 'PUBLIC', role: 'PUBLIC', authenticated: false, scopes: new Set(), policies: new Set() };
const SOMEBODY = 'AUTHENTICATED';

/** What the bearer of a token with these claims may. */
export function grantsOfClaims(claims: JWTPayload, { scopesClaim, policiesClaim, roleClaim }: JwtConfig): Grants {
  const scopes = namesIn(claims[scopesClaim]);
  const policies = namesIn(claims[policiesClaim]);
  const named = claims[roleClaim];
  const role = typeof named === 'string' && ROLE.test(named) ? named : SOMEBODY;
  return {
    key: JSON.stringify([role, scopes, policies]),
    role,
    authenticated: true,
    scopes: new Set(scopes),
    policies: new Set(policies),
  };
}

/** Names as tokens hold them: text with spaces between, or a list. Sorted, so that equal grants have equal keys. */
function namesIn(claim: unknown): string[] {
  const names: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  const found = names.filter((name): name is string => typeof name === 'string' && name !== '');
  return [...new Set(found)].slice(0, MAX_NAMES).toSorted((one, other) => one.localeCompare(other));
}
