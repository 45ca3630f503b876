import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { nameOf } from './name.errors.ts';
import type { Persona } from './persona.ts';
import { UserRow } from './user.entity.ts';

/** What people say of themselves. */
export class ProfileService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Changes what is given; undefined stays as it is. @throws NAME_INVALID and the other faults of names */
  async update(viewer: UserViewer, change: { displayName: string | null; persona: Persona | null | undefined }): Promise<UserRow> {
    const displayName = change.displayName == null ? null : nameOf(change.displayName);
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const user = await em.findOne(UserRow, { id: viewer.userId });
      if (user === null) throw commonErrors.UNAUTHENTICATED({});
      if (displayName !== null) user.displayName = displayName;
      if (change.persona !== undefined) user.persona = change.persona;
      return user;
    });
  }
}
