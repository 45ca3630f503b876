import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { nameOf } from './name.errors.ts';
import type { Persona } from './persona.ts';
import { selvesOf, type Self } from './selves.ts';
import { UserRow } from './user.entity.ts';

/** What people say of themselves. */
export class ProfileService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Changes what is given, in all workspaces of the person; undefined stays as it is. @throws NAME_INVALID and the other faults of names */
  async update(viewer: UserViewer, change: { displayName: string | null; persona: Persona | null | undefined }): Promise<UserRow> {
    const displayName = change.displayName == null ? null : nameOf(change.displayName);
    const { database } = this.#system;
    const others = (await selvesOf(this.#system, viewer)).filter(({ userId }) => userId !== viewer.userId);
    const set = ({ tenantId, userId }: Self): Promise<UserRow | null> =>
      database.unitOfWork(tenantId, async ({ em }) => {
        const user = await em.findOne(UserRow, { id: userId });
        if (user !== null && displayName !== null) user.displayName = displayName;
        if (user !== null && change.persona !== undefined) user.persona = change.persona;
        return user;
      });
    const mine = await set(viewer);
    if (mine === null) throw commonErrors.UNAUTHENTICATED({});
    for (const self of others) await set(self);
    return mine;
  }
}
