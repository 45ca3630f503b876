import { SYSTEM_ROLE } from './roles.ts';

const CURRENT_TENANT = "(select nullif(current_setting('app.tenant_id', true), '')::uuid)";

/**
 * The statements that put a table under its tenants: forced row-level security and one policy. `column` holds the tenant's id; the
 * sub-select makes the planner read the setting once per statement.
 */
export function tenantOwned(table: string, column = 'tenant_id'): string[] {
  const mine = `${column} = ${CURRENT_TENANT}`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${table}_tenant on ${table} using (${mine}) with check (${mine})`,
  ];
}

/** Lets the system role do `command` on all rows of a tenant-owned table. */
export function systemMay(table: string, command: 'select' | 'insert' | 'update' | 'delete'): string[] {
  const clause = command === 'insert' ? 'with check (true)' : 'using (true)';
  return [
    `create policy ${table}_system_${command} on ${table} for ${command} to ${SYSTEM_ROLE} ${clause}`,
    `grant ${command} on ${table} to ${SYSTEM_ROLE}`,
  ];
}
