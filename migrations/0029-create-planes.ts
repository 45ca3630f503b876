import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Fabric planes that connections go through, and each tenant's rules about them. */
export class CreatePlanes extends Migration {
  override up(): void {
    const statements = [
      `create table fabric_plane (
        id uuid primary key,
        tenant_id uuid not null,
        kind text not null check (kind ~ '^[A-Z][A-Z0-9_]{1,39}$'),
        name text not null,
        address text not null,
        settings jsonb not null,
        secret text,
        status text not null check (status in ('UP', 'DEGRADED', 'DOWN', 'UNKNOWN')),
        status_reason text,
        latency_ms int,
        checked_at timestamptz,
        check_due_at timestamptz not null,
        created_by uuid,
        created_at timestamptz not null,
        unique (tenant_id, name)
      )`,
      'create index fabric_plane_by_due on fabric_plane (check_due_at)',
      ...tenantOwned('fabric_plane'),
      ...systemMay('fabric_plane', 'select'),

      `create table plane_policy (
        tenant_id uuid primary key,
        allowed_kinds jsonb,
        direct_allowed boolean not null,
        changed_by uuid,
        changed_at timestamptz not null
      )`,
      ...tenantOwned('plane_policy'),

      // A plane that is gone must not turn its connections into direct ones: it cannot go while they name it.
      'alter table connection add column plane_id uuid references fabric_plane (id)',
      'create index connection_by_plane on connection (tenant_id, plane_id)',
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('alter table connection drop column plane_id');
    for (const table of ['plane_policy', 'fabric_plane']) this.addSql(`drop table ${table}`);
  }
}
