import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { Secrets } from '../../subgraphs/kernel/system.ts';
import { sameSecret } from '../../subgraphs/kernel/viewer/same-secret.ts';
import { verifySession } from '../../subgraphs/kernel/viewer/session-token.ts';
import { ANONYMOUS, type Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';

const LOCAL_KEY_HEADER = 'x-autonomos-local-key';
const REQUEST_ID_HEADER = 'x-request-id';
const REQUEST_ID = /^[\w.:-]{1,100}$/;

/**
 * Who a request comes from. No token is nobody; a token that is forged or has expired is refused, so that nobody works on for an hour
 * believing to be logged in. @throws UNAUTHENTICATED
 */
export async function authenticate(headers: IncomingHttpHeaders, secrets: Secrets, now: Date): Promise<GatewayContext> {
  const asked = headers[REQUEST_ID_HEADER];
  return {
    viewer: await viewerOf(headers.authorization, secrets, now),
    requestId: typeof asked === 'string' && REQUEST_ID.test(asked) ? asked : randomUUID(),
    localOwner: holdsKey(headers[LOCAL_KEY_HEADER], secrets.ownerKey),
    subscription: null,
  };
}

async function viewerOf(authorization: string | undefined, secrets: Secrets, now: Date): Promise<Viewer> {
  if (authorization === undefined || authorization === '') return ANONYMOUS;
  const [scheme = '', token = ''] = authorization.split(' ');
  if (scheme.toLowerCase() !== 'bearer') throw commonErrors.UNAUTHENTICATED({});
  try {
    return await verifySession(token, secrets.session, now);
  } catch (cause) {
    throw commonErrors.UNAUTHENTICATED({}, { cause });
  }
}

function holdsKey(given: string | string[] | undefined, ownerKey: string | null): boolean {
  return typeof given === 'string' && ownerKey !== null && sameSecret(given, ownerKey);
}
