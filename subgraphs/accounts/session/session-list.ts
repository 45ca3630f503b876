import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { selvesOf } from '../user/selves.ts';
import type { OpenSession } from './open-session.type.ts';
import { revokeEverything, revokeSessions } from './revoke-sessions.ts';
import { sessionErrors } from './session.errors.ts';
import { UserSessionRow } from './user-session.entity.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** A person's own sessions: which there are, and ending them. */
export class SessionList {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Where the viewer is logged in to this tenant, the newest first. */
  async page(viewer: UserViewer, page: Page): Promise<ConnectionOf<OpenSession>> {
    const live = { userId: viewer.userId, revokedAt: null, expiresAt: { $gt: this.#system.clock() } };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(
        UserSessionRow,
        { $and: [live, after] },
        { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      const total = await em.count(UserSessionRow, live);
      const shown = rows.map((row) => ({ ...pick(row), current: row.id === viewer.credential?.id }));
      return connectionFrom(page, shown, total, (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /** Ends the session that asks. @returns how many ended: none where no session asks */
  async logOut(viewer: UserViewer): Promise<number> {
    const { credential } = viewer;
    return credential?.kind === 'SESSION' ? this.#end(viewer, { id: credential.id }, 'LOG_OUT') : 0;
  }

  /** Ends every session of the person, in all their workspaces, this one too. @returns how many */
  async logOutEverywhere(viewer: UserViewer): Promise<number> {
    const { database, clock } = this.#system;
    let count = 0;
    for (const { tenantId, userId } of await selvesOf(this.#system, viewer))
      count += await database.unitOfWork(tenantId, (unit) => revokeEverything(unit, userId, { because: 'LOG_OUT', keep: null }, clock()));
    return count;
  }

  /** Ends one of the viewer's sessions. @throws SESSION_NOT_FOUND for any other, whether it is there or not */
  async revoke(viewer: UserViewer, id: string): Promise<void> {
    if (!UUID.test(id) || (await this.#end(viewer, { id }, 'REVOKED')) === 0) throw sessionErrors.SESSION_NOT_FOUND({});
  }

  #end(who: Pick<UserViewer, 'tenantId' | 'userId'>, which: { id: string }, because: 'LOG_OUT' | 'REVOKED'): Promise<number> {
    const { database, clock } = this.#system;
    return database.unitOfWork(who.tenantId, (unit) => revokeSessions(unit, { ...which, userId: who.userId }, because, clock()));
  }
}

function pick({ id, way, device, address, createdAt, lastUsedAt, expiresAt }: UserSessionRow) {
  return { id, way, device, address, createdAt, lastUsedAt, expiresAt };
}
