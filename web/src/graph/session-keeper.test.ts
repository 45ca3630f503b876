import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSessionFetch } from './session-fetch.ts';
import { createSessionKeeper, renewalIn, storedAs } from './session-keeper.ts';
import type { Renewed } from './session-keeper.ts';
import { standInBrowser } from './session-keeper.testkit.ts';
import { parseSession } from './session-store.ts';

const HOUR_MS = 3_600_000;
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const session = (name: string, leftMs = HOUR_MS) => ({
  token: `token ${name}`,
  expiresAt: inMs(leftMs),
  refreshToken: `refresh ${name}`,
  refreshExpiresAt: inMs(24 * HOUR_MS),
});

let browser: ReturnType<typeof standInBrowser>;
beforeEach(() => {
  browser = standInBrowser();
});
afterEach(() => vi.unstubAllGlobals());

/** A server that knows one refresh token at a time. */
function keeperOf(answer: () => Renewed) {
  const asked: (string | null)[] = [];
  const keeper = createSessionKeeper(({ refreshToken }) => {
    asked.push(refreshToken);
    return Promise.resolve(answer());
  });
  return { keeper, asked };
}

describe('a session', () => {
  test('is exchanged a minute before its token ends, sooner when it lives shorter', () => {
    const now = new Date('2026-01-01T12:00:00Z');
    expect(renewalIn({ expiresAt: '2026-01-01T13:00:00Z' }, now)).toBe(HOUR_MS - 60_000);
    expect(renewalIn({ expiresAt: '2026-01-01T12:00:20Z' }, now)).toBe(10_000);
    expect(renewalIn({ expiresAt: '2026-01-01T11:00:00Z' }, now)).toBe(0);
  });

  test('whose token has ended is exchanged once, however many ask for it, and stays the same session', async () => {
    const { keeper, asked } = keeperOf(() => ({ state: 'renewed', session: session('b') }));
    keeper.open(session('a', 1));
    const key = keeper.current()?.key;
    expect(await Promise.all([keeper.fresh(), keeper.fresh(), keeper.renew('token a')])).toEqual(['token b', 'token b', 'token b']);
    expect(asked).toEqual(['refresh a']);
    expect(keeper.current()?.key).toBe(key);
    expect(parseSession(browser.storage.get('autonomos.session') ?? null)?.token).toBe('token b');
  });

  test('that the server refuses to go on with is over, by itself', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const key = keeper.current()?.key;
    expect(await keeper.renew('token a')).toBeNull();
    expect([keeper.current(), keeper.ended()]).toEqual([null, key]);
    expect(browser.storage.has('autonomos.session')).toBe(false);
  });

  test('that is held stays where it is although the server ends it, until it is let go', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const release = keeper.hold();
    expect(await keeper.renew('token a')).toBeNull();
    expect(keeper.current()?.token).toBe('token a');
    release();
    await keeper.renew('token a');
    expect(keeper.current()).toBeNull();
  });

  test('is kept while the server cannot be reached', async () => {
    const { keeper } = keeperOf(() => ({ state: 'unreachable' }));
    keeper.open(session('a'));
    expect(await keeper.renew('token a')).toBeNull();
    expect(keeper.current()?.token).toBe('token a');
  });

  test('that another tab has exchanged is taken from there', async () => {
    const { keeper, asked } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const key = keeper.current()?.key ?? '';
    browser.storage.set('autonomos.session', JSON.stringify(storedAs(key, session('b'))));
    expect(await keeper.renew('token a')).toBe('token b');
    browser.storedElsewhere(JSON.stringify(storedAs(key, session('c'))));
    expect(keeper.current()?.token).toBe('token c');
    browser.storedElsewhere(null);
    expect([keeper.current(), keeper.ended(), asked]).toEqual([null, null, []]);
  });

  test('that ended by itself is taken up again as the same session, in this tab and in the others', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    const other = keeperOf(() => ({ state: 'refused' })).keeper;
    keeper.open(session('a'));
    const key = keeper.current()?.key ?? '';
    browser.storedElsewhere(browser.storage.get('autonomos.session') ?? null);
    expect(other.current()?.key).toBe(key);
    await keeper.renew('token a');
    browser.storedElsewhere(null);
    expect([other.current(), other.ended()]).toEqual([null, key]);
    keeper.takeUp(session('b'));
    browser.storedElsewhere(browser.storage.get('autonomos.session') ?? null);
    for (const each of [keeper, other]) expect([each.current()?.key, each.current()?.token, each.ended()]).toEqual([key, 'token b', null]);
  });

  test('that ended by itself is another one when it is left', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const key = keeper.current()?.key;
    await keeper.renew('token a');
    keeper.close();
    expect(keeper.ended()).toBeNull();
    keeper.takeUp(session('b'));
    expect(keeper.current()?.key).not.toBe(key);
  });
});

describe('a request', () => {
  const refusal = (code: string) => new Response(JSON.stringify({ errors: [{ extensions: { code } }] }), { status: 401 });
  const bearer = (init?: RequestInit) => new Headers(init?.headers).get('authorization');

  test('whose token is refused is sent once more, with the next one', async () => {
    const { keeper, asked } = keeperOf(() => ({ state: 'renewed', session: session('b') }));
    keeper.open(session('a'));
    const sent: (string | null)[] = [];
    const send: typeof fetch = (_input, init) => {
      sent.push(bearer(init));
      return Promise.resolve(bearer(init) === 'Bearer token b' ? new Response('{}') : refusal('UNAUTHENTICATED'));
    };
    const { status } = await createSessionFetch(keeper, keeper.current()?.key ?? null, send)('/graphql');
    expect([status, sent, asked.length]).toEqual([200, ['Bearer token a', 'Bearer token b'], 1]);
  });

  test('that is refused for another reason is not, and the session goes on', async () => {
    const { keeper, asked } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const send: typeof fetch = () => Promise.resolve(refusal('CREDENTIALS_REFUSED'));
    const { status } = await createSessionFetch(keeper, keeper.current()?.key ?? null, send)('/graphql');
    expect([status, asked, keeper.current()?.token]).toEqual([401, [], 'token a']);
  });

  test('of a session that has ended by itself asks as nobody until the session is taken up', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const sent: (string | null)[] = [];
    const record: typeof fetch = (_input, init) => {
      sent.push(bearer(init));
      return Promise.resolve(new Response('{}'));
    };
    const send = createSessionFetch(keeper, keeper.current()?.key ?? null, record);
    await keeper.renew('token a');
    await send('/graphql');
    keeper.takeUp(session('b'));
    await send('/graphql');
    expect(sent).toEqual([null, 'Bearer token b']);
  });

  test('of a session that is no longer open is not sent in the next one', async () => {
    const { keeper } = keeperOf(() => ({ state: 'refused' }));
    keeper.open(session('a'));
    const send = createSessionFetch(keeper, keeper.current()?.key ?? null, () => Promise.reject(new Error('sent')));
    keeper.open(session('of somebody else'));
    await expect(send('/graphql')).rejects.toThrow('Another session');
  });
});
