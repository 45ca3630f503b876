import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Durable runs, their steps and timers. What carries them is not here: a segment is only asked for in the transaction that decides it. */
export class CreateRuns extends Migration {
  override up(): void {
    const statements = [
      `create table durable_run (
        id uuid primary key,
        tenant_id uuid not null,
        workflow text not null,
        title text not null,
        subject jsonb not null,
        status text not null check (status in ('RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
        phase text not null check (phase in ('QUEUED', 'HELD', 'RESTING', 'OUTSIDE', 'ENDED')),
        step text not null,
        progress double precision not null default 0 check (progress between 0 and 1),
        estimated_finish_at timestamptz,
        problem jsonb,
        epoch int not null default 0,
        segment int not null default 0,
        attempt int not null default 1,
        worker text,
        lease_until timestamptz,
        cancel_requested_at timestamptz,
        started_by uuid,
        started_at timestamptz not null,
        finished_at timestamptz,
        check ((phase = 'HELD') = (worker is not null and lease_until is not null)),
        check ((phase = 'ENDED') = (finished_at is not null)),
        check ((phase = 'ENDED') = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED')))
      )`,
      'create index durable_run_by_tenant on durable_run (tenant_id, started_at, id)',
      `create index durable_run_open on durable_run (phase, lease_until) where phase in ('QUEUED', 'HELD')`,
      ...tenantOwned('durable_run'),
      ...systemMay('durable_run', 'select'),

      `create table durable_step (
        run_id uuid not null references durable_run (id) on delete cascade,
        position int not null,
        tenant_id uuid not null,
        kind text not null check (kind in ('WORK', 'WAIT')),
        name text not null,
        title text not null,
        weight double precision not null check (weight >= 0),
        status text not null check (status in ('PENDING', 'RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'SKIPPED', 'CANCELLED')),
        attempts int not null default 0,
        failures int not null default 0,
        losses int not null default 0,
        progress double precision not null default 0 check (progress between 0 and 1),
        detail text,
        problem jsonb,
        checkpoint jsonb,
        started_at timestamptz,
        finished_at timestamptz,
        primary key (run_id, position),
        unique (run_id, name)
      )`,
      'create index durable_step_by_tenant on durable_step (tenant_id, run_id, position)',
      ...tenantOwned('durable_step'),

      `create table durable_timer (
        run_id uuid not null references durable_run (id) on delete cascade,
        name text not null,
        tenant_id uuid not null,
        fire_at timestamptz not null,
        primary key (run_id, name)
      )`,
      'create index durable_timer_by_tenant on durable_timer (tenant_id, run_id)',
      'create index durable_timer_due on durable_timer (fire_at)',
      ...tenantOwned('durable_timer'),
      ...systemMay('durable_timer', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['durable_timer', 'durable_step', 'durable_run']) this.addSql(`drop table ${table}`);
  }
}
