import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Where telemetry comes from, and the versions of the policy it is judged by. */
export class CreateTelemetry extends Migration {
  override up(): void {
    const statements = [
      `create table telemetry_feed (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        kind text not null check (kind in ('UPLOAD', 'FOLDER')),
        location text not null,
        created_at timestamptz not null,
        created_by uuid not null,
        removed_at timestamptz
      )`,
      'create index telemetry_feed_by_time on telemetry_feed (tenant_id, created_at desc, id desc)',
      ...tenantOwned('telemetry_feed'),

      `create table discovery_policy (
        tenant_id uuid not null,
        version int not null check (version > 0),
        policy jsonb not null,
        note text,
        saved_at timestamptz not null,
        saved_by uuid not null,
        primary key (tenant_id, version)
      )`,
      ...tenantOwned('discovery_policy'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['discovery_policy', 'telemetry_feed']) this.addSql(`drop table ${table}`);
  }
}
