import { sql } from 'kysely';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isId } from '../api-key/service-account.service.ts';
import { KIND_NAMES, KINDS, type NotificationKind } from './kinds.ts';
import { notificationErrors } from './notification.errors.ts';
import { NotificationPreferenceRow, NotificationRow } from './notification.entity.ts';
import type { Notification, NotificationPreference } from './notification.type.ts';

export interface Wish {
  kind: string;
  inbox: boolean;
  email: boolean;
}

/** Each person's inbox and wishes; everybody sees their own only. */
export class InboxService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The viewer's notifications, newest first. */
  page(viewer: UserViewer, page: Page, unreadOnly: boolean): Promise<ConnectionOf<Notification>> {
    const where = { userId: viewer.userId, ...(unreadOnly ? { readAt: null } : {}) };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'toldAt') };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const rows = await em.find(
        NotificationRow,
        { ...where, ...after },
        { orderBy: { toldAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows.map(notificationOf), await em.count(NotificationRow, where), ({ toldAt, id }) => [
        toldAt.toISOString(),
        id,
      ]);
    });
  }

  unread({ tenantId, userId }: UserViewer): Promise<number> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.count(NotificationRow, { userId, readAt: null }));
  }

  /** @param ids null: all. @returns how many were not read before */
  markRead({ tenantId, userId }: UserViewer, ids: readonly string[] | null): Promise<number> {
    const some = ids === null ? sql`` : sql`and id = any(${ids.filter(isId)}::uuid[])`;
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const { numAffectedRows } = await sql`update notification set read_at = ${this.system.clock()}
        where tenant_id = ${tenantId}::uuid and user_id = ${userId}::uuid and read_at is null ${some}`.execute(unit.sql);
      return Number(numAffectedRows ?? 0);
    });
  }

  /** What the viewer is told of, and how. */
  async preferences({ tenantId, userId }: UserViewer): Promise<NotificationPreference[]> {
    const wishes = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(NotificationPreferenceRow, { userId }));
    const wishOf = new Map(wishes.map((wish) => [wish.kind, wish]));
    return KIND_NAMES.map((kind) => {
      const usual = KINDS[kind];
      const { inbox, email } = wishOf.get(kind) ?? usual;
      return { kind, label: usual.label, description: usual.description, severity: usual.severity, inbox, email };
    });
  }

  /** @returns all of the viewer's preferences as they are now, or what to correct */
  async savePreferences(viewer: UserViewer, wishes: readonly Wish[]): Promise<NotificationPreference[] | InputProblem[]> {
    const problems = unknownKinds(
      wishes.map(({ kind }) => kind),
      'preferences',
    );
    if (problems.length > 0) return problems;
    const { tenantId, userId } = viewer;
    const last = [...new Map(wishes.map((wish) => [wish.kind, wish])).values()];
    if (last.length > 0)
      await this.system.database.unitOfWork(tenantId, async ({ em }) => {
        const rows = last.map(({ kind, inbox, email }) => ({ tenantId, userId, kind: kind as NotificationKind, inbox, email }));
        await em.upsertMany(NotificationPreferenceRow, rows);
      });
    return this.preferences(viewer);
  }
}

/** A problem for each name that is no kind. */
export function unknownKinds(kinds: readonly string[], field: string): InputProblem[] {
  const known = new Set<string>(KIND_NAMES);
  return [...new Set(kinds)]
    .filter((kind) => !known.has(kind))
    .slice(0, KIND_NAMES.length)
    .map((kind) => inputProblem(notificationErrors.NOTIFICATION_KIND_UNKNOWN({ kind: kind.slice(0, 40) }), field));
}

function notificationOf({ id, kind, severity, title, body, link, times, createdAt, toldAt, readAt }: NotificationRow): Notification {
  return { id, kind, severity, title, body, link: link ?? null, times, createdAt, toldAt, readAt: readAt ?? null };
}
