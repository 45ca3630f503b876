import { createHmac, randomBytes } from 'node:crypto';
import { SignJWT, UnsecuredJWT, decodeJwt, type JWTPayload } from 'jose';
import { VIEWER_HEADER, viewerHeaders } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import type { Asker } from './askers.ts';
import type { World } from './world.ts';

/** Prefix of the notes with which stories hand over tokens of B that work no longer: `refused: a revoked key` → the token. */
export const REFUSED_NOTE = 'refused: ';
const HOUR_SECONDS = 60 * 60;

const bearer = (name: string, token: string): Asker => ({ name, gateway: { authorization: `Bearer ${token}` }, subgraph: () => ({}) });

/** A, who also says to be B in every header that anything behind the door might believe. */
export async function liar(world: World): Promise<Asker> {
  const { a, b } = world;
  const asA = await world.as(a.viewer);
  const claimed = {
    'x-autonomos-tenant': b.viewer.tenantId,
    'x-autonomos-user': b.viewer.userId,
    'x-autonomos-role': 'OWNER',
    'x-tenant-id': b.viewer.tenantId,
    'x-user-id': b.viewer.userId,
    'x-forwarded-user': b.viewer.userId,
    'x-autonomos-local-key': randomBytes(32).toString('base64url'),
    cookie: `session=${b.token}`,
    ...forgedViewer(world),
  };
  return { name: 'A with forged headers', gateway: { ...asA.gateway, ...claimed }, subgraph: () => ({ ...claimed, ...asA.subgraph() }) };
}

/** Whom the public door has to turn away, although they say to be B. */
export async function refusedAtTheDoor(world: World): Promise<Asker[]> {
  const { session, viewer } = world.system.system.secrets;
  const claims = decodeJwt(world.b.token);
  const now = Math.floor(Date.now() / 1_000);
  const sign = (changed: JWTPayload, secret: Uint8Array = session): Promise<string> =>
    new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
  const [head, , signature] = world.a.token.split('.');
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url');
  const gone = [...world.b.notes].filter(([name]) => name.startsWith(REFUSED_NOTE));
  return [
    bearer('an expired session', await sign({ iat: now - 2 * HOUR_SECONDS, exp: now - HOUR_SECONDS })),
    bearer('a session signed by somebody else', await sign({}, randomBytes(32))),
    bearer('a session signed with the key of subgraphs', await sign({}, viewer)),
    bearer('a session for somebody else', await sign({ aud: 'another product' })),
    bearer('a session that nobody signed', new UnsecuredJWT(claims).encode()),
    bearer('A’s session with B’s claims', [head, body, signature].join('.')),
    bearer('a gateway’s word', (await world.as(world.b.viewer)).subgraph()[VIEWER_HEADER] ?? ''),
    ...gone.map(([name, token]) => bearer(name.slice(REFUSED_NOTE.length), token)),
  ];
}

/** Whom every subgraph has to turn away, although they say that the gateway says that they are B. */
export function refusedBySubgraphs(world: World): Asker[] {
  const { secrets } = world.system.system;
  const right = viewerHeaders(
    { viewer: world.b.viewer, requestId: 'isolation', clientAddress: null, clientAgent: null, localOwner: true },
    secrets.viewer,
  )[VIEWER_HEADER];
  const [head = '', body = '', signature = ''] = (right ?? '').split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
  const coded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (claims: object, header = head): string => {
    const text = `${header}.${coded(claims)}`;
    return `${text}.${createHmac('sha256', secrets.viewer).update(text).digest('base64url')}`;
  };
  const asking = (name: string, token: string): Asker => ({ name, gateway: {}, subgraph: () => ({ [VIEWER_HEADER]: token }) });
  const hourAgo = Math.floor(Date.now() / 1_000) - HOUR_SECONDS;
  return [
    { name: 'a forged signature', gateway: {}, subgraph: () => forgedViewer(world) },
    asking('an expired signature', signed({ ...said, exp: hourAgo })),
    asking('a signature for somebody else', signed({ ...said, aud: 'another product' })),
    asking('claims changed under a signature', [head, coded({ ...said, exp: hourAgo + 2 * HOUR_SECONDS }), signature].join('.')),
    asking('no signature', `${coded({ alg: 'none' })}.${body}.`),
    asking('another algorithm', signed(said, coded({ alg: 'HS512' }))),
    asking('a session', world.b.token),
  ];
}

/** B's word as the gateway would give it, signed with a key that is not the gateway's. */
function forgedViewer({ b }: World): Record<string, string> {
  const request = { viewer: b.viewer, requestId: 'isolation', clientAddress: null, clientAgent: null, localOwner: true };
  return viewerHeaders(request, randomBytes(32));
}
