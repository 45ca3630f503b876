import { LockMode } from '@mikro-orm/core';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { checkMetric } from './check-metric.ts';
import { namesOf, parseFormula } from './formula.ts';
import type { MetricDefinition } from './metric-definition.ts';
import { metricDefinitionSchema } from './metric-definition.ts';
import type { MetricSpec } from './metric-spec.type.ts';
import { metricErrors } from './metrics.errors.ts';
import { MAX_OWN_METRICS } from './own-definitions.ts';
import { OwnMetricRow, OwnMetricVersionRow } from './own-metric.entity.ts';

const problem = (error: Parameters<typeof inputProblem>[0], field: string | null = null): InputProblem[] => [inputProblem(error, field)];

/** Metrics that tenants define themselves; the only writer of `own_metric` and `own_metric_version`. */
export class OwnMetricService {
  private readonly system: Pick<System, 'database' | 'clock'>;
  private readonly knowledge: KnowledgeService;

  constructor(system: Pick<System, 'database' | 'clock'>, knowledge: KnowledgeService) {
    this.system = system;
    this.knowledge = knowledge;
  }

  /** Saves a definition over exactly the version that was edited (0: a new one). @returns its name, or what has to be corrected */
  async save(viewer: UserViewer, input: MetricSpec, version: number): Promise<string | InputProblem[]> {
    const checked = checkMetric(await this.knowledge.of(viewer), input, Math.max(1, version + 1));
    if (checked.definition === null) return checked.problems;
    return this.keep(viewer, checked.definition, version);
  }

  /** Makes an older version the newest one. @returns its name, or why not */
  async restore(viewer: UserViewer, name: string, version: number): Promise<string | InputProblem[]> {
    const { tenantId } = viewer;
    const [old, now] = await this.system.database.unitOfWork(tenantId, async ({ em }) => [
      await em.findOne(OwnMetricVersionRow, { tenantId, name, version }),
      await em.findOne(OwnMetricRow, { tenantId, name }),
    ]);
    const parsed = old === null || old === undefined ? null : metricDefinitionSchema.safeParse(old.definition);
    if (parsed === null || !parsed.success || now == null) return problem(metricErrors.METRIC_NOT_FOUND({}), 'version');
    return this.keep(viewer, parsed.data, now.version);
  }

  /** Takes a metric away; a built-in one of its name holds again. @returns its name, or why not */
  async remove(viewer: UserViewer, name: string): Promise<string | InputProblem[]> {
    const { tenantId, userId } = viewer;
    const known = await this.knowledge.of(viewer);
    const shipped = this.knowledge.isShipped(name);
    const users = [...known.metrics.values()].filter(
      ({ definition }) => definition.formula !== undefined && namesOf(parseFormula(definition.formula)).includes(name),
    );
    const [user] = users;
    if (user !== undefined && !shipped) return problem(metricErrors.METRIC_IN_USE({ by: user.definition.label }), 'name');
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(OwnMetricRow, { tenantId, name, removed: false }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) return problem(metricErrors.METRIC_NOT_FOUND({}), 'name');
      Object.assign(row, { removed: true, version: row.version + 1, changedBy: userId, changedAt: this.system.clock() });
      await em.flush();
      return name;
    });
  }

  /** Versions of a metric, newest first. */
  versions({ tenantId }: UserViewer, name: string, page: Page): Promise<ConnectionOf<OwnMetricVersionRow>> {
    const before = page.after === null ? null : Number(page.after[0]);
    if (before !== null && !Number.isInteger(before)) throw commonErrors.BAD_CURSOR({});
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const all = { tenantId, name };
      const rows = await em.find(OwnMetricVersionRow, before === null ? all : { ...all, version: { $lt: before } }, {
        orderBy: { version: 'desc' },
        limit: page.limit + 1,
      });
      return connectionFrom(page, rows, await em.count(OwnMetricVersionRow, all), ({ version }) => [String(version)]);
    });
  }

  private keep(viewer: UserViewer, definition: MetricDefinition, edited: number): Promise<string | InputProblem[]> {
    const { tenantId, userId } = viewer;
    const { name } = definition;
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(OwnMetricRow, { tenantId, name }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      // One that was removed begins anew, behind the versions it had.
      if (row !== null && !row.removed && row.version !== edited)
        return problem(metricErrors.METRIC_CHANGED({ version: row.version }), 'version');
      if (row === null && edited !== 0) return problem(metricErrors.METRIC_NOT_FOUND({}), 'version');
      if (row === null && (await em.count(OwnMetricRow, { tenantId })) >= MAX_OWN_METRICS)
        return problem(metricErrors.TOO_MANY_METRICS({ max: MAX_OWN_METRICS }));
      const version = (row?.version ?? 0) + 1;
      const kept = { definition: { ...definition, version }, version, changedBy: userId, changedAt: this.system.clock() };
      if (row === null) em.create(OwnMetricRow, { tenantId, name, removed: false, ...kept });
      else Object.assign(row, kept, { removed: false });
      em.create(OwnMetricVersionRow, { tenantId, name, ...kept });
      await em.flush();
      return name;
    });
  }
}
