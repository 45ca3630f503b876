import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { assertAllowedAddress, outboundRules } from '../../kernel/outbound/allowed-address.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { SealedColumn } from '../../kernel/vault/sealed-column.ts';
import { openSecret, sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type McpAddress, McpSpeaker } from './mcp-client.ts';
import { McpServerRow } from './mcp-server.entity.ts';
import { McpServer } from './mcp-server.type.ts';
import { mcpErrors } from './mcp.errors.ts';

const MAX_SERVERS = 20;
const MAX_ALLOWED = 200;
const NAME = /^[a-z0-9-]{1,40}$/;
const cursorSchema = z.tuple([z.string()]);
const purposeOf = (id: string): string => `mcp-server:${id}`;

export const mcpSealed: SealedColumn = {
  table: 'mcp_server',
  column: 'token_sealed',
  rowId: ['id'],
  purposeOf: (id = '') => purposeOf(id),
};

/** A server to be saved. */
export interface McpServerToSave {
  name: string;
  url: string;
  /** null: none; undefined: the one that there is stays, unless it would go to another server. */
  token: string | null | undefined;
  allowed: readonly string[];
}

/** The servers whose tools a tenant's agents may use; the only writer of `mcp_server`. */
export class McpServerService {
  readonly #system: System;
  readonly speaker: McpSpeaker;

  constructor(system: System) {
    this.#system = system;
    this.speaker = new McpSpeaker(outboundRules(system));
  }

  /** By name. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<McpServer>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after?.success === false) throw commonErrors.BAD_CURSOR({});
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const where = { tenantId, ...(after === null ? {} : { name: { $gt: after.data[0] } }) };
      const rows = await em.find(McpServerRow, where, { orderBy: { name: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(shownServer), await em.count(McpServerRow, { tenantId }), ({ name }) => [name]);
    });
  }

  /** Saves a server and asks it what it offers. @returns the server, or what to correct */
  async save(viewer: UserViewer, given: McpServerToSave): Promise<McpServer | InputProblem[]> {
    const { tenantId, userId } = viewer;
    const problems = [...problemsOf(given), ...(await this.#addressProblems(given.url))];
    if (problems.length > 0) return problems;
    const { name, url, token } = given;
    const allowed = [...new Set(given.allowed)].toSorted();
    const { database, secrets, clock } = this.#system;
    const saved = await database.unitOfWork(tenantId, async ({ em, sql: db }) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`mcp servers ${tenantId}`}, 0))`.execute(db);
      const known = await em.findOne(McpServerRow, { tenantId, name });
      if (known === null && (await em.count(McpServerRow, { tenantId })) >= MAX_SERVERS) return null;
      const id = known?.id ?? randomUUID();
      const tokenSealed = token ? sealSecret(token, secrets.vault, { tenantId, purpose: purposeOf(id) }) : null;
      const kept = token === undefined && known !== null && originOf(known.url) === originOf(url) ? known.tokenSealed : tokenSealed;
      const row = { url, tokenSealed: kept, allowed, savedBy: userId, savedAt: clock() };
      if (known === null) em.create(McpServerRow, { id, tenantId, name, tools: [], problem: null, askedAt: null, ...row });
      else Object.assign(known, row);
      return id;
    });
    if (saved === null) return [inputProblem(mcpErrors.MCP_TOO_MANY({ maximum: MAX_SERVERS }), 'name')];
    return this.ask(viewer, saved);
  }

  /** Asks a server what it offers, and keeps it. @throws MCP_SERVER_NOT_FOUND */
  async ask({ tenantId }: UserViewer, id: string): Promise<McpServer> {
    const row = await this.#find(tenantId, { id });
    if (row === null) throw mcpErrors.MCP_SERVER_NOT_FOUND({});
    const offered = await this.speaker.tools(this.addressOf(row)).catch((error: unknown) => {
      this.#system.logger.info({ err: error, serverId: id }, 'an MCP server could not be asked');
      return error instanceof DomainError ? error.message : 'It did not answer as such a server does.';
    });
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const current = await em.findOne(McpServerRow, { tenantId, id });
      if (current === null) throw mcpErrors.MCP_SERVER_NOT_FOUND({});
      current.askedAt = this.#system.clock();
      current.problem = typeof offered === 'string' ? offered : null;
      if (typeof offered !== 'string') current.tools = offered;
      return shownServer(current);
    });
  }

  /** @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(McpServerRow, { tenantId, id }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  /** The server of this name; null: there is none. */
  named(tenantId: string, name: string): Promise<McpServerRow | null> {
    return this.#find(tenantId, { name });
  }

  all(tenantId: string): Promise<McpServerRow[]> {
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(McpServerRow, { tenantId }, { orderBy: { name: 'asc' } }));
  }

  addressOf({ id, tenantId, url, tokenSealed = null }: McpServerRow): McpAddress {
    if (tokenSealed === null) return { url, token: null };
    return { url, token: openSecret(tokenSealed, this.#system.secrets.vault, { tenantId, purpose: purposeOf(id) }) };
  }

  #find(tenantId: string, where: { id: string } | { name: string }): Promise<McpServerRow | null> {
    if ('id' in where && !isId(where.id)) return Promise.resolve(null);
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(McpServerRow, { tenantId, ...where }));
  }

  async #addressProblems(url: string): Promise<InputProblem[]> {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      return [inputProblem(mcpErrors.MCP_ADDRESS_INVALID({ why: 'it is no address of the web' }), 'url')];
    try {
      await assertAllowedAddress(new URL(url).hostname, outboundRules(this.#system));
      return [];
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, 'url')];
      throw error;
    }
  }
}

const originOf = (url: string): string => new URL(url).origin;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

function problemsOf({ name, allowed }: McpServerToSave): InputProblem[] {
  if (!NAME.test(name)) return [inputProblem(mcpErrors.MCP_NAME_INVALID({}), 'name')];
  return allowed.length > MAX_ALLOWED ? [inputProblem(mcpErrors.MCP_TOO_MANY({ maximum: MAX_SERVERS }), 'allowedTools')] : [];
}

function shownServer(row: McpServerRow): McpServer {
  const { id, name, url, allowed, tools } = row;
  return Object.assign(new McpServer(), {
    id,
    name,
    url,
    hasToken: (row.tokenSealed ?? null) !== null,
    allowedTools: allowed,
    offeredTools: tools.map((tool) => tool.name),
    problem: row.problem ?? null,
    askedAt: row.askedAt ?? null,
  });
}
