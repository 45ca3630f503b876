import { z } from 'zod';

const tenantIdSchema = z.uuid();

/** Name of the tenant's schema and of the role that may work in it: `t_` and the id's 32 hexadecimal digits. Safe to quote. */
export function tenantSchemaName(tenantId: string): string {
  return `t_${tenantIdSchema.parse(tenantId).replaceAll('-', '')}`;
}
