import type { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js';
import { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../kernel/database/unit-guard.ts';
import { guardedFetch } from '../../kernel/outbound/guarded-fetch.ts';
import type { OutboundRules } from '../../kernel/outbound/allowed-address.ts';
import { json } from '../workflows/json-schema.ts';
import type { Json } from '../workflows/json.ts';
import type { KnownMcpTool } from './mcp-server.entity.ts';

const TIMEOUT_MS = 30_000;
const LIST_TIMEOUT_MS = 10_000;
const MAX_TOOLS = 500;
const MAX_TEXT_CHARACTERS = 4_000;

/** Where a server answers, and with what. */
export interface McpAddress {
  url: string;
  token: string | null;
  /** Of the gateway it is behind. */
  headers?: Readonly<Record<string, string>>;
}

/** One call of a tool. */
export interface McpCall {
  name: string;
  input: Json;
  /** The same whenever the same effect is tried again; the server may keep it. */
  key: string;
  signal: AbortSignal;
}

/** Where servers find the key in what they are sent along (`_meta`). */
const KEY = 'autonomos/idempotency-key';

const replySchema = z.object({
  isError: z.boolean().optional(),
  structuredContent: json.optional(),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).default([]),
});

/** Speaks to servers at addresses that are checked each time. */
export class McpSpeaker {
  readonly #fetch: typeof fetch;

  constructor(rules: OutboundRules) {
    this.#fetch = guardedFetch(rules);
  }

  /** What a server offers. @throws what keeps it from answering */
  tools(address: McpAddress): Promise<KnownMcpTool[]> {
    return this.#with(address, AbortSignal.timeout(LIST_TIMEOUT_MS), async (client) => {
      const { tools } = await client.listTools();
      return tools.slice(0, MAX_TOOLS).map(({ name, title, description, inputSchema, annotations }) => ({
        name,
        title: annotations?.title ?? title ?? name,
        description: (description ?? '').slice(0, MAX_TEXT_CHARACTERS),
        schema: inputSchema,
        readOnly: annotations?.readOnlyHint === true,
        destructive: annotations?.destructiveHint === true,
        idempotent: annotations?.idempotentHint === true,
      }));
    });
  }

  /** @returns what the tool says, and whether it says that it failed. @throws what keeps the server from answering */
  call(address: McpAddress, { name, input, key, signal }: McpCall): Promise<{ failed: boolean; output: Json }> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]);
    return this.#with(address, limit, async (client) => {
      const given = z.record(z.string(), z.unknown()).catch({}).parse(input);
      const asked = { name, arguments: given, _meta: { [KEY]: key } };
      const reply = replySchema.parse(await client.callTool(asked, undefined, { signal: limit, timeout: TIMEOUT_MS }));
      const text = reply.content.flatMap(({ text: part }) => part ?? []).join('\n');
      return { failed: reply.isError === true, output: reply.structuredContent ?? { text } };
    });
  }

  async #with<T>({ url, token, headers = {} }: McpAddress, signal: AbortSignal, work: (client: McpClient) => Promise<T>): Promise<T> {
    assertOutsideUnitOfWork('a call of an MCP server');
    // Loaded when it is first needed: most installations never do.
    const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
    const client = new Client({ name: 'autonomos', version: '1' });
    const requestInit = { headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers } };
    const transport = new StreamableHTTPClientTransport(new URL(url), { fetch: this.#fetch, requestInit });
    try {
      await client.connect(transport as Parameters<typeof client.connect>[0], { signal, timeout: LIST_TIMEOUT_MS });
      return await work(client);
    } finally {
      await client.close();
    }
  }
}
