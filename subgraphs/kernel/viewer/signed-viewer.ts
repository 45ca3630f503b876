import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ANONYMOUS, ROLES, type Viewer } from './viewer.ts';

/** Header in which the gateway hands the viewer to a subgraph. */
export const VIEWER_HEADER = 'x-autonomos-viewer';
const LIFETIME_SECONDS = 60;
/** A request's signature is used again for its other calls, as long as it is good for half its life. */
const REUSED_MS = (LIFETIME_SECONDS / 2) * 1_000;
const AUDIENCE = 'autonomos-subgraph';
/** The only header there is (RFC 7519, HS256): a token that asks for any other algorithm is none of ours. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

export interface SignedRequest {
  viewer: Viewer;
  requestId: string;
  localOwner: boolean;
}

/** Why a token is not taken: made by somebody else or changed, too old, or meant for something else. */
export type ViewerRefusal = 'FORGED' | 'EXPIRED' | 'FOREIGN';

/** What came as a signed viewer is none. */
export class ViewerRefused extends Error {
  override readonly name = 'ViewerRefused';
  readonly code: ViewerRefusal;

  constructor(code: ViewerRefusal, options?: ErrorOptions) {
    super(`the signed viewer is ${code.toLowerCase()}`, options);
    this.code = code;
  }
}

const claims = z.object({
  viewer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('anonymous') }),
    z.object({ kind: z.literal('user'), tenantId: z.uuid(), userId: z.uuid(), role: z.enum(ROLES) }),
  ]),
  requestId: z.string(),
  localOwner: z.boolean(),
});
const validity = z.object({ aud: z.literal(AUDIENCE), exp: z.number() });

const signed = new WeakMap<SignedRequest, { token: string; secret: Uint8Array; viewer: Viewer; until: number }>();

/** Signs the viewer for the calls of one request to subgraphs; valid for a minute. `secret` is shared by gateway and subgraphs only. */
export function signViewer(request: SignedRequest, secret: Uint8Array): string {
  const { viewer, requestId, localOwner } = request;
  const now = Date.now();
  const known = signed.get(request);
  if (known !== undefined && known.secret === secret && known.viewer === viewer && now < known.until) return known.token;
  const exp = Math.floor(now / 1_000) + LIFETIME_SECONDS;
  const payload = Buffer.from(JSON.stringify({ viewer, requestId, localOwner, aud: AUDIENCE, exp })).toString('base64url');
  const token = `${HEADER}.${payload}.${signatureOf(payload, secret).toString('base64url')}`;
  signed.set(request, { token, secret, viewer, until: now + REUSED_MS });
  return token;
}

/** The viewer a gateway signed; anonymous when there is no header. @throws ViewerRefused */
export function verifySignedViewer(token: string | undefined, secret: Uint8Array): SignedRequest {
  if (token === undefined) return { viewer: ANONYMOUS, requestId: 'direct', localOwner: false };
  const [header, payload = '', signature = '', ...rest] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, secret);
  if (header !== HEADER || rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
    throw new ViewerRefused('FORGED');
  const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const { data: valid, error } = validity.safeParse(said);
  if (error !== undefined) throw new ViewerRefused('FOREIGN', { cause: error });
  if (valid.exp * 1_000 <= Date.now()) throw new ViewerRefused('EXPIRED');
  return claims.parse(said);
}

function signatureOf(payload: string, secret: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${HEADER}.${payload}`).digest();
}
