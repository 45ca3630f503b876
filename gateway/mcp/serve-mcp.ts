import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { FormattedExecutionResult } from 'graphql';
import { z } from 'zod';
import { MCP_TOOLS, type McpOperation, type McpTool } from './mcp-tools.ts';

/** Who asks, and how. */
export interface McpCaller {
  /** The actions that the caller may do. */
  policies: ReadonlySet<string>;
  run: (operation: McpOperation) => Promise<FormattedExecutionResult>;
}

const VERSION = '1';

/** Answers one request of the Model Context Protocol (streamable HTTP, without sessions: each request stands for itself). */
export async function serveMcp(request: IncomingMessage, response: ServerResponse, body: unknown, caller: McpCaller): Promise<void> {
  const offered = MCP_TOOLS.filter(({ action }) => action === null || caller.policies.has(action));
  const server = new Server({ name: 'autonomos', version: VERSION }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered.map(shown) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) =>
    callTool(offered.find(({ name }) => name === params.name) ?? null, params.arguments, caller),
  );
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once('close', () => void server.close());
  await server.connect(transport as Parameters<typeof server.connect>[0]);
  await transport.handleRequest(request, response, body);
}

function shown({ name, title, description, readOnly, input }: McpTool) {
  const inputSchema = z.toJSONSchema(input, { io: 'input' }) as { type: 'object' };
  return { name, title, description, inputSchema, annotations: { readOnlyHint: readOnly } };
}

async function callTool(tool: McpTool | null, given: unknown, caller: McpCaller): Promise<CallToolResult> {
  if (tool === null) return failure('There is no such tool, or your key does not allow it.');
  let operation: McpOperation;
  try {
    operation = tool.operation(given);
  } catch (error) {
    return failure(error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : 'The input is wrong.');
  }
  const { data = null, errors } = await caller.run(operation);
  const reply = errors === undefined ? { data } : { data, errors };
  return {
    content: [{ type: 'text', text: JSON.stringify(reply) }],
    structuredContent: JSON.parse(JSON.stringify(reply)) as Record<string, unknown>,
    isError: errors !== undefined && data === null,
  };
}

function failure(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}
