import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { json } from '../workflows/json-schema.ts';
import { ToolFailure, type Tool } from '../tools/tool.ts';
import type { ToolSource } from '../tools/tools.ts';
import type { KnownMcpTool, McpServerRow } from './mcp-server.entity.ts';
import type { McpServerService } from './mcp-server.service.ts';

const START = 'mcp.';
const input = z.record(z.string(), json);

/** The allowed tools of a tenant's servers, as tools of its agents: `mcp.<server>.<tool>`. */
export function mcpToolSource(servers: McpServerService): ToolSource {
  return {
    async find(tenantId, name) {
      if (!name.startsWith(START)) return null;
      const end = name.indexOf('.', START.length);
      const server = end === -1 ? null : await servers.named(tenantId, name.slice(START.length, end));
      return server === null ? null : (allowedOf(servers, server).find((tool) => tool.name === name) ?? null);
    },
    async list(tenantId) {
      return (await servers.all(tenantId)).flatMap((server) => allowedOf(servers, server));
    },
  };
}

function allowedOf(servers: McpServerService, server: McpServerRow): Tool[] {
  return server.tools.filter(({ name }) => server.allowed.includes(name)).map((known) => toolOf(servers, server, known));
}

function toolOf(servers: McpServerService, server: McpServerRow, known: KnownMcpTool): Tool {
  const { name, title, description, schema, readOnly, destructive } = known;
  return {
    name: `${START}${server.name}.${name}`,
    title,
    description,
    complexity: readOnly ? 2 : destructive ? 4 : 3,
    // What says of itself that it reads is believed by whoever allowed it; anything else may do anything.
    effect: readOnly ? 'READ' : 'OUTSIDE',
    input,
    schema,
    describe: () => ({ intent: `Use “${title}” of ${server.name}.`, touches: null }),
    async call(call) {
      const reply = await servers.speaker.call(servers.addressOf(server), name, call.input, call.signal).catch((error: unknown) => {
        if (error instanceof DomainError) throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
        throw new ToolFailure('MCP_SERVER_FAILED', `${server.name} did not answer.`, { again: true, doubt: !readOnly, cause: error });
      });
      if (reply.failed) throw new ToolFailure('MCP_TOOL_FAILED', `${server.name} says that ${name} failed.`);
      return { output: reply.output };
    },
  };
}
