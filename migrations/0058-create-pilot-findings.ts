import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What pilots found, what they propose about it, and what came of that. */
export class CreatePilotFindings extends Migration {
  override up(): void {
    const statements = [
      `create table pilot_finding (
        id uuid primary key,
        tenant_id uuid not null,
        agent_id uuid not null references agent (id) on delete cascade,
        kind text not null,
        key text not null,
        title text not null,
        detail text not null,
        reasons jsonb not null,
        severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
        status text not null check (status in ('OPEN', 'PROPOSED', 'ACCEPTED', 'REJECTED', 'DONE', 'RESOLVED')),
        evidence jsonb not null,
        links jsonb not null,
        proposal jsonb,
        measure_label text not null,
        measure_unit text not null,
        measure_before double precision not null,
        measure_latest double precision not null,
        measure_after double precision,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        times_seen int not null,
        found_by uuid not null,
        proposals int not null,
        proposed_by uuid,
        run_id uuid,
        proposed_at timestamptz,
        decided_at timestamptz,
        done_at timestamptz,
        resolved_at timestamptz,
        comment text,
        unique (tenant_id, kind, key),
        check (proposal is not null or status in ('OPEN', 'REJECTED', 'RESOLVED'))
      )`,
      'create index pilot_finding_by_time on pilot_finding (tenant_id, first_seen_at desc, id desc)',
      'create index pilot_finding_by_agent on pilot_finding (tenant_id, agent_id, status)',
      ...tenantOwned('pilot_finding'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table pilot_finding');
  }
}
