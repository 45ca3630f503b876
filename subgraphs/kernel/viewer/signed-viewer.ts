import { SignJWT, jwtVerify } from 'jose';
import { z } from 'zod';
import { ANONYMOUS, ROLES, type Viewer } from './viewer.ts';

/** Header in which the gateway hands the viewer to a subgraph. */
export const VIEWER_HEADER = 'x-autonomos-viewer';
const LIFETIME_SECONDS = 60;
const AUDIENCE = 'autonomos-subgraph';

export interface SignedRequest {
  viewer: Viewer;
  requestId: string;
  localOwner: boolean;
}

const claims = z.object({
  viewer: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('anonymous') }),
    z.object({ kind: z.literal('user'), tenantId: z.uuid(), userId: z.uuid(), role: z.enum(ROLES) }),
  ]),
  requestId: z.string(),
  localOwner: z.boolean(),
});

/** Signs the viewer for one call to a subgraph; valid for a minute. `secret` is shared by gateway and subgraphs only. */
export async function signViewer(request: SignedRequest, secret: Uint8Array): Promise<string> {
  return new SignJWT({ viewer: request.viewer, requestId: request.requestId, localOwner: request.localOwner })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(AUDIENCE)
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(secret);
}

/** The viewer a gateway signed; anonymous when there is no header. @throws when the signature or its time is not right. */
export async function verifySignedViewer(token: string | undefined, secret: Uint8Array): Promise<SignedRequest> {
  if (token === undefined) return { viewer: ANONYMOUS, requestId: 'direct', localOwner: false };
  const { payload } = await jwtVerify(token, secret, { audience: AUDIENCE, algorithms: ['HS256'] });
  return claims.parse(payload);
}
