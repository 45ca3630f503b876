import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { newerThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { UserRow } from './user.entity.ts';

/** Reads the people of a tenant. */
export class UserService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Users by id, null for those that are not of the viewer's tenant. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(UserRow | null)[]> {
    const rows = await this.system.database.unitOfWork(viewer.tenantId, (unit) => unit.em.find(UserRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's people, oldest first. */
  async page(viewer: UserViewer, page: Page): Promise<ConnectionOf<UserRow>> {
    const after = page.after === null ? {} : { $or: newerThan(page.after, 'createdAt') };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(UserRow, after, { orderBy: { createdAt: 'asc', id: 'asc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(UserRow), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }
}
