import type { EntitySchema } from '@mikro-orm/postgresql';
import { dataRuleEntities } from './data-rule/data-rule.entities.ts';
import { LogInLinkRow } from './session/log-in-link.entity.ts';
import { TenantRow } from './tenant/tenant.entity.ts';
import { UserRow } from './user/user.entity.ts';

export const accountsEntities: readonly EntitySchema[] = [...dataRuleEntities, TenantRow, UserRow, LogInLinkRow];
