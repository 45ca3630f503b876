import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AssetRow } from '../asset/asset.entity.ts';
import { PersonRow } from './person.entity.ts';

/** Whoever asks is of the tenant, and so is whoever owns something already: they may have come before this was kept. */
export async function isOfTenant({ em, tenantId }: UnitOfWork, viewer: UserViewer, userId: string): Promise<boolean> {
  if (!z.uuid().safeParse(userId).success) return false;
  if (viewer.userId === userId || (await em.count(PersonRow, { tenantId, userId })) > 0) return true;
  return (await em.count(AssetRow, { tenantId, ownerId: userId })) > 0;
}
