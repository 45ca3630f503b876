import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Every saved version of a dashboard, templates to make others from, and when a dashboard is kept as it stands. */
export class DeepenDashboards extends Migration {
  override up(): void {
    const statements = [
      `create table dashboard_version (
        id uuid primary key,
        tenant_id uuid not null,
        dashboard_id uuid not null references dashboard (id) on delete cascade,
        version int not null check (version > 0),
        title text not null,
        sentence text not null,
        persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO')),
        widgets jsonb not null,
        note text,
        saved_by uuid not null,
        saved_at timestamptz not null,
        unique (tenant_id, dashboard_id, version)
      )`,
      'create index dashboard_version_by_save on dashboard_version (tenant_id, dashboard_id, saved_at, id)',
      'create index dashboard_version_by_dashboard on dashboard_version (dashboard_id)',
      ...tenantOwned('dashboard_version'),

      `create table dashboard_template (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        description text not null,
        persona text check (persona in ('CFO', 'CRO', 'COO', 'CTO')),
        widgets jsonb not null,
        created_by uuid not null,
        created_at timestamptz not null
      )`,
      'create index dashboard_template_by_time on dashboard_template (tenant_id, created_at, id)',
      ...tenantOwned('dashboard_template'),

      `create table dashboard_schedule (
        dashboard_id uuid primary key references dashboard (id) on delete cascade,
        tenant_id uuid not null,
        cron text not null,
        time_zone text not null,
        next_at timestamptz not null,
        last_started_at timestamptz,
        problem jsonb,
        set_by uuid not null,
        set_at timestamptz not null
      )`,
      'create index dashboard_schedule_by_tenant on dashboard_schedule (tenant_id, dashboard_id)',
      'create index dashboard_schedule_due on dashboard_schedule (next_at)',
      ...tenantOwned('dashboard_schedule'),
      ...systemMay('dashboard_schedule', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['dashboard_schedule', 'dashboard_template', 'dashboard_version']) this.addSql(`drop table ${table}`);
  }
}
