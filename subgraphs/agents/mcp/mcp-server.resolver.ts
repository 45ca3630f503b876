import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { McpServerService } from './mcp-server.service.ts';
import { McpServer, McpServerConnection, McpServerSaved, SaveMcpServerInput, SaveMcpServerResult } from './mcp-server.type.ts';

@Resolver(() => McpServer)
export class McpServerResolver {
  readonly #servers: McpServerService;

  constructor(servers: McpServerService) {
    this.#servers = servers;
  }

  @Query(() => McpServerConnection, { description: 'Servers of the Model Context Protocol whose tools agents may use, by name.' })
  mcpServers(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<McpServer>> {
    return this.#servers.page(requireUser(viewer), pageOf(first, after));
  }

  @Mutation(() => SaveMcpServerResult, { description: 'Saves a server whose tools agents may use, and asks it what it offers.' })
  async saveMcpServer(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveMcpServerInput, { description: 'The server.' }) input: SaveMcpServerInput,
  ): Promise<McpServerSaved | InputRefused> {
    const { name, url, token, allowedTools: allowed } = input;
    const saved = await this.#servers.save(requireUser(viewer), { name, url, token, allowed });
    return Array.isArray(saved) ? inputRefused(saved) : Object.assign(new McpServerSaved(), { server: saved });
  }

  @Mutation(() => McpServer, { description: 'Asks a server again what it offers. Errors: MCP_SERVER_NOT_FOUND.' })
  askMcpServer(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The server.' }) id: string): Promise<McpServer> {
    return this.#servers.ask(requireUser(viewer), id);
  }

  @Mutation(() => Boolean, { description: 'Agents may use this server no longer; false when it was not there.' })
  removeMcpServer(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, { description: 'The server.' }) id: string): Promise<boolean> {
    return this.#servers.remove(requireUser(viewer), id);
  }
}
