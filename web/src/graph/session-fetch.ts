import { createCalmFetch } from './calm-fetch.ts';
import { fetchById } from './document-id.ts';
import { UNAUTHENTICATED } from './problem.ts';
import type { SessionKeeper } from './session-keeper.ts';

const UNAUTHORIZED_STATUS = 401;

function withToken(init: RequestInit | undefined, token: string | null): RequestInit {
  const headers = new Headers(init?.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

/** Whether the server knows the token no more: what it refuses for other reasons has other codes. */
async function refusesToken(response: Response): Promise<boolean> {
  if (response.status !== UNAUTHORIZED_STATUS) return false;
  const body = await response.clone().text();
  return body.includes(`"${UNAUTHENTICATED}"`);
}

/**
 * `fetch` in the session `key` (null: of nobody) and in no other: when its token is refused it is exchanged once and the request sent again.
 * Rejects once somebody else is logged in. In a session that has ended by itself it asks as nobody, until it is taken up again.
 */
export function createSessionFetch(
  keeper: SessionKeeper,
  key: string | null,
  send: typeof fetch = createCalmFetch(fetchById),
): typeof fetch {
  return async (input, init) => {
    const token = await keeper.fresh();
    if ((keeper.current()?.key ?? keeper.ended()) !== key) throw new DOMException('Another session is open now.', 'AbortError');
    const response = await send(input, withToken(init, token));
    if (token === null || !(await refusesToken(response))) return response;
    const next = await keeper.renew(token);
    if (next === null) return response;
    const again = await send(input, withToken(init, next));
    if (await refusesToken(again)) keeper.close(true);
    return again;
  };
}
