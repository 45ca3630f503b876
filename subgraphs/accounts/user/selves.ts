import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { UserRow } from './user.entity.ts';

/** One place of a person: the tenant they belong to, or a workspace beside it in which somebody stands for them. */
export type Self = Pick<UserViewer, 'tenantId' | 'userId'>;

/** Who stands for a person in a workspace: always the same. */
export function standInId(workspaceId: string, homeUserId: string): string {
  return nameBasedUuid(workspaceId, homeUserId);
}

/** Where the person behind this one belongs: there is their password, and what comes with it. */
export async function homeOf({ database }: Pick<System, 'database'>, self: Self): Promise<Self> {
  const here = await database.unitOfWork(self.tenantId, ({ em }) => em.findOne(UserRow, { id: self.userId }));
  return { tenantId: here?.homeTenantId ?? self.tenantId, userId: here?.homeUserId ?? self.userId };
}

/** All places of the person behind this one, their own tenant first. Not everybody has entered each of them. */
export async function selvesOf(system: Pick<System, 'database'>, self: Self): Promise<Self[]> {
  const home = await homeOf(system, self);
  const workspaces = await system.database.unitOfWork(home.tenantId, ({ em }) => em.find(TenantRow, { parentId: home.tenantId }));
  return [home, ...workspaces.map(({ id }) => ({ tenantId: id, userId: standInId(id, home.userId) }))];
}
