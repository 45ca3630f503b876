import { decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { Secrets } from '../../subgraphs/kernel/system.ts';
import { sameSecret } from '../../subgraphs/kernel/viewer/same-secret.ts';
import { verifySession } from '../../subgraphs/kernel/viewer/session-token.ts';
import { agentOf } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { Grants, Proof } from '../context.ts';
import { requestIdOf, type Admission } from './admission.ts';
import { identityOf } from './identity.ts';

const LOCAL_KEY_HEADER = 'x-autonomos-local-key';
/** Sessions whose signature has been looked at; a token is signed once and sent thousands of times. */
const MAX_SESSIONS = 20_000;
/** Of a second. */
const LAST_MS = 999;

interface Session {
  viewer: Viewer;
  forwarded: Readonly<Record<string, string>>;
  endsAt: Date | null;
  proof: Proof;
}

const NOBODY: Session = { viewer: ANONYMOUS, forwarded: {}, endsAt: null, proof: { madeAt: null, maker: null } };

export interface SessionAdmissionOptions {
  secrets: Secrets;
  grantsOf: (viewer: Viewer) => Grants;
  /** Whether subgraphs of others are told who asks; where there are none, nothing is told apart by it. */
  identify: boolean;
  clock: () => Date;
}

/**
 * Who comes to the product's own door. No token is nobody; a token that is forged or has expired is refused with UNAUTHENTICATED, so that
 * nobody works on for an hour believing to be logged in.
 */
export function sessionAdmission(deps: SessionAdmissionOptions): Admission {
  const { secrets, clock } = deps;
  const known = new LRUCache<string, Session>({ max: MAX_SESSIONS });
  return async ({ headers, address }) => {
    const session = await sessionOf(headers.authorization, known, secrets, clock());
    return {
      context: {
        viewer: session.viewer,
        requestId: requestIdOf(headers),
        localOwner: holdsKey(headers[LOCAL_KEY_HEADER], secrets.ownerKey),
        clientAddress: address,
        clientAgent: agentOf(headers['user-agent']),
        proof: session.proof,
        subscription: null,
        grants: deps.grantsOf(session.viewer),
        forwarded: deps.identify ? session.forwarded : NOBODY.forwarded,
      },
      endsAt: session.endsAt,
    };
  };
}

async function sessionOf(
  authorization: string | undefined,
  known: LRUCache<string, Session>,
  secrets: Secrets,
  now: Date,
): Promise<Session> {
  if (authorization === undefined || authorization === '') return NOBODY;
  const [scheme = '', token = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'bearer') throw commonErrors.UNAUTHENTICATED({});
  const seen = known.get(token);
  if (seen?.endsAt != null && seen.endsAt > now) return seen;
  try {
    const viewer = await verifySession(token, secrets.session, now);
    const { madeAt, endsAt } = validityOf(token);
    const session = { viewer, forwarded: identityOf(viewer), endsAt, proof: { madeAt, maker: null } };
    known.set(token, session);
    return session;
  } catch (cause) {
    throw commonErrors.UNAUTHENTICATED({}, { cause });
  }
}

/** When a session that was verified was made and ends. A time in whole seconds may be anywhere within its second; the end of it is taken. */
function validityOf(token: string): { madeAt: Date | null; endsAt: Date } {
  const { iat, exp = 0 } = decodeJwt(token);
  const madeAt = iat === undefined ? null : new Date(iat * 1_000 + (Number.isInteger(iat) ? LAST_MS : 0));
  return { madeAt, endsAt: new Date(exp * 1_000) };
}

function holdsKey(given: string | string[] | undefined, ownerKey: string | null): boolean {
  return typeof given === 'string' && ownerKey !== null && sameSecret(given, ownerKey);
}
