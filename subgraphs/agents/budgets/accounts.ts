import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Cost } from '../tools/tool.ts';
import type { Spend } from './budgets.ts';
import type { BudgetAction, BudgetScope, BudgetWindow } from './budget.type.ts';

const whole = z.coerce.number().int();
const accountSchema = z.object({
  id: z.uuid(),
  budget_id: z.uuid(),
  subject_id: z.uuid(),
  starts_at: z.coerce.date(),
  ends_at: z.coerce.date().nullable(),
  spent_micros: whole,
  spent_tokens: whole,
  reserved_micros: whole,
  reserved_tokens: whole,
  told: z.array(z.int()),
  name: z.string(),
  scope: z.custom<BudgetScope>(),
  period: z.custom<BudgetWindow>(),
  limit_micros: whole.nullable(),
  limit_tokens: whole.nullable(),
  on_reaching: z.custom<BudgetAction>(),
});
/** The account of a budget for one subject and period, with its budget. */
export type Account = z.infer<typeof accountSchema>;

const foundSchema = z.object({
  known: z.enum(['RESERVED', 'SETTLED', 'RELEASED']).nullable(),
  budget_id: z.uuid().nullable(),
  account_id: z.uuid().nullable(),
});
const ACCOUNT_COLUMNS = sql`a.id, a.budget_id, a.subject_id, a.starts_at, a.ends_at, a.spent_micros, a.spent_tokens, a.reserved_micros,
  a.reserved_tokens, a.told, b.name, b.scope, b.period, b.limit_micros, b.limit_tokens, b.on_reaching`;

/** When the period of a budget (alias `b`) that holds at `now` begins and ends, as `held`. */
export const heldAt = (now: Date): RawBuilder<unknown> => sql`lateral (select
  case b.period when 'TOTAL' then to_timestamp(0) else date_trunc(lower(b.period), ${now}::timestamptz, b.time_zone) end as starts_at,
  case when b.period <> 'TOTAL' then (date_trunc(lower(b.period), ${now}::timestamptz at time zone b.time_zone)
    + ('1 ' || lower(b.period))::interval) at time zone b.time_zone end as ends_at) as held`;

/** What the ledger says was spent before there was an account of a budget (alias `b`) for a subject, as `before`. */
export const spentBefore = (subject: RawBuilder<unknown>): RawBuilder<unknown> => sql`lateral (
  select coalesce(sum(e.spent_micros), 0) as micros, coalesce(sum(e.spent_tokens), 0) as tokens from ledger_entry e
  where e.tenant_id = b.tenant_id and e.state = 'SETTLED' and (b.agent_id is null or e.agent_id = b.agent_id)
    and (b.scope = 'TENANT' or (b.scope = 'AGENT' and e.agent_id = ${subject}) or (b.scope = 'RUN' and e.run_id = ${subject}))
    and e.reserved_at >= held.starts_at and (held.ends_at is null or e.reserved_at < held.ends_at)) as before`;

const subjectOf = ({ agentId, runId }: Spend): RawBuilder<unknown> =>
  sql`case b.scope when 'TENANT' then b.tenant_id when 'AGENT' then ${agentId}::uuid else ${runId}::uuid end`;

/** The accounts that a spend is held against, opened where they are missing; and what is known of its key. */
export async function accountsOf(unit: UnitOfWork, spend: Spend, now: Date): Promise<{ known: string | null; ids: string[] }> {
  const first = await find(unit, spend, now);
  const missing = first.flatMap(({ budget_id, account_id }) => (budget_id !== null && account_id === null ? [budget_id] : []));
  if (missing.length > 0) await open(unit, spend, missing, now);
  const rows = missing.length > 0 ? await find(unit, spend, now) : first;
  return { known: rows[0]?.known ?? null, ids: rows.flatMap(({ account_id }) => account_id ?? []) };
}

async function find({ sql: db, tenantId }: UnitOfWork, spend: Spend, now: Date): Promise<z.infer<typeof foundSchema>[]> {
  const { rows } = await sql`select b.id as budget_id, a.id as account_id,
      (select e.state from ledger_entry e where e.tenant_id = ${tenantId}::uuid and e.key = ${spend.key}) as known
    from (values (1)) as one (n)
    left join (budget b cross join ${heldAt(now)})
      on b.tenant_id = ${tenantId}::uuid and b.enabled and (b.agent_id is null or b.agent_id = ${spend.agentId}::uuid)
    left join budget_account a on a.tenant_id = b.tenant_id and a.budget_id = b.id and a.subject_id = ${subjectOf(spend)}
      and a.period = b.period and a.starts_at = held.starts_at`.execute(db);
  return rows.map((row) => foundSchema.parse(row));
}

async function open({ sql: db, tenantId }: UnitOfWork, spend: Spend, budgetIds: readonly string[], now: Date): Promise<void> {
  const subject = subjectOf(spend);
  await sql`insert into budget_account
      (id, tenant_id, budget_id, subject_id, period, starts_at, ends_at, spent_micros, spent_tokens, touched_at)
    select gen_random_uuid(), b.tenant_id, b.id, ${subject}, b.period, held.starts_at, held.ends_at, before.micros, before.tokens, ${now}::timestamptz
    from budget b cross join ${heldAt(now)} cross join ${spentBefore(subject)}
    where b.tenant_id = ${tenantId}::uuid and b.id = any(${[...budgetIds]}::uuid[]) order by b.id
    on conflict do nothing`.execute(db);
}

/** These accounts, held until the transaction ends; always in the same order, so that no two wait for each other. */
export async function lockAccounts({ sql: db, tenantId }: UnitOfWork, ids: readonly string[]): Promise<Account[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql`select ${ACCOUNT_COLUMNS} from budget_account a join budget b on b.id = a.budget_id and b.tenant_id = a.tenant_id
    where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...ids]}::uuid[]) order by a.id for update of a`.execute(db);
  return rows.map((row) => accountSchema.parse(row));
}

/** Sets a cost aside in accounts that are held, and keeps it under the spend's key; nothing when the key is taken already. */
export async function setAside({ sql: db, tenantId }: UnitOfWork, spend: Spend, ids: readonly string[], now: Date): Promise<void> {
  const { key, agentId, runId, path, cost, spentIfCutOff = false } = spend;
  await sql`with entry as (
      insert into ledger_entry
        (tenant_id, key, state, agent_id, run_id, path, account_ids, reserved_micros, reserved_tokens, reserved_at, spent_if_cut_off)
      values (${tenantId}::uuid, ${key}, 'RESERVED', ${agentId}::uuid, ${runId}::uuid, ${path}, ${[...ids]}::uuid[], ${cost.micros},
        ${cost.tokens}, ${now}, ${spentIfCutOff})
      on conflict (tenant_id, key) do update set state = 'RESERVED', account_ids = excluded.account_ids,
        reserved_micros = excluded.reserved_micros, reserved_tokens = excluded.reserved_tokens, reserved_at = excluded.reserved_at,
        settled_at = null, spent_if_cut_off = excluded.spent_if_cut_off
      where ledger_entry.state = 'RELEASED' returning key)
    update budget_account set reserved_micros = reserved_micros + ${cost.micros}, reserved_tokens = reserved_tokens + ${cost.tokens},
      touched_at = ${now}
    where tenant_id = ${tenantId}::uuid and id = any(${[...ids]}::uuid[]) and exists (select from entry)`.execute(db);
}

const closedSchema = z.union([accountSchema.extend({ told_before: z.array(z.int()) }), z.object({ id: z.null() })]);

/**
 * RESERVED → SETTLED with what it came to, or → RELEASED when `cost` is null: what was set aside is given back, and what was spent is
 * counted where it was set aside, also when another period has begun since.
 * @returns the accounts it changed, with the marks told before; null when the key has no reservation
 */
export async function close(
  { sql: db, tenantId }: UnitOfWork,
  key: string,
  cost: Cost | null,
  now: Date,
): Promise<(Account & { told_before: number[] })[] | null> {
  const [micros, tokens] = [cost?.micros ?? 0, cost?.tokens ?? 0];
  const { rows } = await sql`with entry as (
      update ledger_entry set state = ${cost === null ? 'RELEASED' : 'SETTLED'}, settled_at = ${now},
        spent_micros = ${cost?.micros ?? null}::bigint, spent_tokens = ${cost?.tokens ?? null}::bigint
      where tenant_id = ${tenantId}::uuid and key = ${key} and state = 'RESERVED' returning account_ids, reserved_micros, reserved_tokens),
    held as materialized (
      select ${ACCOUNT_COLUMNS} from entry join budget_account a on a.tenant_id = ${tenantId}::uuid and a.id = any(entry.account_ids)
        join budget b on b.id = a.budget_id and b.tenant_id = a.tenant_id order by a.id for update of a),
    moved as (
      update budget_account a set touched_at = ${now},
        reserved_micros = a.reserved_micros - entry.reserved_micros, reserved_tokens = a.reserved_tokens - entry.reserved_tokens,
        spent_micros = a.spent_micros + ${micros}::bigint, spent_tokens = a.spent_tokens + ${tokens}::bigint,
        told = a.told || ${marksReached(micros, tokens)}
      from held b, entry where a.tenant_id = ${tenantId}::uuid and a.id = b.id
      returning ${ACCOUNT_COLUMNS}, b.told as told_before)
    select moved.* from entry left join moved on true`.execute(db);
  if (rows.length === 0) return null;
  return rows.map((row) => closedSchema.parse(row)).filter((row) => row.id !== null);
}

/** Marks, in percent of the limit that is nearest, that an account (`a`) of a budget (`b`) reaches with a cost and that were not told yet. */
function marksReached(micros: number, tokens: number): RawBuilder<unknown> {
  const used = (spent: RawBuilder<unknown>, limit: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(${spent} > 0 and ${spent} * 100 >= ${limit} * mark)`;
  return sql`array(select mark from unnest(array[50, 75, 90, 100]) as mark where mark <> all(a.told)
    and (${used(sql`(a.spent_micros + ${micros}::bigint)`, sql`b.limit_micros`)}
      or ${used(sql`(a.spent_tokens + ${tokens}::bigint)`, sql`b.limit_tokens`)}) order by mark)`;
}

/** Notes that a mark of an account that is held is told. @returns false when it was told before */
export async function tellMark({ sql: db, tenantId }: UnitOfWork, accountId: string, mark: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update budget_account set told = told || ${mark}::int
    where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid and ${mark}::int <> all(told)`.execute(db);
  return numAffectedRows === 1n;
}
