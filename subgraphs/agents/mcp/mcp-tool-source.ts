import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { json } from '../workflows/json-schema.ts';
import type { Json } from '../workflows/json.ts';
import type { WayTo } from '../tools/hosts/ways-out.ts';
import { ToolFailure, type Probed, type Tool, type ToolCall } from '../tools/tool.ts';
import type { ToolSource } from '../tools/tools.ts';
import type { KnownMcpTool, McpServerRow } from './mcp-server.entity.ts';
import type { McpServerService } from './mcp-server.service.ts';

const START = 'mcp.';
/** A tool that only reads, called like another one with this behind it, tells what became of a call of that one. */
const STATUS = '_status';
const input = z.record(z.string(), json);
const statusSchema = z.object({ status: z.enum(['DONE', 'NOT_DONE']), result: json.optional() });

/** The allowed tools of a tenant's servers, as tools of its agents: `mcp.<server>.<tool>`. */
export function mcpToolSource(servers: McpServerService, wayTo: WayTo): ToolSource {
  const toolsOf = (server: McpServerRow): Tool[] => {
    const allowed = server.tools.filter(({ name }) => server.allowed.includes(name));
    return allowed.map((known) => toolOf({ servers, wayTo, server, allowed }, known));
  };
  return {
    async find(tenantId, name) {
      if (!name.startsWith(START)) return null;
      const end = name.indexOf('.', START.length);
      const server = end === -1 ? null : await servers.named(tenantId, name.slice(START.length, end));
      return server === null ? null : (toolsOf(server).find((tool) => tool.name === name) ?? null);
    },
    async list(tenantId) {
      return (await servers.all(tenantId)).flatMap(toolsOf);
    },
  };
}

interface Server {
  servers: McpServerService;
  wayTo: WayTo;
  server: McpServerRow;
  allowed: readonly KnownMcpTool[];
}

function toolOf(at: Server, known: KnownMcpTool): Tool {
  const { server, allowed } = at;
  const { name, title, description, schema, readOnly, destructive, idempotent = false } = known;
  const status = allowed.find((other) => other.readOnly && other.name === `${name}${STATUS}`);
  // What it says of itself is believed by whoever allowed it; anything else may do anything.
  const effect = readOnly ? 'READ' : idempotent ? 'KEYED' : 'OUTSIDE';
  return {
    name: `${START}${server.name}.${name}`,
    title,
    description,
    complexity: readOnly ? 2 : destructive ? 4 : 3,
    effect,
    goesOut: true,
    input,
    schema,
    describe: () => ({ intent: `Use “${title}” of ${server.name}.`, touches: null }),
    call: async (call) => ({ output: await ask(at, call, { name, input: call.input, doubt: effect === 'OUTSIDE' }) }),
    ...(status === undefined || effect !== 'OUTSIDE' ? {} : { probe: (call: ToolCall) => probe(at, call, status.name) }),
  };
}

/** @throws ToolFailure */
async function ask(
  { servers, wayTo, server }: Server,
  call: ToolCall,
  { name, input: given, doubt }: { name: string; input: Json; doubt: boolean },
): Promise<Json> {
  const address = servers.addressOf(server);
  const way = await wayTo(call, address.url);
  const { idempotencyKey: key, signal } = call;
  const reply = await servers.speaker.call({ ...address, ...way }, { name, input: given, key, signal }).catch((error: unknown) => {
    if (error instanceof DomainError) throw new ToolFailure(error.code, error.message, { again: error.extensions.retry, cause: error });
    throw new ToolFailure('MCP_SERVER_FAILED', `${server.name} did not answer.`, { again: true, doubt, cause: error });
  });
  if (reply.failed) throw new ToolFailure('MCP_TOOL_FAILED', `${server.name} says that ${name} failed.`);
  return reply.output;
}

/** Whether a call that was cut off was done, as the server itself tells by its key. */
async function probe(at: Server, call: ToolCall, name: string): Promise<Probed> {
  const told = statusSchema.safeParse(await ask(at, call, { name, input: { idempotencyKey: call.idempotencyKey }, doubt: false }));
  if (!told.success) return 'UNKNOWN';
  const { status, result = null } = told.data;
  return status === 'DONE' ? { done: result } : 'NOT_DONE';
}
