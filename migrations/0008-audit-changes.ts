import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN, SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/**
 * What changed, before and after, as a chain of its own. The content hash is in the chain, the content beside it: what has to be forgotten
 * can be erased by the system role, and nothing else of an entry can be touched. Overrides of feature flags.
 */
export class AuditChanges extends Migration {
  override up(): void {
    const statements = [
      `create table audit_entry (
        tenant_id uuid not null,
        sequence bigint not null,
        segment date not null,
        id uuid not null,
        at timestamptz not null,
        request_id text,
        trace_id text,
        user_id uuid,
        credential_kind text,
        credential_id uuid,
        action text not null,
        subject_type text not null,
        subject_id text not null,
        content_hash text not null,
        before jsonb,
        after jsonb,
        erased_at timestamptz,
        hash text not null,
        primary key (tenant_id, sequence),
        unique (tenant_id, id)
      )`,
      'create index audit_entry_by_time on audit_entry (tenant_id, at)',
      'create index audit_entry_by_subject on audit_entry (tenant_id, subject_id, sequence)',
      'create index audit_entry_by_request on audit_entry (tenant_id, request_id)',
      'create index audit_entry_by_trace on audit_entry (tenant_id, trace_id)',
      ...tenantOwned('audit_entry'),
      ...systemMay('audit_entry', 'select'),
      `create policy audit_entry_system_delete on audit_entry for delete to ${SYSTEM_ROLE} using (exists (
        select 1 from journal_checkpoint c where c.tenant_id = audit_entry.tenant_id and c.chain = 'CHANGES' and c.sequence >= audit_entry.sequence))`,
      `create policy audit_entry_system_erase on audit_entry for update to ${SYSTEM_ROLE}
        using (true) with check (before is null and after is null and erased_at is not null)`,
      `grant delete, update (before, after, erased_at) on audit_entry to ${SYSTEM_ROLE}`,
      `revoke update, delete on audit_entry from ${APP_LOGIN}`,

      `create table feature_flag (
        tenant_id uuid not null,
        key text not null,
        enabled boolean not null,
        reason text not null,
        changed_by uuid,
        changed_at timestamptz not null,
        primary key (tenant_id, key)
      )`,
      ...tenantOwned('feature_flag'),
      ...systemMay('feature_flag', 'select'),
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    for (const table of ['feature_flag', 'audit_entry']) this.addSql(`drop table ${table}`);
  }
}
