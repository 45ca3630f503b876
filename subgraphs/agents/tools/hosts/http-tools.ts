import { z } from 'zod';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { guardedFetch } from '../../../kernel/outbound/guarded-fetch.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import { ToolFailure, type Complexity, type Tool, type ToolCall, type ToolReply } from '../tool.ts';
import type { ToolHostService } from './tool-host.service.ts';

const TIMEOUT_MS = 30_000;
const MAX_SHOWN_CHARACTERS = 256 * 1024;
const FIRST_FAILURE = 400;
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

const CHANGES = { POST: 3, PUT: 3, PATCH: 3, DELETE: 4 } as const satisfies Record<string, Complexity>;
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
const url = z
  .url({ protocol: /^https?$/ })
  .max(4_000)
  .describe('The address; its host has to be one of those that the company allows.');
const getInput = z.strictObject({ url });
const callInput = z.strictObject({
  url,
  method: z.enum(METHODS).default('POST').describe('What is done there.'),
  body: json.optional().describe('Sent as JSON.'),
});

type Send = (call: ToolCall, request: { method: 'GET' | (typeof METHODS)[number]; url: string; body?: string }) => Promise<ToolReply>;

/** Speaks to hosts outside that the tenant allows, at addresses that are checked, with headers that only the tenant knows. */
export function httpTools(hosts: ToolHostService, rules: OutboundRules): readonly Tool[] {
  const send = sender(hosts, guardedFetch(rules));
  return [
    defineTool({
      name: 'http.get',
      title: 'Read from outside',
      description: 'Reads from a host that the company allows. Gives status and body.',
      complexity: 2,
      effect: 'READ',
      input: getInput,
      describe: (given) => ({ intent: `Read ${given.url}.`, touches: null }),
      call: (given, call) => send(call, { method: 'GET', url: given.url }),
    }),
    defineTool({
      name: 'http.call',
      title: 'Call outside',
      description: 'Sends something to a host that the company allows, with the call’s idempotency key. Gives status and body.',
      complexity: 4,
      effect: 'OUTSIDE',
      input: callInput,
      complexityOf: ({ method }) => CHANGES[method],
      describe: (given) => ({ intent: `${given.method} to ${given.url}.`, touches: null }),
      call: (given, call) =>
        send(call, {
          method: given.method,
          url: given.url,
          ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
        }),
    }),
  ];
}

function sender(hosts: ToolHostService, fetch: ReturnType<typeof guardedFetch>): Send {
  return async ({ tenantId, idempotencyKey, signal }, { method, url: address, body }) => {
    const changes = method !== 'GET';
    const { host } = new URL(address);
    const headers = await hosts.headersFor(tenantId, host);
    if (headers === null) throw new ToolFailure('TOOL_HOST_NOT_ALLOWED', `The company does not let agents call ${host}.`);
    const sent = await fetch(address, {
      method,
      headers: {
        accept: 'application/json, text/*;q=0.9',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
        ...(changes ? { 'idempotency-key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: unknown) => failed(error, changes));
    if (sent.status >= FIRST_FAILURE) refuse(sent.status, host, changes);
    return { output: { status: sent.status, body: shownBody(sent.text) } };
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

function shownBody(text: string): ToolReply['output'] {
  if (text.length > MAX_SHOWN_CHARACTERS) return text.slice(0, MAX_SHOWN_CHARACTERS);
  try {
    return json.parse(JSON.parse(text));
  } catch {
    return text;
  }
}
