import { sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { LedgerEntry, LedgerState } from './ledger-entry.type.ts';
import { toDollars } from './money.ts';

const whole = z.coerce.number().int();
const entrySchema = z.object({
  key: z.string(),
  state: z.custom<LedgerState>(),
  agent_id: z.uuid(),
  run_id: z.uuid(),
  path: z.string(),
  reserved_micros: whole,
  reserved_tokens: whole,
  spent_micros: whole.nullable(),
  spent_tokens: whole.nullable(),
  reserved_at: z.coerce.date(),
  settled_at: z.coerce.date().nullable(),
});
const cursorSchema = z.tuple([z.iso.datetime(), z.string()]);
const idSchema = z.uuid();

/** Which entries; null: whichever. */
export interface EntriesAsked {
  budgetId: string | null;
  agentId: string | null;
  runId: string | null;
  state: LedgerState | null;
}

/** What the ledger holds, newest first. */
export class LedgerEntriesService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, asked: EntriesAsked, page: Page): Promise<ConnectionOf<LedgerEntry>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
    // What is no id is nobody's.
    const id = (text: string): string | null => idSchema.safeParse(text).data ?? null;
    const { budgetId, agentId, runId, state } = asked;
    const wanted = sql`tenant_id = ${tenantId}::uuid
      ${budgetId === null ? sql`` : sql`and account_ids && (select coalesce(array_agg(id), '{}') from budget_account where tenant_id = ${tenantId}::uuid and budget_id = ${id(budgetId)}::uuid)`}
      ${agentId === null ? sql`` : sql`and agent_id = ${id(agentId)}::uuid`}
      ${runId === null ? sql`` : sql`and run_id = ${id(runId)}::uuid`}
      ${state === null ? sql`` : sql`and state = ${state}`}`;
    const beyond = after === null ? sql`true` : sql`(reserved_at, key) < (${after.data[0]}::timestamptz, ${after.data[1]})`;
    return this.#system.database.unitOfWork(tenantId, async ({ sql: db }) => {
      const { rows } = await sql`select key, state, agent_id, run_id, path, reserved_micros, reserved_tokens, spent_micros, spent_tokens,
          reserved_at, settled_at
        from ledger_entry where ${wanted} and ${beyond} order by reserved_at desc, key desc limit ${page.limit + 1}`.execute(db);
      const counted = await sql<{ n: string }>`select count(*) as n from ledger_entry where ${wanted}`.execute(db);
      const entries = rows.map((row) => shown(entrySchema.parse(row)));
      return connectionFrom(page, entries, Number(counted.rows[0]?.n ?? 0), (entry) => [entry.reservedAt.toISOString(), entry.id]);
    });
  }
}

function shown(row: z.infer<typeof entrySchema>): LedgerEntry {
  return {
    id: row.key,
    state: row.state,
    path: row.path,
    reserved: toDollars(row.reserved_micros),
    reservedTokens: row.reserved_tokens,
    spent: row.spent_micros === null ? null : toDollars(row.spent_micros),
    spentTokens: row.spent_tokens,
    over: (row.spent_micros ?? 0) > row.reserved_micros || (row.spent_tokens ?? 0) > row.reserved_tokens,
    reservedAt: row.reserved_at,
    settledAt: row.settled_at,
    agentId: row.agent_id,
    runId: row.run_id,
  };
}
