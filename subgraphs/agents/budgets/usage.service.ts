import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { heldAt, spentBefore } from './accounts.ts';
import type { Budget, BudgetScope } from './budget.type.ts';
import { forecast } from './forecast.ts';
import { toDollars } from './money.ts';
import type { BudgetUsage } from './usage.type.ts';

const whole = z.coerce.number().int();
const usageSchema = z.object({
  budget_id: z.uuid(),
  scope: z.custom<BudgetScope>(),
  subject_id: z.uuid().nullable(),
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date().nullable(),
  spent_micros: whole,
  spent_tokens: whole,
  reserved_micros: whole,
  reserved_tokens: whole,
  limit_micros: whole.nullable(),
  limit_tokens: whole.nullable(),
  told: z.array(z.int()),
  share: z.coerce.number(),
});
const keySchema = z.tuple([z.number(), z.string()]);

/** Of what is spent and set aside, how much of the limit that is nearest; of a limit of 0 all when there is anything, to the billionth. */
const SHARE = sql`round(greatest(
  case when b.limit_micros > 0 then (a.spent_micros + a.reserved_micros)::numeric / b.limit_micros when a.spent_micros > 0 and b.limit_micros = 0 then 1 else 0 end,
  case when b.limit_tokens > 0 then (a.spent_tokens + a.reserved_tokens)::numeric / b.limit_tokens when a.spent_tokens > 0 and b.limit_tokens = 0 then 1 else 0 end), 9)`;
/** The only one an account is of, where a budget has one; null for one of each agent or run. */
const ONLY = sql`case b.scope when 'TENANT' then b.tenant_id when 'AGENT' then b.agent_id end`;

/** How budgets stand; reads what the ledger writes. */
export class UsageService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** How each budget stands now; of one that holds for each agent or run, the account nearest its limit. */
  async now({ tenantId }: UserViewer, budgetIds: readonly string[]): Promise<(BudgetUsage | null)[]> {
    const now = this.#system.clock();
    const rows = await this.#read(tenantId, (db) =>
      sql`select b.id as budget_id, b.scope, b.limit_micros, b.limit_tokens, held.*, coalesce(top.subject_id, ${ONLY}) as subject_id,
          coalesce(top.spent_micros, before.micros) as spent_micros, coalesce(top.spent_tokens, before.tokens) as spent_tokens,
          coalesce(top.reserved_micros, 0) as reserved_micros, coalesce(top.reserved_tokens, 0) as reserved_tokens,
          coalesce(top.told, '{}') as told, coalesce(top.share, 0) as share
        from budget b cross join ${heldAt(now)}
        left join lateral (select a.*, ${SHARE} as share from budget_account a where ${current()}
          order by share desc, a.id limit 1) as top on true
        cross join ${spentBefore(ONLY)}
        where b.tenant_id = ${tenantId}::uuid and b.id = any(${[...budgetIds]}::uuid[])`.execute(db),
    );
    const byId = new Map(rows.map((row) => [row.budget_id, usageOf(row, now)]));
    return budgetIds.map((id) => byId.get(id) ?? null);
  }

  /** The accounts of a budget in the window that goes on, the fullest first. @throws BAD_CURSOR */
  async page({ tenantId }: UserViewer, budget: Budget, page: Page): Promise<ConnectionOf<BudgetUsage>> {
    const after = page.after === null ? null : keySchema.safeParse(page.after);
    if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
    const now = this.#system.clock();
    const of = sql`from budget b cross join ${heldAt(now)} join budget_account a on ${current()}
      where b.tenant_id = ${tenantId}::uuid and b.id = ${budget.id}::uuid`;
    const beyond = after === null ? sql`true` : sql`(share, subject_id::text) < (${after.data[0]}::numeric, ${after.data[1]})`;
    const rows = await this.#read(tenantId, (db) =>
      sql`select * from (select a.budget_id, b.scope, b.limit_micros, b.limit_tokens, a.subject_id, a.starts_at, a.ends_at, a.spent_micros,
          a.spent_tokens, a.reserved_micros, a.reserved_tokens, a.told, ${SHARE} as share ${of}) as standing
        where ${beyond} order by share desc, subject_id::text desc limit ${page.limit + 1}`.execute(db),
    );
    const total = await this.#system.database.unitOfWork(tenantId, async (unit) => {
      const counted = await sql<{ n: string }>`select count(*) as n ${of}`.execute(unit.sql);
      return Number(counted.rows[0]?.n ?? 0);
    });
    return connectionFrom(page, rows.map((row) => usageOf(row, now)), total, ({ key }) => [...key]); // prettier-ignore
  }

  #read(tenantId: string, query: (db: Parameters<RawBuilder<unknown>['execute']>[0]) => Promise<{ rows: unknown[] }>) {
    return this.#system.database.unitOfWork(tenantId, async (unit) => (await query(unit.sql)).rows.map((row) => usageSchema.parse(row)));
  }
}

/** That an account (`a`) is of a budget (`b`) and of the window that goes on. */
const current = (): RawBuilder<unknown> =>
  sql`a.tenant_id = b.tenant_id and a.budget_id = b.id and a.period = b.period and a.starts_at = held.starts_at
    and (${ONLY} is null or a.subject_id = ${ONLY})`;

function usageOf(row: z.infer<typeof usageSchema>, now: Date): BudgetUsage {
  const left = (limit: number | null, used: number): number | null => (limit === null ? null : Math.max(0, limit - used));
  const startsAt = row.ends_at === null ? null : row.starts_at;
  const leftMicros = left(row.limit_micros, row.spent_micros + row.reserved_micros);
  const ahead = forecast(
    {
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      micros: row.spent_micros,
      tokens: row.spent_tokens,
      limitMicros: row.limit_micros,
      limitTokens: row.limit_tokens,
    },
    now,
  );
  return {
    startsAt,
    endsAt: row.ends_at,
    spent: toDollars(row.spent_micros),
    reserved: toDollars(row.reserved_micros),
    left: leftMicros === null ? null : toDollars(leftMicros),
    spentTokens: row.spent_tokens,
    reservedTokens: row.reserved_tokens,
    leftTokens: left(row.limit_tokens, row.spent_tokens + row.reserved_tokens),
    share: row.share,
    marks: row.told.toSorted((a, b) => a - b),
    forecast: ahead && { spent: toDollars(ahead.micros), tokens: ahead.tokens, share: ahead.share, reachesLimitAt: ahead.reachesLimitAt, basis: ahead.basis },
    agentId: row.scope === 'AGENT' ? row.subject_id : null,
    runId: row.scope === 'RUN' ? row.subject_id : null,
    key: [row.share, row.subject_id ?? ''],
  }; // prettier-ignore
}
