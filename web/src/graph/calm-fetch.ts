import { randomId } from './random-id.ts';

/** What the server says when it wants to be asked again a little later. */
const LATER = ['RATE_LIMITED', 'TENANT_BUSY', 'IDEMPOTENCY_KEY_BUSY'];
const MOST_WAITS = 2;
/** Longer than this somebody is told instead of being kept waiting: a change sooner than something that is only shown. */
const LONGEST_WAIT_MS = { read: 20_000, write: 3_000 };
const JITTER_MS = 400;
const AFTER_A_BREAK_MS = 600;

/** How long the server asks to wait, in milliseconds; null when its reply is none of that kind. */
async function askedToWait(response: Response): Promise<number | null> {
  if (response.status !== 429 && response.status !== 409) return null;
  try {
    const { errors } = (await response.clone().json()) as { errors?: { extensions?: { code?: string; retryAfterMs?: number } }[] };
    const later = errors?.find(({ extensions }) => LATER.includes(extensions?.code ?? ''));
    if (!later) return null;
    return later.extensions?.retryAfterMs ?? Number(response.headers.get('retry-after') ?? 1) * 1_000;
  } catch {
    return null;
  }
}

function waitFor(ms: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = window.setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      window.clearTimeout(timer);
      reject(new DOMException('Not wanted any more.', 'AbortError'));
    });
  });
}

/**
 * `fetch` that waits when the server says it is too fast, and sends a change of somebody who is logged in under a key of its own: when the
 * connection breaks before the reply has come it is sent once more, and the server does it once.
 */
export function createCalmFetch(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const writes = typeof init?.body === 'string' && /"query":"(?:\s|\\n)*mutation\b/.test(init.body);
    const headers = new Headers(init?.headers);
    const keyed = writes && headers.has('authorization');
    if (keyed) headers.set('idempotency-key', randomId());
    const request = { ...init, headers };
    let broken = false;
    for (let waits = 0; ;) {
      let response: Response;
      try {
        response = await send(input, request);
      } catch (error) {
        if (!keyed || broken || init?.signal?.aborted === true) throw error;
        broken = true;
        await waitFor(AFTER_A_BREAK_MS, init?.signal);
        continue;
      }
      const wait = await askedToWait(response);
      if (wait === null || waits >= (writes ? 1 : MOST_WAITS) || wait > LONGEST_WAIT_MS[writes ? 'write' : 'read']) return response;
      waits += 1;
      await waitFor(wait + Math.random() * JITTER_MS, init?.signal);
    }
  };
}
