import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** What is noteworthy about assets, with what people decided about it. */
export class KeepFindings extends Migration {
  override up(): void {
    const statements = [
      `create table finding (
        id uuid primary key,
        tenant_id uuid not null,
        asset_id uuid not null,
        code text not null,
        about text not null,
        severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
        rank smallint not null,
        title text not null,
        detail text not null,
        remedy text,
        evidence jsonb not null,
        present boolean not null,
        status text not null check (status in ('OPEN', 'ACCEPTED', 'RESOLVED')),
        assignee_id uuid,
        accepted_until timestamptz,
        accepted_rank smallint,
        comment text,
        decided_by uuid,
        decided_at timestamptz,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        opened_at timestamptz not null,
        resolved_at timestamptz,
        times_opened int not null
      )`,
      'create index finding_by_asset on finding (tenant_id, asset_id, rank, id)',
      'create index finding_by_rank on finding (tenant_id, rank, opened_at desc, id)',
      ...tenantOwned('finding'),
      'alter table asset add column findings_kept boolean not null default false, add column says_hash text',
      'alter table scan_asset add column says jsonb, add column says_hash text',
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql('alter table scan_asset drop column says, drop column says_hash');
    this.addSql('alter table asset drop column findings_kept, drop column says_hash');
    this.addSql('drop table finding');
  }
}
