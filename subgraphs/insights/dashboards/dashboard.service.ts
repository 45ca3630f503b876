import { randomUUID } from 'node:crypto';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { insightsErrors } from '../insights.errors.ts';
import { problemsOf, storedWidgets } from './check-input.ts';
import { DashboardRow } from './dashboard.entity.ts';
import { isSavedId } from './dashboard-id.ts';
import type { SaveDashboardInput } from './dashboard.input.ts';
import { MAX_NOTE_CHARACTERS } from './limits.ts';
import { forgetSnapshots } from './snapshots/snapshot-table.ts';
import type { DashboardVersionRow } from './versions/version.entity.ts';
import { keepVersion } from './versions/version.service.ts';

/** A tenant with more has a program that saves in a loop. */
const MAX_DASHBOARDS = 1_000;

export type SaveOutcome =
  | { kind: 'saved'; row: DashboardRow }
  | { kind: 'conflict'; current: DashboardRow }
  | { kind: 'refused'; problems: InputProblem[] };

/** Saved dashboards; the only writer of `dashboard`. */
export class DashboardService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Saves a dashboard whole: a new one, or over exactly the version that was edited. Nobody's newer version is overwritten. */
  async save(viewer: UserViewer, input: SaveDashboardInput): Promise<SaveOutcome> {
    const problems = problemsOf(input);
    if (problems.length > 0) return { kind: 'refused', problems };
    const { id } = input;
    return this.system.database.unitOfWork(viewer.tenantId, (unit) =>
      id != null && isSavedId(id) ? this.change(unit, viewer, id, input) : this.add(unit, viewer, input),
    );
  }

  /** Saves an earlier version over exactly the version that was seen. */
  async restore(viewer: UserViewer, earlier: DashboardVersionRow, over: number): Promise<SaveOutcome> {
    const { dashboardId, title, sentence, widgets } = earlier;
    const note = `Version ${earlier.version} was brought back.`;
    return this.system.database.unitOfWork(viewer.tenantId, (unit) =>
      this.write(unit, viewer, { id: dashboardId, version: over, note }, { title, sentence, persona: earlier.persona ?? null, widgets }),
    );
  }

  /** @returns false when it was not there. */
  async delete(viewer: UserViewer, id: string): Promise<boolean> {
    if (!isSavedId(id)) return false;
    const { tenantId } = viewer;
    const deleted = await this.system.database.unitOfWork(tenantId, async (unit) => {
      const gone = await unit.em.nativeDelete(DashboardRow, { id, tenantId });
      if (gone > 0) await forgetSnapshots(unit, id);
      return gone;
    });
    return deleted > 0;
  }

  /** Saved dashboards by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(DashboardRow | null)[]> {
    const rows = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(DashboardRow, { id: [...ids], tenantId }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** Saved dashboards, last changed first. */
  page({ tenantId }: UserViewer, page: Page, persona: PersonaName | null = null): Promise<ConnectionOf<DashboardRow>> {
    const where = { tenantId, ...(persona === null ? {} : { persona }) };
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(
        DashboardRow,
        { ...where, ...(page.after === null ? {} : { $or: olderThan(page.after, 'updatedAt') }) },
        { orderBy: { updatedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(DashboardRow, where), (row) => [row.updatedAt.toISOString(), row.id]);
    });
  }

  private async add(unit: UnitOfWork, viewer: UserViewer, input: SaveDashboardInput): Promise<SaveOutcome> {
    const { tenantId, userId } = viewer;
    if ((await unit.em.count(DashboardRow, { tenantId })) >= MAX_DASHBOARDS)
      return { kind: 'refused', problems: [inputProblem(insightsErrors.TOO_MANY_DASHBOARDS({ max: MAX_DASHBOARDS }))] };
    const id = randomUUID();
    const now = this.system.clock();
    const row = unit.em.create(DashboardRow, {
      id,
      tenantId,
      ...contents(input, id),
      version: 1,
      createdBy: userId,
      updatedBy: userId,
      createdAt: now,
      updatedAt: now,
    });
    await unit.em.persist(row).flush();
    await keepVersion(unit, row, noteOf(input));
    unit.emit('insights.dashboard-saved', { dashboardId: id, title: row.title, version: 1, savedBy: userId });
    return { kind: 'saved', row };
  }

  private change(unit: UnitOfWork, viewer: UserViewer, id: string, input: SaveDashboardInput): Promise<SaveOutcome> {
    return this.write(unit, viewer, { id, version: input.version, note: noteOf(input) }, contents(input, id));
  }

  private async write(unit: UnitOfWork, { tenantId, userId }: UserViewer, over: Over, what: Contents): Promise<SaveOutcome> {
    const { id } = over;
    const version = over.version + 1;
    const changed = await unit.em.nativeUpdate(
      DashboardRow,
      { id, tenantId, version: over.version },
      { ...what, version, updatedBy: userId, updatedAt: this.system.clock() },
    );
    const row = await unit.em.findOne(DashboardRow, { id, tenantId });
    if (row === null) return { kind: 'refused', problems: [inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'id')] };
    if (changed === 0) return { kind: 'conflict', current: row };
    await keepVersion(unit, row, over.note);
    unit.emit('insights.dashboard-saved', { dashboardId: id, title: row.title, version, savedBy: userId });
    return { kind: 'saved', row };
  }
}

/** What is written over which version, and what is said about it. */
interface Over {
  id: string;
  version: number;
  note: string | null;
}
type Contents = Pick<DashboardRow, 'title' | 'sentence' | 'widgets'> & { persona: PersonaName | null };

const noteOf = ({ note }: SaveDashboardInput): string | null => note?.trim().slice(0, MAX_NOTE_CHARACTERS) || null;

function contents(input: SaveDashboardInput, id: string): Contents {
  return {
    title: input.title.trim(),
    sentence: input.sentence.trim(),
    persona: input.persona ?? null,
    widgets: storedWidgets(input, id),
  };
}
