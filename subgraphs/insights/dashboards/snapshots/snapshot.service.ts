import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { commonErrors } from '../../../kernel/errors/common.errors.ts';
import type { Page } from '../../../kernel/pagination/page.ts';
import { connectionFrom, type ConnectionOf } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import type { AskService } from '../../ask/ask.service.ts';
import { isSavedId, savedWidgetId } from '../dashboard-id.ts';
import type { Json } from '../operations/columns.ts';
import type { DashboardRow } from '../dashboard.entity.ts';
import type { DashboardService } from '../dashboard.service.ts';
import { keptWidget, type KeptWidget, OPERATION_LEFT_OUT, type SnapshotContent } from './snapshot-content.ts';
import { deleteSnapshot, insertSnapshot, listSnapshots, readSnapshot, type SeenBy, type SnapshotRow } from './snapshot-table.ts';

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** A dashboard with its numbers of this moment, before it is kept. */
export interface Snapped {
  row: SnapshotRow;
  accessKey: string;
  content: SnapshotContent;
}

/** Dashboards with their numbers as they stood; kept in the tenant's own schema, shown to those who see the same of the data. */
export class SnapshotService {
  readonly #system: System;
  readonly #saved: DashboardService;
  readonly #asking: AskService;

  constructor(system: System, saved: DashboardService, asking: AskService) {
    this.#system = system;
    this.#saved = saved;
    this.#asking = asking;
  }

  /** Takes a snapshot of a saved dashboard with the eyes of the viewer, and results of operations that they hand in; null when there is no such dashboard. */
  async take(viewer: UserViewer, dashboardId: string, handedIn: ReadonlyMap<string, Json>): Promise<SnapshotRow | null> {
    const snapped = await this.snap(viewer, dashboardId, randomUUID(), handedIn);
    if (snapped === null) return null;
    await this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await insertSnapshot(unit, snapped.row, snapped.accessKey, snapped.content);
      unit.audit({
        action: 'dashboard-snapshot.created',
        subject: { type: 'DashboardSnapshot', id: snapped.row.id },
        before: null,
        after: { dashboardId },
      });
    });
    return snapped.row;
  }

  /** The numbers of a dashboard as the viewer sees them, to be kept under this id. @param handedIn results of operations by widget; null: a schedule has none */
  async snap(viewer: UserViewer, dashboardId: string, id: string, handedIn: ReadonlyMap<string, Json> | null): Promise<Snapped | null> {
    const [dashboard] = isSavedId(dashboardId) ? await this.#saved.load(viewer, [dashboardId]) : [];
    if (dashboard == null) return null;
    await this.#system.database.tenants.ensure(viewer.tenantId);
    const { key } = await this.#system.dataAccess.of(viewer);
    const content = { persona: dashboard.persona ?? null, widgets: await this.#answered(viewer, dashboard, handedIn) };
    const { version, title } = dashboard;
    return {
      row: { id, dashboardId, version, title, takenAt: this.#system.clock(), takenBy: viewer.userId, scheduled: handedIn === null },
      accessKey: key,
      content,
    };
  }

  async page(viewer: UserViewer, dashboardId: string, page: Page): Promise<ConnectionOf<SnapshotRow>> {
    const by = await this.#seenBy(viewer);
    const key = page.after === null ? null : cursorSchema.safeParse(page.after).data;
    if (key === undefined) throw commonErrors.BAD_CURSOR({});
    const after = key === null ? null : { takenAt: new Date(key[0]), id: key[1] };
    if (!isSavedId(dashboardId)) return connectionFrom(page, [], 0, () => []);
    const { rows, total } = await this.#system.database.unitOfWork(viewer.tenantId, (unit) =>
      listSnapshots(unit, dashboardId, by, { limit: page.limit + 1, after }),
    );
    return connectionFrom(page, rows, total, (row) => [row.takenAt.toISOString(), row.id]);
  }

  /** Snapshots by id, null for those that are not there or not to be seen. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<({ row: SnapshotRow; content: SnapshotContent } | null)[]> {
    const by = await this.#seenBy(viewer);
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const found = [];
      for (const id of ids) found.push(isSavedId(id) ? await readSnapshot(unit, id, by) : null);
      return found;
    });
  }

  /** @returns false when there was none. */
  async delete(viewer: UserViewer, id: string): Promise<boolean> {
    if (!isSavedId(id)) return false;
    const by = await this.#seenBy(viewer);
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const gone = await deleteSnapshot(unit, id, by);
      if (gone)
        unit.audit({ action: 'dashboard-snapshot.deleted', subject: { type: 'DashboardSnapshot', id }, before: { id }, after: null });
      return gone;
    });
  }

  async #seenBy(viewer: UserViewer): Promise<SeenBy> {
    const { restricted, key } = await this.#system.dataAccess.of(viewer);
    return restricted ? key : null;
  }

  async #answered(
    viewer: UserViewer,
    { id, widgets, persona }: DashboardRow,
    handedIn: ReadonlyMap<string, Json> | null,
  ): Promise<KeptWidget[]> {
    const leftOut = handedIn === null ? OPERATION_LEFT_OUT.BY_SCHEDULE : OPERATION_LEFT_OUT.BY_HAND;
    const asked = widgets.filter(({ view }) => view == null).map(({ question }) => ({ question, persona: persona ?? null }));
    const answers = await this.#asking.answerAll(viewer, asked);
    return widgets.map((widget) =>
      keptWidget(widget, widget.view == null ? (answers.shift() ?? null) : null, {
        data: handedIn?.get(savedWidgetId(id, widget.id)),
        leftOut,
      }),
    );
  }
}
