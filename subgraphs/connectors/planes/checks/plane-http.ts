import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { request as send } from 'undici';
import type { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../../kernel/database/unit-guard.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { checkedAgent } from '../../../kernel/outbound/checked-agent.ts';
import { planeErrors } from '../plane.errors.ts';

const LIMITS = { connections: 2, maxReplyBytes: 16 * 1024 * 1024, connectMs: 10_000 };
const MAX_TOLD = 200;
const MAX_ATTEMPTS = 3;
const MAX_WAIT_MS = 3_000;

export interface PlaneCall {
  method?: 'GET' | 'POST';
  /** Below the plane's address, or absolute. */
  path: string;
  query?: Readonly<Record<string, string | number>>;
  headers?: Readonly<Record<string, string>>;
  body?: string;
}

export interface PlaneReply {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** Questions about a plane itself: short, asked once, never redirected. What goes through planes takes the connectors' way. */
export class PlaneHttp {
  readonly #base: string;
  readonly #rules: OutboundRules;

  constructor(base: string, rules: OutboundRules) {
    this.#base = base.replace(/\/+$/u, '');
    this.#rules = rules;
  }

  /** The reply, whatever it says. @throws PLANE_UNREACHABLE, ADDRESS_NOT_ALLOWED; the signal's reason when it aborts */
  async raw({ method = 'GET', path, query, headers, body }: PlaneCall, signal: AbortSignal): Promise<PlaneReply> {
    assertOutsideUnitOfWork('asking a fabric plane');
    const url = path.startsWith('/') ? new URL(this.#base + path) : new URL(path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
    try {
      const dispatcher = await checkedAgent(url.hostname, this.#rules, LIMITS);
      const sent = await send(url, { method, dispatcher, signal, headers: { accept: 'application/json', ...headers }, body: body ?? null });
      return { status: sent.statusCode, headers: sent.headers, text: await sent.body.text() };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (error instanceof Error && error.name === 'DomainError') throw error;
      throw planeErrors.PLANE_UNREACHABLE(
        { host: url.host, why: error instanceof Error ? error.message : 'the connection broke' },
        { cause: error },
      );
    }
  }

  /** The reply as JSON. @throws PLANE_UNREACHABLE, PLANE_SECRET_REFUSED, ADDRESS_NOT_ALLOWED */
  async json<T>(call: PlaneCall, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    const { status, text } = await this.#patiently(call, signal);
    const host = new URL(call.path.startsWith('/') ? this.#base : call.path).host;
    if (status === 401 || status === 403) throw planeErrors.PLANE_SECRET_REFUSED({ host, why: `it answered ${status} to ${call.path}` });
    if (status >= 300)
      throw planeErrors.PLANE_UNREACHABLE({ host, why: `it answered ${status} to ${call.path}: ${text.slice(0, MAX_TOLD)}` });
    const parsed = schema.safeParse(jsonOf(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw planeErrors.PLANE_UNREACHABLE({ host, why: `its reply to ${call.path} is not as documented (${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no JSON'})` }); // prettier-ignore
  }

  /** A limit or a failure of a moment is waited for, a few times. */
  async #patiently(call: PlaneCall, signal: AbortSignal): Promise<PlaneReply> {
    for (let attempt = 1; ; attempt++) {
      const reply = await this.raw(call, signal);
      if ((reply.status !== 429 && reply.status < 500) || attempt === MAX_ATTEMPTS) return reply;
      const asked = Number(reply.headers['retry-after'] ?? attempt);
      await wait(Math.min(MAX_WAIT_MS, Number.isFinite(asked) ? asked * 1_000 : 1_000), undefined, { signal });
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
