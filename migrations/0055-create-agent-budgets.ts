import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What agents may spend, what they have spent and set aside, and what each step came to. Money is in millionths of a dollar. */
export class CreateAgentBudgets extends Migration {
  override up(): void {
    const statements = [
      `create table budget (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        scope text not null check (scope in ('TENANT', 'AGENT', 'RUN')),
        agent_id uuid references agent (id) on delete cascade,
        period text not null check (period in ('DAY', 'WEEK', 'MONTH', 'TOTAL')),
        time_zone text not null,
        limit_micros bigint check (limit_micros >= 0),
        limit_tokens bigint check (limit_tokens >= 0),
        on_reaching text not null check (on_reaching in ('BLOCK', 'WARN')),
        enabled boolean not null,
        version int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid not null,
        check (limit_micros is not null or limit_tokens is not null),
        check (scope <> 'TENANT' or agent_id is null),
        check (scope <> 'RUN' or period = 'TOTAL')
      )`,
      'create index budget_by_time on budget (tenant_id, created_at, id)',
      'create index budget_by_agent on budget (tenant_id, agent_id) where agent_id is not null',
      ...tenantOwned('budget'),

      // One account of each budget, of whom it holds for, and of each period: what is changed by compare-and-set.
      `create table budget_account (
        id uuid primary key,
        tenant_id uuid not null,
        budget_id uuid not null references budget (id) on delete cascade,
        subject_id uuid not null,
        period text not null,
        starts_at timestamptz not null,
        ends_at timestamptz,
        spent_micros bigint not null check (spent_micros >= 0),
        spent_tokens bigint not null check (spent_tokens >= 0),
        reserved_micros bigint not null default 0 check (reserved_micros >= 0),
        reserved_tokens bigint not null default 0 check (reserved_tokens >= 0),
        told int[] not null default '{}',
        touched_at timestamptz not null,
        unique (tenant_id, budget_id, subject_id, period, starts_at)
      )`,
      ...tenantOwned('budget_account'),

      `create table ledger_entry (
        tenant_id uuid not null,
        key text not null,
        state text not null check (state in ('RESERVED', 'SETTLED', 'RELEASED')),
        agent_id uuid not null,
        run_id uuid not null,
        path text not null,
        account_ids uuid[] not null,
        reserved_micros bigint not null check (reserved_micros >= 0),
        reserved_tokens bigint not null check (reserved_tokens >= 0),
        spent_micros bigint check (spent_micros >= 0),
        spent_tokens bigint check (spent_tokens >= 0),
        reserved_at timestamptz not null,
        settled_at timestamptz,
        primary key (tenant_id, key)
      )`,
      'create index ledger_entry_by_time on ledger_entry (tenant_id, reserved_at desc, key desc)',
      'create index ledger_entry_by_agent on ledger_entry (tenant_id, agent_id, reserved_at)',
      'create index ledger_entry_by_run on ledger_entry (tenant_id, run_id)',
      ...tenantOwned('ledger_entry'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['ledger_entry', 'budget_account', 'budget']) this.addSql(`drop table ${table}`);
  }
}
