import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { EffectKey } from '../idempotency/receipt.ts';
import { ANONYMOUS, CREDENTIAL_KINDS, ROLES, type Viewer } from './viewer.ts';

/** Header in which the gateway hands the viewer to a subgraph. */
export const VIEWER_HEADER = 'x-autonomos-viewer';
const REQUEST_ID_HEADER = 'x-request-id';
const AGENT_HEADER = 'x-autonomos-client-agent';
const MAX_AGENT_LENGTH = 200;
const NOT_PRINTED = /[^\x20-\x7e]/g;
const REQUEST_ID = /^[\w.:-]{1,100}$/;
const LIFETIME_SECONDS = 60;
/** A signature is used again as long as it is good for half its life. */
const REUSED_MS = (LIFETIME_SECONDS / 2) * 1_000;
/** Viewers whose signature is kept; the least recently seen are signed again. */
const MAX_KEPT = 5_000;
/** More scopes than there are actions are none of a gateway's. */
const MAX_SCOPES = 1_000;
const AUDIENCE = 'autonomos-subgraph';
/** The only header there is (RFC 7519, HS256): a token that asks for any other algorithm is none of ours. */
const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');

export interface SignedRequest {
  viewer: Viewer;
  /** Not signed: it only leads to lines of the log. */
  requestId: string;
  localOwner: boolean;
  /** Where the caller is; null: unknown. */
  clientAddress: string | null;
  /** Under which key a mutation is carried out once; left out: under none. */
  effect?: EffectKey;
  /** What the caller's program calls itself, not signed; null: it does not say. */
  clientAgent: string | null;
}

type Signed = Omit<SignedRequest, 'requestId' | 'clientAgent'>;

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
    z.object({
      kind: z.literal('user'),
      tenantId: z.uuid(),
      userId: z.uuid(),
      role: z.enum(ROLES),
      scopes: z.exactOptional(z.array(z.string()).max(MAX_SCOPES)),
      credential: z.exactOptional(z.object({ kind: z.enum(CREDENTIAL_KINDS), id: z.uuid() })),
    }),
  ]),
  localOwner: z.boolean(),
  clientAddress: z.string().nullable().default(null),
  effect: z.exactOptional(z.object({ key: z.string(), claim: z.uuid() })),
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
export function viewerHeaders(request: SignedRequest, secret: Uint8Array): Record<string, string> {
  const headers = { [VIEWER_HEADER]: signViewer(request, secret), [REQUEST_ID_HEADER]: request.requestId };
  return request.clientAgent === null ? headers : { ...headers, [AGENT_HEADER]: request.clientAgent };
}

/** Who a gateway says that asks; anonymous when it says nothing. @throws ViewerRefused */
export function readViewerHeaders(headers: IncomingHttpHeaders, secret: Uint8Array): SignedRequest {
  const { [VIEWER_HEADER]: token, [REQUEST_ID_HEADER]: id, [AGENT_HEADER]: agent } = headers;
  const clientAgent = agentOf(agent);
  const requestId = typeof id === 'string' && REQUEST_ID.test(id) ? id : 'direct';
  if (token === undefined) return { viewer: ANONYMOUS, requestId, localOwner: false, clientAddress: null, clientAgent };
  return { ...verifyViewer(typeof token === 'string' ? token : '', secret), requestId, clientAgent };
}

/** What a program calls itself in a header, printable and no longer than we keep; null when it says nothing. */
export function agentOf(header: string | string[] | undefined): string | null {
  const agent = typeof header === 'string' ? header.replaceAll(NOT_PRINTED, '').slice(0, MAX_AGENT_LENGTH).trim() : '';
  return agent === '' ? null : agent;
}

function signViewer({ viewer, localOwner, clientAddress, effect }: Signed, secret: Uint8Array): string {
  const { key, made } = keptFor(secret);
  // Each of these is used for a moment only.
  if (effect !== undefined) return tokenOf({ viewer, localOwner, clientAddress, effect }, Date.now(), key);
  const name = `${nameOf(viewer)} ${localOwner} ${clientAddress ?? ''}`;
  const now = Date.now();
  const known = made.get(name);
  if (known !== undefined && now < known.until) return known.token;
  const token = tokenOf({ viewer, localOwner, clientAddress }, now, key);
  made.set(name, { token, until: now + REUSED_MS });
  return token;
}

function tokenOf(signed: Signed, now: number, key: KeyObject): string {
  const exp = Math.floor(now / 1_000) + LIFETIME_SECONDS;
  const payload = Buffer.from(JSON.stringify({ ...signed, aud: AUDIENCE, exp })).toString('base64url');
  return `${HEADER}.${payload}.${signatureOf(payload, key).toString('base64url')}`;
}

/** Equal for equal viewers only. */
function nameOf(viewer: Viewer): string {
  if (viewer.kind === 'anonymous') return '';
  const { tenantId, userId, role, scopes, credential } = viewer;
  return `${tenantId} ${userId} ${role} ${credential?.kind ?? ''} ${credential?.id ?? ''} ${scopes === undefined ? '' : `(${scopes.join()})`}`;
}

function verifyViewer(token: string, secret: Uint8Array): Signed {
  const { key, taken } = keptFor(secret);
  const known = taken.get(token);
  const found = known ?? readToken(token, key);
  if (found.until <= Date.now()) throw new ViewerRefused('EXPIRED');
  if (known === undefined && found.signed.effect === undefined) taken.set(token, found);
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
