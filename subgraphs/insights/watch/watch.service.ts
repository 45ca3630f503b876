import { randomUUID } from 'node:crypto';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type ConnectionOf, connectionFrom, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isSavedId as isUuid } from '../dashboards/dashboard-id.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import { MetricAlertRow, MetricWatchRow } from './watch.entity.ts';
import { watchErrors } from './watch.errors.ts';
import type { SaveMetricWatchInput } from './watch.type.ts';
import { MAX_WATCHES, type Watcher } from './watcher.ts';

const MAX_NAME_CHARACTERS = 120;
const PERCENT = 100;

/** Watched metrics; the only writer of `metric_watch`. Who sees only part of the data sees only their own watches. */
export class WatchService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  private readonly watcher: Watcher;

  constructor(system: System, knowledge: KnowledgeService, watcher: Watcher) {
    this.system = system;
    this.knowledge = knowledge;
    this.watcher = watcher;
  }

  known(viewer: UserViewer): Promise<Knowledge> {
    return this.knowledge.of(viewer);
  }

  /** Saves a watch, which is then looked at; a changed one watches with the eyes of whoever changed it. */
  async save(viewer: UserViewer, input: SaveMetricWatchInput): Promise<MetricWatchRow | InputProblem[]> {
    const { tenantId, userId, role } = viewer;
    const problems = this.problems(await this.knowledge.of(viewer), input);
    if (problems.length > 0) return problems;
    const screened = await screenTexts(this.system, tenantId, 'QUESTIONS', [input.name.trim()], true);
    if (screened.kind === 'BLOCKED') return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) }), 'name')];
    const mine = await this.mine(viewer);
    const facts = {
      name: screened.texts[0] ?? input.name.trim(),
      metric: input.metric,
      kind: input.kind,
      direction: input.direction,
      threshold:
        input.kind === 'ANOMALY' || input.threshold == null ? null : input.kind === 'CHANGE' ? input.threshold / PERCENT : input.threshold,
      grain: input.grain.toLowerCase() as CalendarUnit,
      paused: input.paused,
      createdBy: userId,
      createdRole: role,
    };
    const row = await this.system.database.unitOfWork(tenantId, async ({ em }) => {
      if (input.id == null) {
        if ((await em.count(MetricWatchRow, { tenantId })) >= MAX_WATCHES) return null;
        const made = em.create(MetricWatchRow, { id: randomUUID(), tenantId, ...facts, createdAt: this.system.clock() });
        await em.persist(made).flush();
        return made;
      }
      const found = isUuid(input.id) ? await em.findOne(MetricWatchRow, { id: input.id, tenantId, ...mine }) : null;
      if (found === null) return undefined;
      em.assign(found, facts);
      await em.flush();
      return found;
    });
    if (row === undefined) return [inputProblem(watchErrors.METRIC_WATCH_UNKNOWN({}), 'id')];
    if (row === null)
      return [
        inputProblem(
          watchErrors.METRIC_WATCH_INVALID({ reason: `${MAX_WATCHES} metrics are watched already; that is the most there can be.` }),
        ),
      ];
    await this.watcher.want(tenantId, null);
    return row;
  }

  /** @returns false when it was not there */
  async remove(viewer: UserViewer, id: string): Promise<boolean> {
    const { tenantId } = viewer;
    const mine = await this.mine(viewer);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isUuid(id) ? await em.findOne(MetricWatchRow, { id, tenantId, ...mine }) : null;
      if (row !== null) await em.remove(row).flush();
      return row !== null;
    });
  }

  /** Watches, the latest first. */
  async page(viewer: UserViewer, page: Page): Promise<ConnectionOf<MetricWatchRow>> {
    const where = { tenantId: viewer.tenantId, ...(await this.mine(viewer)) };
    return this.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const behind = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
      const rows = await em.find(
        MetricWatchRow,
        { ...where, ...behind },
        { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await em.count(MetricWatchRow, where), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /** What watches found, the latest first, each with its watch. @param watchId null: of all; @param alertId only this one */
  async alerts(
    viewer: UserViewer,
    page: Page,
    of: { watchId: string | null; alertId: string | null },
  ): Promise<ConnectionOf<{ alert: MetricAlertRow; watch: MetricWatchRow | null }>> {
    const { tenantId } = viewer;
    const mine = await this.mine(viewer);
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const watches = await em.find(MetricWatchRow, { tenantId, ...mine }, { limit: MAX_WATCHES });
      const byId = new Map(watches.map((watch) => [watch.id, watch]));
      const wanted = of.watchId === null ? [...byId.keys()] : byId.has(of.watchId) ? [of.watchId] : [];
      const where = { tenantId, watchId: { $in: wanted }, ...(of.alertId === null ? {} : { id: of.alertId }) };
      const behind = page.after === null ? {} : { $or: olderThan(page.after, 'alertedAt') };
      const rows = await em.find(
        MetricAlertRow,
        { ...where, ...behind },
        { orderBy: { alertedAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      );
      const shown = rows.map((alert) => ({ alert, watch: byId.get(alert.watchId) ?? null }));
      return connectionFrom(page, shown, await em.count(MetricAlertRow, where), ({ alert }) => [alert.alertedAt.toISOString(), alert.id]);
    });
  }

  /** The condition that leaves whoever sees part of the data what they made themselves. */
  async mine({ userId, ...viewer }: UserViewer): Promise<{ createdBy?: string }> {
    const { restricted } = await this.system.dataAccess.of({ ...viewer, userId });
    return restricted ? { createdBy: userId } : {};
  }

  private problems(knowledge: Knowledge, { name, metric, kind, threshold }: SaveMetricWatchInput): InputProblem[] {
    const problem = (field: string, reason: string): InputProblem => inputProblem(watchErrors.METRIC_WATCH_INVALID({ reason }), field);
    const length = name.trim().length;
    const bound = knowledge.metrics.get(metric);
    const needed = kind !== 'ANOMALY' && (threshold == null || !Number.isFinite(threshold) || (kind === 'CHANGE' && threshold <= 0));
    return [
      ...(length < 1 || length > MAX_NAME_CHARACTERS ? [problem('name', `A name has 1 to ${MAX_NAME_CHARACTERS} characters.`)] : []),
      ...(bound?.computation == null ? [problem('metric', `There is no metric ${metric} that the connected data can compute.`)] : []),
      ...(needed ? [problem('threshold', kind === 'CHANGE' ? 'Say by how many percent, more than 0.' : 'Say the value.')] : []),
    ];
  }
}
