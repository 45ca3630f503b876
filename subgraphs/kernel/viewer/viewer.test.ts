import { randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { ACCESS_TOKEN_MINUTES, signSession, verifySession } from './session-token.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { VIEWER_HEADER, readViewerHeaders, viewerHeaders, type SignedRequest } from './signed-viewer.ts';
import { ANONYMOUS, requireUser, type UserViewer } from './viewer.ts';

const SECRET = randomBytes(32);
const OTHER_SECRET = randomBytes(32);
const viewer: UserViewer = { kind: 'user', tenantId: randomUUID(), userId: randomUUID(), role: 'ANALYST' };

/** The token with one claim changed and the signature left as it was. */
function forged(token: string, change: (claims: Record<string, unknown>) => void): string {
  const [header, payload = '', signature] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, unknown>;
  change(claims);
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

const unsigned = (claims: object): string =>
  `${[{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;

describe('the viewer a gateway signs', () => {
  const request = { viewer, requestId: 'r-1', localOwner: true, clientAddress: '198.51.100.7', clientAgent: 'test/1.0 (like a browser)' };
  const tokenOf = (signed: SignedRequest, secret: Uint8Array): string => viewerHeaders(signed, secret)[VIEWER_HEADER] ?? '';
  const read = (token: string): SignedRequest => readViewerHeaders({ [VIEWER_HEADER]: token }, SECRET);

  test('arrives as it was', () => {
    expect(readViewerHeaders(viewerHeaders(request, SECRET), SECRET)).toEqual(request);
    const nobody = { viewer: ANONYMOUS, requestId: 'r-2', localOwner: false, clientAddress: null, clientAgent: null };
    expect(readViewerHeaders(viewerHeaders(nobody, SECRET), SECRET)).toEqual(nobody);
  });

  test('is signed anew for whom, and with what, it was not', () => {
    const others: SignedRequest[] = [
      { ...request, localOwner: false },
      { ...request, viewer: ANONYMOUS },
      { ...request, clientAddress: '203.0.113.9' },
      { ...request, viewer: { ...viewer, role: 'VIEWER' } },
      { ...request, viewer: { ...viewer, scopes: [] } },
      { ...request, viewer: { ...viewer, scopes: ['a.read', 'b.read'] } },
      { ...request, viewer: { ...viewer, credential: { kind: 'SESSION', id: randomUUID() } } },
      { ...request, viewer: { ...viewer, scopes: ['a.read'], credential: { kind: 'KEY', id: randomUUID() } } },
      { ...request, viewer: { ...viewer, tenantId: randomUUID() } },
      { ...request, viewer: { ...viewer, userId: randomUUID() } },
    ];
    for (const other of [...others, request])
      expect(read(tokenOf(other, SECRET))).toMatchObject({ ...other, requestId: 'direct', clientAgent: null });
    expect(tokenOf(request, OTHER_SECRET)).not.toBe(tokenOf(request, SECRET));
  });

  test('is nobody, and no local owner, when there is none', () => {
    expect(readViewerHeaders({}, SECRET)).toEqual({
      viewer: ANONYMOUS,
      requestId: 'direct',
      localOwner: false,
      clientAddress: null,
      clientAgent: null,
    });
  });

  test('is refused when it has expired, also when it was taken before', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 1;
    const expiring = await new SignJWT({ viewer, localOwner: false })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('autonomos-subgraph')
      .setExpirationTime(exp)
      .sign(SECRET);
    expect(read(expiring)).toMatchObject({ viewer });
    await eventually('its end', () => Date.now() >= exp * 1_000);
    expect(() => read(expiring)).toThrowError(expect.objectContaining({ code: 'EXPIRED' }));
  });

  test('is refused when it was signed by somebody else, changed, or not signed at all', () => {
    const token = tokenOf(request, SECRET);
    const stranger = randomUUID();
    const attempts = [
      tokenOf(request, OTHER_SECRET),
      forged(token, (claims) => Object.assign(claims, { viewer: { ...viewer, tenantId: stranger } })),
      unsigned({ ...request, aud: 'autonomos-subgraph', exp: Math.floor(Date.now() / 1_000) + 60 }),
      `${token}.more`,
      token.slice(0, -2),
      '',
      'not a token',
    ];
    for (const attempt of attempts) expect(() => read(attempt)).toThrowError(expect.objectContaining({ code: 'FORGED' }));
  });

  test('is no session, and a session is none of it', async () => {
    const { token } = await signSession(viewer, SECRET, new Date());
    expect(() => read(token)).toThrowError(expect.objectContaining({ code: 'FOREIGN' }));
    await expect(verifySession(tokenOf(request, SECRET), SECRET, new Date())).rejects.toMatchObject({
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
  });
});

describe('a session', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const after = (ms: number): Date => new Date(now.getTime() + ms);

  test('gives back its viewer for half an hour and not a second longer', async () => {
    const { token, expiresAt } = await signSession(viewer, SECRET, now);
    expect(expiresAt).toEqual(after(ACCESS_TOKEN_MINUTES * 60_000));
    expect(await verifySession(token, SECRET, after(ACCESS_TOKEN_MINUTES * 60_000 - 1_000))).toEqual(viewer);
    await expect(verifySession(token, SECRET, after(ACCESS_TOKEN_MINUTES * 60_000))).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
  });

  test('is refused when it was signed by somebody else or its role was changed', async () => {
    const { token } = await signSession(viewer, SECRET, now);
    await expect(verifySession(token, OTHER_SECRET, now)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    const promoted = forged(token, (claims) => Object.assign(claims, { role: 'OWNER' }));
    await expect(verifySession(promoted, SECRET, now)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });
});

test('who is not logged in is told so', () => {
  expect(requireUser(viewer)).toBe(viewer);
  expect(() => requireUser(ANONYMOUS)).toThrowError(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
});
