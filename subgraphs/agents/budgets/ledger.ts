import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type Account, accountsOf, close, lockAccounts, setAside, tellMark } from './accounts.ts';
import type { BudgetShort, Budgets, Spend } from './budgets.ts';
import { inDollars, isNothing, NOTHING } from './money.ts';
import type { Cost } from '../tools/tool.ts';

const openSchema = z.object({
  key: z.string(),
  spent_if_cut_off: z.boolean(),
  reserved_micros: z.coerce.number().int(),
  reserved_tokens: z.coerce.number().int(),
});

/**
 * Budgets as rows: an account is held from the moment its room is looked at until what is set aside is written, so that what is spent and
 * set aside never passes a limit, whichever processes do it. The only writer of `ledger_entry` and `budget_account`.
 */
export class Ledger implements Budgets {
  readonly #clock: () => Date;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  async reserve(unit: UnitOfWork, spend: Spend): Promise<BudgetShort | null> {
    if (isNothing(spend.cost)) return null;
    const now = this.#clock();
    const { known, ids } = await accountsOf(unit, spend, now);
    if (known === 'RESERVED' || known === 'SETTLED') return null;
    const accounts = await lockAccounts(unit, ids);
    const short = accounts.filter((account) => !hasRoom(account, spend.cost)).toSorted((a, b) => usedShare(b) - usedShare(a));
    const [first] = short;
    if (first === undefined) {
      await setAside(unit, spend, ids, now);
      return null;
    }
    for (const account of short) if (await tellMark(unit, account.id, 100)) alert(unit, account, 100, true);
    return { budgetId: first.budget_id, message: shortOf(first, spend.cost) };
  }

  async settle(unit: UnitOfWork, spend: Spend): Promise<void> {
    const now = this.#clock();
    let accounts = await close(unit, spend.key, spend.cost, now);
    if (accounts === null && !isNothing(spend.cost)) {
      const { known, ids } = await accountsOf(unit, spend, now);
      if (known === 'SETTLED') return;
      await lockAccounts(unit, ids);
      await setAside(unit, { ...spend, cost: NOTHING }, ids, now);
      accounts = await close(unit, spend.key, spend.cost, now);
    }
    tellMarks(unit, accounts ?? []);
  }

  async release(unit: UnitOfWork, key: string): Promise<void> {
    await close(unit, key, null, this.#clock());
  }

  /** Gives back what a run has set aside, but what is spent all the same: it has ended, whatever became of its steps. */
  async releaseRun(unit: UnitOfWork, runId: string): Promise<void> {
    const { rows } = await sql`select key, spent_if_cut_off, reserved_micros, reserved_tokens from ledger_entry
      where tenant_id = ${unit.tenantId}::uuid and run_id = ${runId}::uuid and state = 'RESERVED' order by key`.execute(unit.sql);
    for (const row of rows) {
      const { key, spent_if_cut_off: spent, reserved_micros: micros, reserved_tokens: tokens } = openSchema.parse(row);
      tellMarks(unit, (await close(unit, key, spent ? { micros, tokens } : null, this.#clock())) ?? []);
    }
  }
}

/** Whether a cost fits beside what is spent and set aside. What a cost has nothing of is not held against it. */
function hasRoom(account: Account, cost: Cost): boolean {
  const fits = (limit: number | null, used: number, more: number): boolean => limit === null || more === 0 || used + more <= limit;
  return (
    account.on_reaching === 'WARN' ||
    (fits(account.limit_micros, account.spent_micros + account.reserved_micros, cost.micros) &&
      fits(account.limit_tokens, account.spent_tokens + account.reserved_tokens, cost.tokens))
  );
}

function usedShare(account: Account): number {
  const share = (limit: number | null, used: number): number => (limit === null ? 0 : limit === 0 ? 1 : used / limit);
  return Math.max(
    share(account.limit_micros, account.spent_micros + account.reserved_micros),
    share(account.limit_tokens, account.spent_tokens + account.reserved_tokens),
  );
}

const PERIODS = { DAY: 'today', WEEK: 'this week', MONTH: 'this month', TOTAL: 'in all' } as const;

function shortOf(account: Account, cost: Cost): string {
  const { name, limit_micros: micros, limit_tokens: tokens } = account;
  const left = (limit: number, used: number): number => Math.max(0, limit - used);
  const ofMoney = micros !== null && account.spent_micros + account.reserved_micros + cost.micros > micros;
  const room = ofMoney
    ? `${inDollars(left(micros, account.spent_micros + account.reserved_micros))} of ${inDollars(micros)} are left`
    : `${left(tokens ?? 0, account.spent_tokens + account.reserved_tokens)} of ${tokens ?? 0} tokens are left`;
  const needed = ofMoney ? inDollars(cost.micros) : `${cost.tokens} tokens`;
  return `The budget “${name}” has no room for ${needed}: ${room} ${PERIODS[account.period]}.`;
}

/** Tells the marks that accounts have just come to. */
function tellMarks(unit: UnitOfWork, accounts: readonly (Account & { told_before: readonly number[] })[]): void {
  for (const account of accounts)
    for (const mark of account.told) if (!account.told_before.includes(mark)) alert(unit, account, mark, false);
}

function alert(unit: UnitOfWork, account: Account, mark: number, refused: boolean): void {
  const { scope, subject_id: subject } = account;
  unit.emit('agents.budget-alerted', {
    budgetId: account.budget_id,
    name: account.name,
    mark,
    refused,
    agentId: scope === 'AGENT' ? subject : null,
    runId: scope === 'RUN' ? subject : null,
    spentMicros: account.spent_micros,
    limitMicros: account.limit_micros,
    spentTokens: account.spent_tokens,
    limitTokens: account.limit_tokens,
    startsAt: account.starts_at.toISOString(),
    endsAt: account.ends_at?.toISOString() ?? null,
  });
}
