import { z } from 'zod';
import { guardedFetch } from '../../../kernel/outbound/guarded-fetch.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import { json } from '../../workflows/json-schema.ts';
import { defineTool } from '../define-tool.ts';
import type { Complexity, Probed, Tool, ToolCall, ToolReply } from '../tool.ts';
import { callsOut, FIRST_FAILURE, type Answered } from './call-out.ts';
import type { ToolHostService } from './tool-host.service.ts';
import type { WayTo } from './ways-out.ts';

const MAX_SHOWN_CHARACTERS = 256 * 1024;
/** It is not there. */
const ABSENT: ReadonlySet<number> = new Set([404, 410]);
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
  lookUp: url
    .optional()
    .describe(
      'Where it can be read whether it was done, should the call be cut off: `{key}` in it is the call’s idempotency key. An answer says it was, 404 or 410 that it was not and will not be.',
    ),
});

export interface HttpToolsDeps {
  hosts: ToolHostService;
  rules: OutboundRules;
  wayTo: WayTo;
}

/** Speaks to hosts outside that the tenant allows, at addresses that are checked, with headers that only the tenant knows, on the way that planes are for. */
export function httpTools({ hosts, rules, wayTo }: HttpToolsDeps): readonly Tool[] {
  const out = callsOut({ hosts, wayTo, fetch: guardedFetch(rules) });
  return [
    defineTool({
      name: 'http.get',
      title: 'Read from outside',
      description: 'Reads from a host that the company allows. Gives status and body.',
      complexity: 2,
      effect: 'READ',
      goesOut: true,
      input: getInput,
      describe: (given) => ({ intent: `Read ${given.url}.`, touches: null }),
      call: async (given, call) => shown(await out.answered(call, { method: 'GET', url: given.url })),
    }),
    defineTool({
      name: 'http.call',
      title: 'Call outside',
      description: 'Sends something to a host that the company allows, with the call’s idempotency key. Gives status and body.',
      complexity: 4,
      effect: 'OUTSIDE',
      goesOut: true,
      input: callInput,
      complexityOf: ({ method }) => CHANGES[method],
      describe: (given) => ({ intent: `${given.method} to ${given.url}.`, touches: null }),
      call: async (given, call) =>
        shown(
          await out.answered(call, {
            method: given.method,
            url: given.url,
            ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
          }),
        ),
      probe: async ({ lookUp }, call) =>
        lookUp === undefined ? 'UNKNOWN' : probed(await out.ask(call, { method: 'GET', url: keyed(lookUp, call) })),
    }),
  ];
}

/** The parser of addresses writes braces as it wants to. */
function keyed(lookUp: string, { idempotencyKey }: ToolCall): string {
  return lookUp.replaceAll(/\{key\}|%7Bkey%7D/giu, encodeURIComponent(idempotencyKey));
}

function probed(answer: Answered): Probed {
  if (answer.status < FIRST_FAILURE) return { done: shown(answer).output };
  return ABSENT.has(answer.status) ? 'NOT_DONE' : 'UNKNOWN';
}

function shown({ status, text }: Answered): ToolReply {
  return { output: { status, body: shownBody(text) } };
}

function shownBody(text: string): ToolReply['output'] {
  if (text.length > MAX_SHOWN_CHARACTERS) return text.slice(0, MAX_SHOWN_CHARACTERS);
  try {
    return json.parse(JSON.parse(text));
  } catch {
    return text;
  }
}
