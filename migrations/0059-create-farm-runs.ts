import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Stress tests of simulated agents: what was asked for, and the report. Each is a durable run of the same id. */
export class CreateFarmRuns extends Migration {
  override up(): void {
    const statements = [
      `create table farm_run (
        id uuid primary key,
        tenant_id uuid not null,
        name text not null,
        scenario jsonb not null,
        done int not null,
        total int not null,
        report jsonb,
        started_at timestamptz not null,
        started_by uuid not null,
        finished_at timestamptz
      )`,
      'create index farm_run_by_time on farm_run (tenant_id, started_at desc, id desc)',
      ...tenantOwned('farm_run'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table farm_run');
  }
}
