import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { DemoCompany, System } from '../../kernel/system.ts';
import { nameBasedUuid } from '../../kernel/ids/name-based-uuid.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { slugOf } from '../tenant/registration.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { viewerOf } from '../tenant/tenant.service.ts';
import { UserRow } from '../user/user.entity.ts';
import { removeTenant } from './remove-tenant.ts';
import { workspaceErrors } from './workspace.errors.ts';

export const DEMO_NAME = 'Halyard Cloud (demo)';

/** Who may make and remove the demo company of their tenant. */
const DEMO_ROLES: ReadonlySet<string> = new Set(['OWNER', 'ADMIN']);

/** The demo company beside a tenant, and who enters it. What is in it is never mixed with the tenant's own: it is a tenant of its own. */
export class WorkspaceService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The workspaces the viewer may enter, their own first. */
  async list(viewer: UserViewer): Promise<TenantRow[]> {
    const home = await this.#homeOf(viewer);
    if (home === null) return [];
    return this.#system.database.unitOfWork(home.tenantId, ({ em }) =>
      em.find(
        TenantRow,
        { closingAt: null, $or: [{ id: home.tenantId }, { parentId: home.tenantId }] },
        { orderBy: { createdAt: 'asc', id: 'asc' } },
      ),
    );
  }

  /** The viewer in another of their workspaces. @throws WORKSPACE_NOT_FOUND for any other tenant, whether it is there or not */
  async enter(viewer: UserViewer, tenantId: string): Promise<UserViewer> {
    const workspace = (await this.list(viewer)).find(({ id }) => id === tenantId);
    const home = await this.#homeOf(viewer);
    if (workspace === undefined || home === null) throw workspaceErrors.WORKSPACE_NOT_FOUND({});
    return workspace.id === home.tenantId ? viewerOf(home) : this.#memberIn(workspace.id, home);
  }

  /** The viewer in the demo company beside their tenant. @throws NO_DEMO_WORKSPACE */
  async enterDemo(viewer: UserViewer): Promise<UserViewer> {
    const demo = (await this.list(viewer)).find(({ kind }) => kind === 'DEMO');
    if (demo === undefined) throw workspaceErrors.NO_DEMO_WORKSPACE({});
    return this.enter(viewer, demo.id);
  }

  /** The viewer in the demo company, which is made when it is not there; what fills it is told. @throws DEMO_ROLE */
  async createDemo(viewer: UserViewer): Promise<UserViewer> {
    const home = await this.#mayOwnDemo(viewer);
    const { database, flags } = this.#system;
    flags.require(home.tenantId, 'demo-company');
    const closing = await this.#demoOf(home.tenantId);
    if (closing !== null && closing.closingAt !== null) await this.#remove(closing);
    const tenantId = (await this.#demoOf(home.tenantId))?.id ?? (await this.#insertDemo(home.tenantId));
    await this.#note(home.tenantId, tenantId, 'entered');
    // Does nothing when it is there; a crash may have come between the two.
    await database.tenants.create(tenantId);
    const member = await this.#memberIn(tenantId, home);
    (await this.#filler(home))?.wanted();
    return member;
  }

  /** Removes the demo company with everything in it; going on after a crash is calling it again. @throws DEMO_ROLE, WORKSPACE_BUSY */
  async deleteDemo(viewer: UserViewer): Promise<{ deleted: boolean; home: UserViewer }> {
    const home = await this.#mayOwnDemo(viewer);
    await (await this.#filler(home))?.unwanted();
    const demo = await this.#demoOf(home.tenantId);
    if (demo !== null) {
      await this.#remove(demo);
      await this.#note(home.tenantId, demo.id, 'removed');
    }
    return { deleted: demo !== null, home: viewerOf(home) };
  }

  /** In the trail of the tenant it belongs to: its own goes with it. */
  #note(parentId: string, id: string, what: 'entered' | 'removed'): Promise<void> {
    return this.#system.database.unitOfWork(parentId, async (unit) =>
      unit.audit({ action: `demo-workspace.${what}`, subject: { type: 'Tenant', id }, before: null, after: null }),
    );
  }

  /** That it is gone stays known, so that nothing that is still under way writes behind it. */
  async #remove({ id, name }: TenantRow): Promise<void> {
    const { database, clock } = this.#system;
    await database.unitOfWork(id, (unit) =>
      sql`insert into tenant_closure (tenant_id, name, receipt_hash, reason, requested_by, requested_at, finished_at)
        values (${id}, ${name}, ${randomUUID()}, 'the demo company was deleted', ${id}, ${clock()}, ${clock()}) on conflict do nothing`.execute(
        unit.sql,
      ),
    );
    await removeTenant(this.#system, id);
  }

  /** What fills the demo company of this person's tenant: that of the machine's owner, who alone has its key. */
  async #filler({ tenantId }: UserRow): Promise<DemoCompany | null> {
    const { database, demo } = this.#system;
    const own = await database.unitOfWork(tenantId, ({ em }) => em.findOne(TenantRow, { id: tenantId }));
    return own?.kind === 'PERSONAL' ? (demo ?? null) : null;
  }

  async #mayOwnDemo(viewer: UserViewer): Promise<UserRow> {
    const home = await this.#homeOf(viewer);
    if (home === null || !DEMO_ROLES.has(home.role)) throw workspaceErrors.DEMO_ROLE({});
    return home;
  }

  /** The person in the tenant they belong to, as they are now; null for somebody who was removed. */
  async #homeOf(viewer: UserViewer): Promise<UserRow | null> {
    const { database } = this.#system;
    const here = await database.unitOfWork(viewer.tenantId, ({ em }) => em.findOne(UserRow, { id: viewer.userId }));
    const { homeTenantId, homeUserId } = here ?? {};
    if (homeTenantId == null || homeUserId == null) return here;
    return database.unitOfWork(homeTenantId, ({ em }) => em.findOne(UserRow, { id: homeUserId }));
  }

  #demoOf(parentId: string): Promise<TenantRow | null> {
    return this.#system.database.unitOfWork(parentId, ({ em }) => em.findOne(TenantRow, { parentId, kind: 'DEMO' }));
  }

  async #insertDemo(parentId: string): Promise<string> {
    const { database, clock } = this.#system;
    const id = randomUUID();
    try {
      await database.unitOfWork(id, async ({ em }) => {
        const slug = slugOf(DEMO_NAME, id);
        const fields = { closingAt: null, frozenAt: null, frozenReason: null, createdAt: clock() };
        em.create(TenantRow, { id, name: DEMO_NAME, kind: 'DEMO', slug, parentId, ...fields });
      });
      return id;
    } catch (error) {
      // Somebody else made it at the same time: a tenant has one.
      const other = error instanceof UniqueConstraintViolationException ? await this.#demoOf(parentId) : null;
      if (other === null) throw error;
      return other.id;
    }
  }

  /** The person's place in a workspace, with the role they have at home; made when they enter it first. */
  #memberIn(tenantId: string, home: UserRow): Promise<UserViewer> {
    const id = nameBasedUuid(tenantId, home.id);
    const email = home.email.replace('@', `+${tenantId.slice(0, 8)}@`);
    const { displayName, role } = home;
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const fields = { id, tenantId, email, displayName, role, passwordHash: null, homeTenantId: home.tenantId, homeUserId: home.id };
      // Two first entries at once make one row.
      await em.upsert(
        UserRow,
        { ...fields, createdAt: this.#system.clock() },
        { onConflictFields: ['id'], onConflictMergeFields: ['role', 'displayName'] },
      );
      return viewerOf(fields);
    });
  }
}
