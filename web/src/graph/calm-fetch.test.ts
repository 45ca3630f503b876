import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCalmFetch } from './calm-fetch.ts';
import { standInBrowser } from './session-keeper.testkit.ts';

beforeEach(() => void standInBrowser());
afterEach(() => vi.unstubAllGlobals());

const READ = { method: 'POST', headers: { authorization: 'Bearer a' }, body: JSON.stringify({ query: 'query Runs { runs }' }) };
const WRITE = { method: 'POST', headers: { authorization: 'Bearer a' }, body: JSON.stringify({ query: '\n  mutation Set { set }' }) };

function refusal(code: string, retryAfterMs: number): Response {
  return new Response(JSON.stringify({ errors: [{ extensions: { code, retryAfterMs } }] }), { status: 429 });
}

/** A server that answers so, one after the other, and the keys it was sent. */
function serverOf(...answers: (() => Response)[]) {
  const keys: (string | null)[] = [];
  const send = createCalmFetch((_input, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'));
    const answer = answers[keys.length - 1];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('more was asked than expected'));
  });
  return { send, keys };
}

const fine = () => new Response('{}');
const broken = (): Response => {
  throw new TypeError('the connection broke');
};

test('a read that is too fast waits as long as it is told, twice at most, and without a key', async () => {
  const { send, keys } = serverOf(
    () => refusal('RATE_LIMITED', 5),
    () => refusal('TENANT_BUSY', 5),
    () => refusal('RATE_LIMITED', 5),
  );
  expect((await send('/graphql', READ)).status).toBe(429);
  expect(keys).toEqual([null, null, null]);
});

test('a change that would have to wait long is told at once; so is a used-up quota', async () => {
  for (const [code, ms] of [
    ['RATE_LIMITED', 9_000],
    ['QUOTA_EXCEEDED', 1],
  ] as const) {
    const { send, keys } = serverOf(() => refusal(code, ms));
    expect((await send('/graphql', WRITE)).status).toBe(429);
    expect(keys.length).toBe(1);
  }
});

test('a change whose reply was lost is sent once more under the same key; each change has its own', async () => {
  const { send, keys } = serverOf(broken, fine, fine);
  expect((await send('/graphql', WRITE)).status).toBe(200);
  await send('/graphql', WRITE);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('what nobody is logged in for has no key and is not repeated', async () => {
  const { send, keys } = serverOf(broken);
  await expect(send('/graphql', { ...WRITE, headers: {} })).rejects.toThrow('broke');
  expect(keys).toEqual([null]);
});
