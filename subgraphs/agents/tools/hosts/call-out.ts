import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { ToolFailure, type ToolCall } from '../tool.ts';
import type { ToolHostService } from './tool-host.service.ts';
import type { WayTo } from './ways-out.ts';

const TIMEOUT_MS = 30_000;
export const FIRST_FAILURE = 400;
const FIRST_OF_THEIRS = 500;
/** It was not looked at. */
const LATER: ReadonlySet<number> = new Set([408, 425, 429]);
/** Nothing was sent yet. */
const NOT_SENT: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  body?: string;
}
export interface Answered {
  status: number;
  text: string;
}

interface CallsOut {
  /** What the other side says, whatever it is. @throws ToolFailure */
  ask(call: ToolCall, request: Request): Promise<Answered>;
  /** What it says when it did what was asked. @throws ToolFailure HTTP_REFUSED, and what `ask` throws */
  answered(call: ToolCall, request: Request): Promise<Answered>;
}

/** Calls hosts that the tenant allows, with what it keeps for them, on the way that planes are for. */
export function callsOut({ hosts, wayTo, fetch: send }: { hosts: ToolHostService; wayTo: WayTo; fetch: typeof fetch }): CallsOut {
  const ask: CallsOut['ask'] = async (call, { method, url, body }) => {
    const changes = method !== 'GET';
    const { host } = new URL(url);
    const headers = await hosts.headersFor(call.tenantId, host);
    if (headers === null) throw new ToolFailure('TOOL_HOST_NOT_ALLOWED', `The company does not let agents call ${host}.`);
    const way = await wayTo(call, url);
    return send(way.url, {
      method,
      headers: {
        accept: 'application/json, text/*;q=0.9',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...way.headers,
        ...(changes ? { 'idempotency-key': call.idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([call.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: unknown) => failed(error, changes));
  };
  return {
    ask,
    async answered(call, request) {
      const answer = await ask(call, request);
      if (answer.status >= FIRST_FAILURE) refuse(answer.status, new URL(request.url).host, request.method !== 'GET');
      return answer;
    },
  };
}

/** @throws ToolFailure */
function refuse(status: number, host: string, changes: boolean): never {
  const theirs = status >= FIRST_OF_THEIRS;
  throw new ToolFailure('HTTP_REFUSED', `${host} answered ${status}.`, { again: LATER.has(status) || theirs, doubt: changes && theirs });
}

/** @throws ToolFailure */
function failed(error: unknown, changes: boolean): never {
  if (error instanceof DomainError) throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  throw new ToolFailure('HTTP_FAILED', 'The other side did not answer.', {
    again: true,
    doubt: changes && !NOT_SENT.has(code),
    cause: error,
  });
}
