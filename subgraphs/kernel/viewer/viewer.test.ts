import { randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { SESSION_HOURS, signSession, verifySession } from './session-token.ts';
import { signViewer, verifySignedViewer } from './signed-viewer.ts';
import { ANONYMOUS, requireUser, type UserViewer, type Viewer } from './viewer.ts';

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
  const request = { viewer, requestId: 'r-1', localOwner: true };

  test('arrives as it was', () => {
    expect(verifySignedViewer(signViewer(request, SECRET), SECRET)).toEqual(request);
    const nobody = { viewer: ANONYMOUS, requestId: 'r-2', localOwner: false };
    expect(verifySignedViewer(signViewer(nobody, SECRET), SECRET)).toEqual(nobody);
  });

  test('is signed once for a request, and again for whom or with what it was not', () => {
    const once = signViewer(request, SECRET);
    expect(signViewer(request, SECRET)).toBe(once);
    expect(signViewer(request, OTHER_SECRET)).not.toBe(once);
    const changing: { viewer: Viewer; requestId: string; localOwner: boolean } = { ...request };
    signViewer(changing, SECRET);
    changing.viewer = ANONYMOUS;
    expect(verifySignedViewer(signViewer(changing, SECRET), SECRET)).toMatchObject({ viewer: ANONYMOUS });
  });

  test('is nobody, and no local owner, when there is none', () => {
    expect(verifySignedViewer(undefined, SECRET)).toMatchObject({ viewer: ANONYMOUS, localOwner: false });
  });

  test('is refused when it has expired', async () => {
    const expired = await new SignJWT({ ...request })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('autonomos-subgraph')
      .setExpirationTime(Math.floor(Date.now() / 1_000) - 1)
      .sign(SECRET);
    expect(() => verifySignedViewer(expired, SECRET)).toThrowError(expect.objectContaining({ code: 'EXPIRED' }));
  });

  test('is refused when it was signed by somebody else, changed, or not signed at all', () => {
    const token = signViewer(request, SECRET);
    const stranger = randomUUID();
    const attempts = [
      signViewer({ ...request }, OTHER_SECRET),
      forged(token, (claims) => Object.assign(claims, { viewer: { ...viewer, tenantId: stranger } })),
      unsigned({ ...request, aud: 'autonomos-subgraph', exp: Math.floor(Date.now() / 1_000) + 60 }),
      `${token}.more`,
      token.slice(0, -2),
      '',
      'not a token',
    ];
    for (const attempt of attempts)
      expect(() => verifySignedViewer(attempt, SECRET)).toThrowError(expect.objectContaining({ code: 'FORGED' }));
  });

  test('is no session, and a session is none of it', async () => {
    const { token } = await signSession(viewer, SECRET, new Date());
    expect(() => verifySignedViewer(token, SECRET)).toThrowError(expect.objectContaining({ code: 'FOREIGN' }));
    await expect(verifySession(signViewer(request, SECRET), SECRET, new Date())).rejects.toMatchObject({
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
  });
});

describe('a session', () => {
  const now = new Date('2026-03-01T12:00:00Z');
  const after = (ms: number): Date => new Date(now.getTime() + ms);

  test('gives back its viewer for eight hours and not a second longer', async () => {
    const { token, expiresAt } = await signSession(viewer, SECRET, now);
    expect(expiresAt).toEqual(after(SESSION_HOURS * 3_600_000));
    expect(await verifySession(token, SECRET, after(SESSION_HOURS * 3_600_000 - 1_000))).toEqual(viewer);
    await expect(verifySession(token, SECRET, after(SESSION_HOURS * 3_600_000))).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
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
