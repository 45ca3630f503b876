import { request } from 'undici';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { OutboundRules } from '../../kernel/outbound/allowed-address.ts';
import { checkedAgent } from '../../kernel/outbound/checked-agent.ts';
import type { Payload } from './payload.ts';

/** What became of one attempt. */
export type Outcome =
  | { kind: 'DELIVERED'; status: number }
  | { kind: 'FAILED'; status: number | null; problem: string; afterMs: number | null }
  /** Trying again will not help. */
  | { kind: 'REFUSED'; status: number | null; problem: string };

/** Replies that say that the same request may be taken later. */
const LATER: ReadonlySet<number> = new Set([408, 409, 421, 423, 425, 429]);
const MAX_ASKED_WAIT_MS = 60 * 60 * 1_000;
const READ_BYTES = 4_096;
/** A reply is not read: one of more than this is broken off. */
const MAX_REPLY_BYTES = 64 * 1_024;
/** Messages to one service at a time. */
const CONNECTIONS = 4;

/**
 * Posts once. The address is checked now and is the one connected to; redirects are not followed, the reply is not read. What is told of a failure
 * never holds the address, of which the path is a secret.
 */
export async function send(
  url: URL,
  payload: Payload,
  { rules, timeoutMs }: { rules: OutboundRules; timeoutMs: number },
): Promise<Outcome> {
  try {
    const dispatcher = await checkedAgent(url.hostname, rules, {
      connections: CONNECTIONS,
      maxReplyBytes: MAX_REPLY_BYTES,
      connectMs: timeoutMs,
    });
    const signal = AbortSignal.timeout(timeoutMs);
    const reply = await request(url, {
      method: 'POST',
      ...payload,
      dispatcher,
      signal,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
    await reply.body.dump({ limit: READ_BYTES, signal }).catch(() => undefined);
    return outcomeOf(reply.statusCode, reply.headers['retry-after']);
  } catch (error) {
    if (error instanceof DomainError && !error.extensions.retry) return { kind: 'REFUSED', status: null, problem: error.message };
    return { kind: 'FAILED', status: null, problem: problemOf(error), afterMs: null };
  }
}

function outcomeOf(status: number, retryAfter: string | string[] | undefined): Outcome {
  if (status >= 200 && status < 300) return { kind: 'DELIVERED', status };
  const problem = `The other side answered ${status}.`;
  if (status < 500 && !LATER.has(status)) return { kind: 'REFUSED', status, problem };
  const seconds = Number(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter);
  const asked = Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, MAX_ASKED_WAIT_MS) : null;
  return { kind: 'FAILED', status, problem, afterMs: asked };
}

function problemOf(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  if (!(error instanceof Error)) return 'The other side could not be reached.';
  if (error.name === 'TimeoutError' || error.name.endsWith('TimeoutError')) return 'The other side did not answer in time.';
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  return `The other side could not be reached${code}.`;
}
