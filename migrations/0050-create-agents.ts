import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Agents and what they did. Approvals are the kernel's. */
export class CreateAgents extends Migration {
  override up(): void {
    const statements = [
      `create table agent (
        id uuid primary key,
        tenant_id uuid not null,
        pilot text not null check (pilot in ('FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS')),
        position int not null,
        name text not null,
        purpose text not null,
        created_at timestamptz not null,
        unique (tenant_id, pilot)
      )`,
      ...tenantOwned('agent'),

      `create table agent_run (
        id uuid primary key,
        tenant_id uuid not null,
        agent_id uuid not null references agent (id) on delete cascade,
        title text not null,
        status text not null check (status in ('RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED')),
        problem text,
        connection_id uuid,
        connection_name text,
        sync_id uuid,
        proposal_id uuid,
        approval_id uuid references approval (id) on delete set null,
        started_at timestamptz not null,
        finished_at timestamptz,
        facts jsonb not null,
        unique (tenant_id, sync_id),
        unique (tenant_id, proposal_id),
        check ((finished_at is null) = (status in ('RUNNING', 'WAITING')))
      )`,
      'create index agent_run_by_time on agent_run (tenant_id, started_at desc, id desc)',
      'create index agent_run_by_connection on agent_run (tenant_id, connection_id, started_at desc, id desc)',
      'create index agent_run_by_agent on agent_run (tenant_id, agent_id, started_at desc, id desc)',
      'create index agent_run_by_approval on agent_run (tenant_id, approval_id)',
      ...tenantOwned('agent_run'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['agent_run', 'agent']) this.addSql(`drop table ${table}`);
  }
}
