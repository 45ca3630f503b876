import { Migration } from '@mikro-orm/migrations';
import { tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';

/** Scans, what they read, and what is known and thought of every application from which scan to which. */
export class CreateScans extends Migration {
  override up(): void {
    const statements = [
      `create table scan (
        id uuid primary key,
        tenant_id uuid not null,
        number int not null,
        status text not null check (status in ('RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
        mode text not null check (mode in ('FULL', 'INCREMENTAL')),
        replay_of uuid,
        as_of timestamptz,
        latest_at timestamptz,
        policy_version int not null,
        facts_format int not null,
        started_at timestamptz not null,
        started_by uuid,
        finished_at timestamptz,
        records_read bigint not null,
        records_taken bigint not null,
        records_kept bigint not null,
        records_refused bigint not null,
        counts jsonb,
        posture jsonb,
        digest text,
        problem jsonb,
        unique (tenant_id, number)
      )`,
      `create unique index scan_running on scan (tenant_id) where status = 'RUNNING'`,
      'create index scan_by_time on scan (tenant_id, started_at desc, id desc)',
      ...tenantOwned('scan'),

      `create table scan_file (
        tenant_id uuid not null,
        scan_id uuid not null references scan (id) on delete cascade,
        position int not null,
        feed_id uuid not null,
        name text not null,
        bytes bigint not null,
        checksum text not null,
        read_again boolean not null,
        format text,
        whole boolean not null,
        lists jsonb not null,
        primary key (tenant_id, scan_id, position)
      )`,
      ...tenantOwned('scan_file'),

      `create table scan_problem (
        tenant_id uuid not null,
        scan_id uuid not null references scan (id) on delete cascade,
        position int not null,
        file text not null,
        list text not null,
        record text not null,
        code text not null,
        primary key (tenant_id, scan_id, position)
      )`,
      ...tenantOwned('scan_problem'),

      // What a scan has gathered and judged until it is recorded.
      `create table scan_asset (
        tenant_id uuid not null,
        scan_id uuid not null references scan (id) on delete cascade,
        key text collate "C" not null,
        asset_id uuid not null,
        facts jsonb,
        facts_hash text,
        judgement jsonb,
        judgement_hash text,
        primary key (tenant_id, scan_id, key)
      )`,
      ...tenantOwned('scan_asset'),

      // What an incremental scan goes on from; what a scan gathered stands in for it once the scan has succeeded. No body: nothing any more.
      `create table kept_evidence (
        tenant_id uuid not null,
        kind text not null check (kind in ('OBSERVED', 'RECORD', 'NAMED')),
        key text collate "C" not null,
        scan_id uuid not null,
        standing boolean not null,
        body jsonb,
        primary key (tenant_id, kind, key, scan_id)
      )`,
      ...tenantOwned('kept_evidence'),

      // Both hold from one scan on until before another; null: they still do.
      `create table asset_fact (
        tenant_id uuid not null,
        asset_id uuid not null,
        from_scan int not null,
        until_scan int,
        key text collate "C" not null,
        hash text not null,
        facts jsonb not null,
        primary key (tenant_id, asset_id, from_scan)
      )`,
      'create index asset_fact_now on asset_fact (tenant_id, key) where until_scan is null',
      ...tenantOwned('asset_fact'),

      `create table asset_judgement (
        tenant_id uuid not null,
        asset_id uuid not null,
        from_scan int not null,
        until_scan int,
        key text collate "C" not null,
        hash text not null,
        judgement jsonb not null,
        primary key (tenant_id, asset_id, from_scan)
      )`,
      'create index asset_judgement_by_key on asset_judgement (tenant_id, key, from_scan)',
      ...tenantOwned('asset_judgement'),

      `alter table asset drop constraint asset_kind_check,
        add constraint asset_kind_check check (kind in ('CONNECTION', 'DATA_OBJECT', 'APPLICATION')),
        alter column source_id drop not null,
        alter column connection_id drop not null,
        add column key text,
        add column key_kind text check (key_kind in ('DOMAIN', 'NAME', 'UNLISTED')),
        add column admitted boolean not null default true,
        add column admission text,
        add column class text check (class in ('SHADOW', 'ZOMBIE', 'PARKED', 'CLEAN')),
        add column activity text check (activity in ('RECENT', 'STALE', 'NONE')),
        add column governed boolean,
        add column external boolean,
        add column reasons text[],
        add column scores jsonb,
        add column risk smallint not null default 0,
        add column cost smallint not null default 0,
        add column criticality smallint not null default 0`,
      `create unique index asset_by_key on asset (tenant_id, key) where kind = 'APPLICATION'`,
      ...['risk', 'cost', 'criticality'].map((score) => `create index asset_by_${score} on asset (tenant_id, ${score} desc, id)`),
      `create index asset_by_class on asset (tenant_id, class, name_key, id) where kind = 'APPLICATION' and removed_at is null`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`delete from asset where kind = 'APPLICATION'`);
    for (const index of ['class', 'risk', 'cost', 'criticality']) this.addSql(`drop index asset_by_${index}`);
    this.addSql('drop index asset_by_key');
    this.addSql(`alter table asset drop constraint asset_kind_check,
      add constraint asset_kind_check check (kind in ('CONNECTION', 'DATA_OBJECT')),
      alter column source_id set not null,
      alter column connection_id set not null,
      drop column key, drop column key_kind, drop column admitted, drop column admission, drop column class, drop column activity,
      drop column governed, drop column external, drop column reasons, drop column scores, drop column risk, drop column cost,
      drop column criticality`);
    for (const table of ['kept_evidence', 'asset_judgement', 'asset_fact', 'scan_asset', 'scan_problem', 'scan_file', 'scan'])
      this.addSql(`drop table ${table}`);
  }
}
