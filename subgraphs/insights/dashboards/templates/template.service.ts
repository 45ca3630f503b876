import { randomUUID } from 'node:crypto';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { newerOrOlder } from './paging.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { stateProblems, storedWidgets } from '../check-input.ts';
import { isSavedId } from '../dashboard-id.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import type { SaveDashboardInput } from '../dashboard.input.ts';
import type { Overviews } from '../overview-file.ts';
import { builtInTemplates, type BuiltInTemplate } from './built-in.ts';
import { DashboardTemplateRow } from './template.entity.ts';

/** A tenant with more has a program that saves in a loop. */
const MAX_TEMPLATES = 200;
/** Templates of the product come behind all others: their time is the beginning of time. */
export const NO_TIME = new Date(0);

export type Template = { kind: 'own'; row: DashboardTemplateRow } | { kind: 'built-in'; template: BuiltInTemplate };

const keyOf = (one: Template): [string, string] =>
  one.kind === 'own' ? [one.row.createdAt.toISOString(), one.row.id] : [NO_TIME.toISOString(), one.template.place];

/** Templates of the product and of the tenant; the only writer of `dashboard_template`. */
export class TemplateService {
  readonly #system: System;
  readonly #builtIn: readonly BuiltInTemplate[];

  constructor(system: System, overviews: Overviews) {
    this.#system = system;
    this.#builtIn = builtInTemplates(overviews);
  }

  /** All templates: the tenant's own, newest first, then those of the product. */
  async page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<Template>> {
    const { own, builtIn } = newerOrOlder(page.after, this.#builtIn);
    const { rows, count } = await this.#system.database.unitOfWork(tenantId, async ({ em }) => ({
      rows: await em.find(
        DashboardTemplateRow,
        { tenantId, ...own },
        { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 },
      ),
      count: await em.count(DashboardTemplateRow, { tenantId }),
    }));
    const all: Template[] = [
      ...rows.map((row): Template => ({ kind: 'own', row })),
      ...builtIn.map((template): Template => ({ kind: 'built-in', template })),
    ];
    return connectionFrom(page, all.slice(0, page.limit + 1), count + this.#builtIn.length, keyOf);
  }

  /** One template; null when there is none. */
  async one({ tenantId }: UserViewer, id: string): Promise<Template | null> {
    const template = this.#builtIn.find((each) => each.id === id);
    if (template !== undefined) return { kind: 'built-in', template };
    if (!isSavedId(id)) return null;
    const row = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.findOne(DashboardTemplateRow, { id, tenantId }));
    return row === null ? null : { kind: 'own', row };
  }

  /** Keeps a template: `board.title` is its name, `board.sentence` its description. */
  async save(
    { tenantId, userId }: UserViewer,
    id: string | null,
    board: SaveDashboardInput,
  ): Promise<DashboardTemplateRow | InputProblem[]> {
    const problems = stateProblems(board);
    if (problems.length > 0)
      return problems.map((problem) => Object.assign(problem, { code: 'TEMPLATE_INVALID', field: fieldOf(problem.field) }));
    const what = {
      name: board.title.trim(),
      description: board.sentence.trim(),
      persona: board.persona ?? null,
      widgets: storedWidgets(board, '').map(({ id: _id, ...widget }) => widget),
    };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      if (id !== null) {
        const known = isSavedId(id) ? await em.findOne(DashboardTemplateRow, { id, tenantId }) : null;
        if (known === null) return [inputProblem(dashboardErrors.TEMPLATE_NOT_FOUND({}), 'id')];
        return em.assign(known, what);
      }
      if ((await em.count(DashboardTemplateRow, { tenantId })) >= MAX_TEMPLATES)
        return [inputProblem(dashboardErrors.TOO_MANY_TEMPLATES({ max: MAX_TEMPLATES }))];
      const row = em.create(DashboardTemplateRow, {
        id: randomUUID(),
        tenantId,
        ...what,
        createdBy: userId,
        createdAt: this.#system.clock(),
      });
      em.persist(row);
      return row;
    });
  }

  /** @returns false when there was none of the tenant's own. */
  async remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    if (!isSavedId(id)) return false;
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(DashboardTemplateRow, { id, tenantId });
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }
}

/** What is wrong with a part of the dashboard, as a part of the template. */
function fieldOf(field: string | null): string | null {
  if (field === 'title') return 'name';
  if (field === 'sentence') return 'description';
  return field === null ? null : `state.${field}`;
}
