import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { isSavedId } from '../dashboard-id.ts';
import type { DashboardRow } from '../dashboard.entity.ts';
import { DashboardVersionRow } from './version.entity.ts';

/** Versions that are kept of one dashboard; the oldest go first. */
export const MAX_VERSIONS = 100;

/** Keeps a dashboard as it was just saved, in the same transaction; the only writer of `dashboard_version`. */
export async function keepVersion({ em, tenantId }: UnitOfWork, row: DashboardRow, note: string | null): Promise<void> {
  const { id: dashboardId, version, title, sentence, persona, widgets, updatedBy, updatedAt } = row;
  em.create(DashboardVersionRow, {
    id: randomUUID(),
    tenantId,
    dashboardId,
    version,
    title,
    sentence,
    persona,
    widgets,
    note,
    savedBy: updatedBy,
    savedAt: updatedAt,
  });
  await em.flush();
  await em.nativeDelete(DashboardVersionRow, { tenantId, dashboardId, version: { $lte: version - MAX_VERSIONS } });
}

/** Versions of dashboards, read. */
export class VersionService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** The versions of a dashboard, newest first. */
  page({ tenantId }: UserViewer, id: string, page: Page): Promise<ConnectionOf<DashboardVersionRow>> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      if (!isSavedId(id)) return connectionFrom(page, [], 0, () => []);
      const of = { tenantId, dashboardId: id };
      const rows = await em.find(
        DashboardVersionRow,
        { ...of, ...(page.after === null ? {} : { $or: olderThan(page.after, 'savedAt') }) },
        { orderBy: { savedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(DashboardVersionRow, of), (row) => [row.savedAt.toISOString(), row.id]);
    });
  }

  /** One version; null when there is none, or it is no longer kept. */
  async one({ tenantId }: UserViewer, id: string, version: number): Promise<DashboardVersionRow | null> {
    if (!isSavedId(id)) return null;
    return this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(DashboardVersionRow, { tenantId, dashboardId: id, version }));
  }
}
