import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import { maySend } from '../../../kernel/outbound/sent-header.ts';
import type { System } from '../../../kernel/system.ts';
import type { SealedColumn } from '../../../kernel/vault/sealed-column.ts';
import { openSecret, sealSecret } from '../../../kernel/vault/vault.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { ToolHostRow } from './tool-host.entity.ts';
import { toolHostErrors } from './tool-host.errors.ts';
import { ToolHost } from './tool-host.type.ts';

const MAX_HOSTS = 100;
const MAX_HEADERS = 10;
const cursorSchema = z.tuple([z.string()]);
const headersSchema = z.record(z.string(), z.string());
const purposeOf = (id: string): string => `tool-host:${id}`;

export const toolHostSealed: SealedColumn = {
  table: 'tool_host',
  column: 'headers_sealed',
  rowId: ['id'],
  purposeOf: (id = '') => purposeOf(id),
};

/** Which hosts a tenant's agents may call, and with what; the only writer of `tool_host`. */
export class ToolHostService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** By name. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<ToolHost>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after?.success === false) throw commonErrors.BAD_CURSOR({});
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const where = { tenantId, ...(after === null ? {} : { host: { $gt: after.data[0] } }) };
      const rows = await em.find(ToolHostRow, where, { orderBy: { host: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows.map(shownHost), await em.count(ToolHostRow, { tenantId }), ({ host }) => [host]);
    });
  }

  /** Lets agents call a host, or replaces what is sent along. @returns the host, or what to correct */
  async save(
    { tenantId, userId }: UserViewer,
    given: { host: string; headers: readonly { name: string; value: string }[] },
  ): Promise<ToolHost | InputProblem[]> {
    const host = plainHost(given.host);
    if (host === null) return [inputProblem(toolHostErrors.TOOL_HOST_INVALID({ why: 'it is no name of a host' }), 'host')];
    const headers = Object.fromEntries(given.headers.map(({ name, value }) => [name.trim().toLowerCase(), value.trim()]));
    const wrong = Object.entries(headers).find(([name, value]) => !maySend(name, value));
    if (wrong !== undefined || given.headers.length > MAX_HEADERS)
      return [inputProblem(toolHostErrors.TOOL_HEADER_INVALID({ name: wrong?.[0] ?? 'after the tenth' }), 'headers')];
    const { database, secrets, clock } = this.#system;
    return database.unitOfWork(tenantId, async ({ em, sql: db }) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`tool hosts ${tenantId}`}, 0))`.execute(db);
      const known = await em.findOne(ToolHostRow, { tenantId, host });
      if (known === null && (await em.count(ToolHostRow, { tenantId })) >= MAX_HOSTS)
        return [inputProblem(toolHostErrors.TOO_MANY_TOOL_HOSTS({ maximum: MAX_HOSTS }), 'host')];
      const id = known?.id ?? randomUUID();
      const names = Object.keys(headers).toSorted();
      const headersSealed =
        names.length === 0 ? null : sealSecret(JSON.stringify(headers), secrets.vault, { tenantId, purpose: purposeOf(id) });
      const saved = { headerNames: names, headersSealed, savedBy: userId, savedAt: clock() };
      const row = known === null ? em.create(ToolHostRow, { id, tenantId, host, ...saved }) : Object.assign(known, saved);
      return shownHost(row);
    });
  }

  /** @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = z.uuid().safeParse(id).success ? await em.findOne(ToolHostRow, { tenantId, id }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }

  /** What is sent along to a host; null: it may not be called. */
  async headersFor(tenantId: string, host: string): Promise<Readonly<Record<string, string>> | null> {
    const row = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(ToolHostRow, { tenantId, host }));
    if (row === null) return null;
    const sealed = row.headersSealed ?? null;
    if (sealed === null) return {};
    return headersSchema.parse(JSON.parse(openSecret(sealed, this.#system.secrets.vault, { tenantId, purpose: purposeOf(row.id) })));
  }
}

function shownHost({ id, host, headerNames, savedAt }: ToolHostRow): ToolHost {
  return Object.assign(new ToolHost(), { id, host, headerNames, savedAt });
}

/** As a URL has it, without the port that its protocol means anyway; null when it is none. */
function plainHost(text: string): string | null {
  const given = text.trim();
  if (given === '' || /[/\\@?#\s]/.test(given) || !URL.canParse(`https://${given}`)) return null;
  return new URL(`https://${given}`).host;
}
