import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { TenantRules } from './access.ts';
import { columnMaskSchema, NO_USER_DATA, rowRuleSchema, userDataSchema, type UserData } from './data-rule.ts';

/** One row of JSON: rules that cannot be read as what they are fail, they are not left out. */
const rulesRow = z.object({
  row_rules: z.array(rowRuleSchema),
  masks: z.array(columnMaskSchema),
  pseudonym_key: z.string().nullable(),
});

/** All rules of a tenant. */
export function readRules(database: Database, tenantId: string): Promise<TenantRules> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'entityType', r.entity_type, 'path', r.path,
        'operator', r.operator, 'values', r.listed_values, 'userAttribute', r.user_attribute, 'audience', r.audience,
        'cascade', r.cascades) order by r.name, r.id) from data_row_rule r where r.tenant_id = ${tenantId}::uuid), '[]') as row_rules,
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name, 'entityType', m.entity_type, 'attribute', m.attribute,
        'sensitive', m.sensitive, 'mode', m.mode, 'audience', m.audience) order by m.name, m.id)
        from data_column_mask m where m.tenant_id = ${tenantId}::uuid), '[]') as masks,
      (select k.pseudonym_key from data_pseudonym_key k where k.tenant_id = ${tenantId}::uuid) as pseudonym_key`.execute(unit.sql);
    const { row_rules: rowRules, masks, pseudonym_key: key } = rulesRow.parse(rows[0]);
    // Without its key a pseudonym could be guessed: what should have had one is hidden.
    const closed = masks.map((mask) => (mask.mode === 'PSEUDONYM' && key === null ? { ...mask, mode: 'HIDE' as const } : mask));
    return { rowRules, masks: closed, pseudonymKey: key ?? '' };
  });
}

/** Groups and attributes of a member. */
export function readUserData(database: Database, tenantId: string, userId: string): Promise<UserData> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select groups, attributes from user_data_attribute
      where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid`.execute(unit.sql);
    return rows[0] === undefined ? NO_USER_DATA : userDataSchema.parse(rows[0]);
  });
}
