import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { APP_LOGIN } from '../subgraphs/kernel/database/roles.ts';

/** What of a chain may go: what a checkpoint stands for. */
const COVERED = (table: string, chain: string): string =>
  `create policy ${table}_system_delete on ${table} for delete to autonomos_system using (exists (
    select 1 from journal_checkpoint c where c.tenant_id = ${table}.tenant_id and c.chain = '${chain}' and c.sequence >= ${table}.sequence))`;

/**
 * The journal as chains: requests. The app appends and never changes or deletes; the system role deletes what a checkpoint covers. The table
 * of before stays readable as it is: nobody can vouch for its entries any more.
 */
export class ChainJournal extends Migration {
  override up(): void {
    const statements = [
      `create table journal_head (
        tenant_id uuid not null,
        chain text not null check (chain in ('REQUESTS', 'CHANGES')),
        sequence bigint not null,
        hash text not null,
        segment date not null,
        primary key (tenant_id, chain)
      )`,
      ...tenantOwned('journal_head'),
      ...systemMay('journal_head', 'select'),
      ...systemMay('journal_head', 'delete'),
      `revoke delete on journal_head from ${APP_LOGIN}`,

      `create table journal_checkpoint (
        tenant_id uuid not null,
        chain text not null,
        sequence bigint not null,
        hash text not null,
        segment date not null,
        entries bigint not null,
        reason text not null,
        at timestamptz not null,
        seal text not null,
        primary key (tenant_id, chain, sequence)
      )`,
      ...tenantOwned('journal_checkpoint'),
      ...(['select', 'insert', 'delete'] as const).flatMap((command) => systemMay('journal_checkpoint', command)),
      `revoke insert, update, delete on journal_checkpoint from ${APP_LOGIN}`,

      `create table journal_request (
        tenant_id uuid not null,
        sequence bigint not null,
        segment date not null,
        id uuid not null,
        at timestamptz not null,
        request_id text not null,
        trace_id text,
        user_id uuid,
        credential_kind text,
        credential_id uuid,
        address text,
        transport text not null,
        kind text not null,
        operation text not null,
        document_hash text,
        outcome text not null,
        cost int,
        duration_us bigint not null,
        touched text[] not null,
        hash text not null,
        primary key (tenant_id, sequence),
        unique (tenant_id, id)
      )`,
      'create index journal_request_by_time on journal_request (tenant_id, at)',
      'create index journal_request_by_user on journal_request (tenant_id, user_id, sequence)',
      'create index journal_request_by_request on journal_request (tenant_id, request_id)',
      'create index journal_request_by_trace on journal_request (tenant_id, trace_id)',
      ...tenantOwned('journal_request'),
      ...systemMay('journal_request', 'select'),
      COVERED('journal_request', 'REQUESTS'),
      'grant delete on journal_request to autonomos_system',
      `revoke update, delete on journal_request from ${APP_LOGIN}`,
      `revoke insert, update on journal_entry from ${APP_LOGIN}`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`grant insert, update on journal_entry to ${APP_LOGIN}`);
    for (const table of ['journal_request', 'journal_checkpoint', 'journal_head']) this.addSql(`drop table ${table}`);
  }
}
