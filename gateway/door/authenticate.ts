import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt } from 'jose';
import { LRUCache } from 'lru-cache';
import type { ApiKeys, KnownKey } from '../../subgraphs/kernel/api-keys/api-keys.ts';
import { KEY_START } from '../../subgraphs/kernel/api-keys/key-text.ts';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { Secrets } from '../../subgraphs/kernel/system.ts';
import { sameSecret } from '../../subgraphs/kernel/viewer/same-secret.ts';
import { AGENT_TOKEN_START, verifyAgent } from '../../subgraphs/kernel/viewer/agent-token.ts';
import { verifySession } from '../../subgraphs/kernel/viewer/session-token.ts';
import { agentOf } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { ANONYMOUS, type UserViewer, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { Grants, Proof } from '../context.ts';
import { requestIdOf, type Admission } from './admission.ts';
import { identityOf } from './identity.ts';

const API_KEY_HEADER = 'x-api-key';
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
  /** Whose API keys are; null: there are none here. */
  apiKeys: ApiKeys | null;
  grantsOf: (viewer: Viewer) => Grants;
  /** Whether subgraphs of others are told who asks; where there are none, nothing is told apart by it. */
  identify: boolean;
  clock: () => Date;
}

/**
 * Who comes to the product's own door, with the token of a session, an API key or, from our own workers, the token of an agent. No token is nobody; one that is forged or has expired is refused with UNAUTHENTICATED, so that
 * nobody works on for an hour believing to be logged in.
 */
export function sessionAdmission(deps: SessionAdmissionOptions): Admission {
  const { secrets, clock } = deps;
  const known = new LRUCache<string, Session>({ max: MAX_SESSIONS });
  return async ({ headers, address }) => {
    const presented = presentedBy(headers);
    const key = presented?.startsWith(KEY_START) === true ? presented : null;
    const session = key === null ? await sessionOf(presented, known, secrets, clock()) : await keySession(key, address, deps.apiKeys);
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

/** The token of a person or the key of a program that came with a request; null: neither. @throws UNAUTHENTICATED for any other scheme */
function presentedBy({ authorization, [API_KEY_HEADER]: apiKey }: IncomingHttpHeaders): string | null {
  if (authorization === undefined || authorization === '') {
    if (apiKey === undefined || apiKey === '') return null;
    // What is sent as a key is never taken for a session.
    return typeof apiKey === 'string' && apiKey.startsWith(KEY_START) ? apiKey : KEY_START;
  }
  const space = authorization.indexOf(' ');
  if (authorization.slice(0, space).toLowerCase() !== 'bearer') throw commonErrors.UNAUTHENTICATED({});
  return authorization.slice(space + 1).trim();
}

const keySessions = new WeakMap<KnownKey, Session>();

async function keySession(text: string, address: string | null, apiKeys: ApiKeys | null): Promise<Session> {
  if (apiKeys === null) throw commonErrors.UNAUTHENTICATED({});
  const key = await apiKeys.viewerOf(text, address);
  let session = keySessions.get(key);
  if (session === undefined) {
    const { viewer, maker, madeAt, expiresAt } = key;
    keySessions.set(key, (session = { viewer, forwarded: identityOf(viewer), endsAt: expiresAt, proof: { madeAt, maker } }));
  }
  return session;
}

async function sessionOf(token: string | null, known: LRUCache<string, Session>, secrets: Secrets, now: Date): Promise<Session> {
  if (token === null) return NOBODY;
  const seen = known.get(token);
  if (seen?.endsAt != null && seen.endsAt > now) return seen;
  try {
    const { viewer, madeAt, endsAt } = await verified(token, secrets.session, now);
    const session = { viewer, forwarded: identityOf(viewer), endsAt, proof: { madeAt, maker: null } };
    known.set(token, session);
    return session;
  } catch (cause) {
    throw commonErrors.UNAUTHENTICATED({}, { cause });
  }
}

/** A person's session, or one of our own agents at work. @throws when it is neither */
async function verified(token: string, secret: Uint8Array, now: Date): Promise<{ viewer: UserViewer; madeAt: Date | null; endsAt: Date }> {
  if (token.startsWith(AGENT_TOKEN_START)) return verifyAgent(token, secret, now);
  return { viewer: await verifySession(token, secret, now), ...validityOf(token) };
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
