import type { EntitySchema } from '@mikro-orm/postgresql';
import { LogInLinkRow } from './session/log-in-link.entity.ts';
import { TenantRow } from './tenant/tenant.entity.ts';
import { UserRow } from './user/user.entity.ts';

export const accountsEntities: readonly EntitySchema[] = [TenantRow, UserRow, LogInLinkRow];
