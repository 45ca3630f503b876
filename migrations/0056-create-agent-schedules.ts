import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** When agents begin workflows by themselves, and each time that they did or did not. */
export class CreateAgentSchedules extends Migration {
  override up(): void {
    const statements = [
      `create table agent_schedule (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        agent_id uuid not null references agent (id) on delete cascade,
        workflow text not null,
        workflow_version int,
        input jsonb not null,
        dry_run boolean not null,
        timing text not null check (timing in ('ONCE', 'INTERVAL', 'CRON', 'EVENT')),
        at timestamptz,
        every_seconds int,
        cron text,
        time_zone text not null,
        event text check (event in ('CANONICAL_CHANGED', 'DRIFT_DETECTED', 'METRIC_ALERTED')),
        only_for text,
        debounce_seconds int not null,
        event_input text,
        event_sequence bigint not null default 0,
        pending jsonb,
        misfire text not null check (misfire in ('RUN_ONCE', 'SKIP', 'RUN_ALL')),
        max_catch_up int not null,
        overlap text not null check (overlap in ('ALLOW', 'SKIP', 'QUEUE')),
        max_concurrent int not null,
        max_queued int not null,
        status text not null check (status in ('ACTIVE', 'PAUSED', 'DONE')),
        next_at timestamptz,
        last_at timestamptz,
        problem jsonb,
        version int not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by uuid not null,
        check ((timing = 'EVENT') = (event is not null)),
        check ((timing = 'CRON') = (cron is not null)),
        check ((timing = 'INTERVAL') = (every_seconds is not null))
      )`,
      'create index agent_schedule_by_time on agent_schedule (tenant_id, created_at, id)',
      'create index agent_schedule_by_agent on agent_schedule (tenant_id, agent_id, created_at, id)',
      `create index agent_schedule_due on agent_schedule (next_at) where status = 'ACTIVE' and next_at is not null`,
      ...tenantOwned('agent_schedule'),
      ...systemMay('agent_schedule', 'select'),

      // The id is that of the run, made of the schedule and the moment: no moment is begun twice.
      `create table agent_firing (
        id uuid primary key,
        tenant_id uuid not null,
        schedule_id uuid not null references agent_schedule (id) on delete cascade,
        due_at timestamptz not null,
        fired_at timestamptz not null,
        status text not null check (status in ('STARTED', 'QUEUED', 'SKIPPED', 'FAILED')),
        reason text,
        event jsonb
      )`,
      'create index agent_firing_by_time on agent_firing (tenant_id, schedule_id, fired_at desc, id desc)',
      `create index agent_firing_queued on agent_firing (tenant_id, schedule_id, fired_at) where status = 'QUEUED'`,
      ...tenantOwned('agent_firing'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['agent_firing', 'agent_schedule']) this.addSql(`drop table ${table}`);
  }
}
