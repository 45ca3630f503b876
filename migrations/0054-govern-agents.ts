import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

const ASKED = '[{"kind":"ROLE","role":"OWNER"},{"kind":"ROLE","role":"ADMIN"},{"kind":"ROLE","role":"OPERATOR"}]';
const RACI = `{"responsible":[],"accountable":${ASKED},"consulted":[],"informed":[]}`;

/** Agents of the tenant's own, what agents may do, and every judgement of what they were about to do. */
export class GovernAgents extends Migration {
  override up(): void {
    const statements = [
      // The pilots that are there become what pilots are made as now.
      `alter table agent
        drop constraint agent_pilot_check,
        drop constraint agent_tenant_id_pilot_key,
        add constraint agent_pilot_check check (pilot in ('FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS', 'CUSTOM')),
        add column instructions text not null default '',
        add column enabled boolean not null default true,
        add column version int not null default 1 check (version > 0),
        add column maturity double precision not null default 0.8 check (maturity >= 0 and maturity <= 1),
        add column tools jsonb not null default '["*"]',
        add column max_steps int not null default 20 check (max_steps > 0),
        add column max_cost_micros bigint not null default 1000000 check (max_cost_micros >= 0),
        add column max_tokens bigint not null default 200000 check (max_tokens >= 0),
        add column forbidden jsonb not null default '[]',
        add column raci jsonb not null default '${RACI}',
        add column changed_at timestamptz not null default now(),
        add column changed_by uuid,
        add column removed_at timestamptz`,
      `alter table agent
        alter column instructions drop default, alter column enabled drop default, alter column version drop default,
        alter column maturity drop default, alter column tools drop default, alter column max_steps drop default,
        alter column max_cost_micros drop default, alter column max_tokens drop default, alter column forbidden drop default,
        alter column raci drop default, alter column changed_at drop default`,
      `create unique index agent_of_pilot on agent (tenant_id, pilot) where pilot <> 'CUSTOM'`,
      'create index agent_by_position on agent (tenant_id, position, id)',

      `create table agent_version (
        tenant_id uuid not null,
        agent_id uuid not null references agent (id) on delete cascade,
        version int not null,
        says jsonb not null,
        reason text,
        changed_by uuid,
        changed_at timestamptz not null,
        primary key (tenant_id, agent_id, version)
      )`,
      ...tenantOwned('agent_version'),

      // One row a tenant; every change of what is judged by counts its version up, so changes come one after the other.
      `create table agent_governance (
        tenant_id uuid primary key,
        autonomy_mode text not null check (autonomy_mode in ('OFF', 'PROPOSE_ONLY', 'SUPERVISED', 'FULL')),
        always_confirm jsonb not null,
        version int not null,
        changed_at timestamptz not null,
        changed_by uuid
      )`,
      ...tenantOwned('agent_governance'),

      `create table action_policy (
        id uuid primary key,
        tenant_id uuid not null,
        position int not null,
        name text not null,
        enabled boolean not null,
        pilot text check (pilot in ('FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS', 'CUSTOM')),
        agent_id uuid references agent (id) on delete cascade,
        action text not null,
        min_complexity int not null check (min_complexity between 1 and 4),
        max_complexity int not null check (max_complexity between 1 and 4),
        amount_from_micros bigint,
        amount_to_micros bigint,
        without_amount boolean not null,
        outcome text not null check (outcome in ('EXECUTE', 'SUPERVISE', 'PROPOSE', 'DENY')),
        changed_at timestamptz not null,
        changed_by uuid,
        check (pilot is null or agent_id is null),
        check (min_complexity <= max_complexity)
      )`,
      'create index action_policy_by_position on action_policy (tenant_id, position, id)',
      'create index action_policy_by_agent on action_policy (agent_id) where agent_id is not null',
      ...tenantOwned('action_policy'),

      // Without references: a judgement stays whatever becomes of what it was about.
      `create table governance_decision (
        id uuid primary key,
        tenant_id uuid not null,
        agent_id uuid not null,
        run_id uuid,
        path text,
        action text not null,
        complexity int,
        amount_micros bigint,
        verdict text not null check (verdict in ('EXECUTE', 'SUPERVISE', 'PROPOSE', 'TRAIN', 'DENY')),
        rule text not null,
        reason text not null,
        version int not null,
        findings jsonb not null,
        decided_at timestamptz not null
      )`,
      'create index governance_decision_by_time on governance_decision (tenant_id, decided_at desc, id desc)',
      'create index governance_decision_by_run on governance_decision (tenant_id, run_id, decided_at desc, id desc)',
      'create index governance_decision_by_agent on governance_decision (tenant_id, agent_id, decided_at desc, id desc)',
      'create index governance_decision_by_verdict on governance_decision (tenant_id, verdict, decided_at desc, id desc)',
      ...tenantOwned('governance_decision'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['governance_decision', 'action_policy', 'agent_governance', 'agent_version']) this.addSql(`drop table ${table}`);
    this.addSql('drop index agent_of_pilot');
    this.addSql('drop index agent_by_position');
    // Agents of the tenants' own have no place in the table as it was.
    this.addSql('alter table agent no force row level security');
    this.addSql(`delete from agent where pilot = 'CUSTOM'`);
    this.addSql('alter table agent force row level security');
    this.addSql(`alter table agent
      drop constraint agent_pilot_check,
      add constraint agent_pilot_check check (pilot in ('FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS')),
      add constraint agent_tenant_id_pilot_key unique (tenant_id, pilot),
      drop column instructions, drop column enabled, drop column version, drop column maturity, drop column tools, drop column max_steps,
      drop column max_cost_micros, drop column max_tokens, drop column forbidden, drop column raci, drop column changed_at,
      drop column changed_by, drop column removed_at`);
  }
}
