import { Migration } from '@mikro-orm/migrations';
import { systemMay, tenantOwned } from '../subgraphs/kernel/database/migration-sql.ts';
import { SYSTEM_ROLE } from '../subgraphs/kernel/database/roles.ts';

/** Where sources send messages to by themselves; the messages lie in the tenants' own schemas. */
export class CreateInbound extends Migration {
  override up(): void {
    const statements = [
      `create table inbound_endpoint (
        connection_id uuid primary key references connection (id) on delete cascade,
        tenant_id uuid not null,
        received bigint not null default 0,
        last_received_at timestamptz,
        waiting boolean not null default false,
        previous_secret text,
        previous_until timestamptz
      )`,
      'create index inbound_endpoint_by_tenant on inbound_endpoint (tenant_id, connection_id)',
      'create index inbound_endpoint_waiting on inbound_endpoint (connection_id) where waiting',
      ...tenantOwned('inbound_endpoint'),
      ...systemMay('inbound_endpoint', 'select'),
      // Whoever sends a message names the connection alone: whose it is has to be found out.
      `create policy connection_inbound on connection for select to ${SYSTEM_ROLE} using (true)`,
      `grant select (id, tenant_id, kind) on connection to ${SYSTEM_ROLE}`,
    ];
    for (const statement of statements) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`revoke select (id, tenant_id, kind) on connection from ${SYSTEM_ROLE}`);
    this.addSql('drop policy connection_inbound on connection');
    this.addSql('drop table inbound_endpoint');
  }
}
