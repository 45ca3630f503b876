import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { ANONYMOUS, ROLES, type Viewer } from './viewer.ts';

/** Header in which the gateway hands the viewer to a subgraph. */
export const VIEWER_HEADER = 'x-autonomos-viewer';
const REQUEST_ID_HEADER = 'x-request-id';
const REQUEST_ID = /^[\w.:-]{1,100}$/;
const LIFETIME_SECONDS = 60;
/** A signature is used again as long as it is good for half its life. */
const REUSED_MS = (LIFETIME_SECONDS / 2) * 1_000;
/** Viewers whose signature is kept; the least recently seen are signed again. */
const MAX_KEPT = 5_000;
const AUDIENCE = 'autonomos-subgraph';
/** The only header there is (RFC 7519, HS256): a token that asks for any other algorithm is none of ours. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

export interface SignedRequest {
  viewer: Viewer;
  /** Not signed: it only leads to lines of the log. */
  requestId: string;
  localOwner: boolean;
}

type Signed = Omit<SignedRequest, 'requestId'>;

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
  localOwner: z.boolean(),
});
const validity = z.object({ aud: z.literal(AUDIENCE), exp: z.number() });

/** What was made and taken with one secret, so that neither is worked out for every call. */
interface Kept {
  key: KeyObject;
  made: LRUCache<string, { token: string; until: number }>;
  taken: LRUCache<string, { signed: Signed; until: number }>;
}
const keptBySecret = new WeakMap<Uint8Array, Kept>();

/** The headers that tell a subgraph who asks; the signature is valid for a minute. `secret` is shared by gateway and subgraphs only. */
export function viewerHeaders({ viewer, requestId, localOwner }: SignedRequest, secret: Uint8Array): Record<string, string> {
  return { [VIEWER_HEADER]: signViewer({ viewer, localOwner }, secret), [REQUEST_ID_HEADER]: requestId };
}

/** Who a gateway says that asks; anonymous when it says nothing. @throws ViewerRefused */
export function readViewerHeaders(headers: IncomingHttpHeaders, secret: Uint8Array): SignedRequest {
  const { [VIEWER_HEADER]: token, [REQUEST_ID_HEADER]: id } = headers;
  const requestId = typeof id === 'string' && REQUEST_ID.test(id) ? id : 'direct';
  if (token === undefined) return { viewer: ANONYMOUS, requestId, localOwner: false };
  const { viewer, localOwner } = verifyViewer(typeof token === 'string' ? token : '', secret);
  return { viewer, requestId, localOwner };
}

function signViewer({ viewer, localOwner }: Signed, secret: Uint8Array): string {
  const { key, made } = keptFor(secret);
  const who = viewer.kind === 'anonymous' ? '' : `${viewer.tenantId} ${viewer.userId} ${viewer.role}`;
  const now = Date.now();
  const known = made.get(`${who}${localOwner}`);
  if (known !== undefined && now < known.until) return known.token;
  const exp = Math.floor(now / 1_000) + LIFETIME_SECONDS;
  const payload = Buffer.from(JSON.stringify({ viewer, localOwner, aud: AUDIENCE, exp })).toString('base64url');
  const token = `${HEADER}.${payload}.${signatureOf(payload, key).toString('base64url')}`;
  made.set(`${who}${localOwner}`, { token, until: now + REUSED_MS });
  return token;
}

function verifyViewer(token: string, secret: Uint8Array): Signed {
  const { key, taken } = keptFor(secret);
  const known = taken.get(token);
  const found = known ?? readToken(token, key);
  if (found.until <= Date.now()) throw new ViewerRefused('EXPIRED');
  if (known === undefined) taken.set(token, found);
  return found.signed;
}

function readToken(token: string, key: KeyObject): { signed: Signed; until: number } {
  const [header, payload = '', signature = '', ...rest] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, key);
  if (header !== HEADER || rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
    throw new ViewerRefused('FORGED');
  const said: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const { data: valid, error } = validity.safeParse(said);
  if (error !== undefined) throw new ViewerRefused('FOREIGN', { cause: error });
  return { signed: claims.parse(said), until: valid.exp * 1_000 };
}

function signatureOf(payload: string, key: KeyObject): Buffer {
  return createHmac('sha256', key).update(`${HEADER}.${payload}`).digest();
}

function keptFor(secret: Uint8Array): Kept {
  let kept = keptBySecret.get(secret);
  if (kept === undefined) {
    kept = { key: createSecretKey(secret), made: new LRUCache({ max: MAX_KEPT }), taken: new LRUCache({ max: MAX_KEPT }) };
    keptBySecret.set(secret, kept);
  }
  return kept;
}
