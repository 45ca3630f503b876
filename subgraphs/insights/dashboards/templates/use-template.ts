import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { Declined } from '../../ask/answer.type.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import type { OverviewService } from '../overview.service.ts';
import { boardOfLoose, refinedOf } from '../refine/boards.ts';
import type { Board } from '../refine/board.ts';
import { MAX_TEXT_CHARACTERS } from '../refine/refine.ts';
import type { RefineService } from '../refine/refine.service.ts';
import type { RefinedDashboard } from '../refine/refine.type.ts';
import type { TemplateService } from './template.service.ts';

const MAX_CHANGES = 8;

/** Makes dashboards of templates. */
export class TemplateUse {
  readonly #templates: TemplateService;
  readonly #overviews: OverviewService;
  readonly #refining: RefineService;

  constructor(parts: { templates: TemplateService; overviews: OverviewService; refining: RefineService }) {
    this.#templates = parts.templates;
    this.#overviews = parts.overviews;
    this.#refining = parts.refining;
  }

  /** The dashboard of a template with these changes; changes that cannot be made are told as its problems. */
  async use(viewer: UserViewer, id: string, changes: readonly string[]): Promise<RefinedDashboard | Declined | InputRefused> {
    if (changes.length > MAX_CHANGES || changes.some((change) => change.length > MAX_TEXT_CHARACTERS)) {
      const reason = `At most ${MAX_CHANGES} changes of ${MAX_TEXT_CHARACTERS} characters can be made.`;
      return inputRefused([inputProblem(dashboardErrors.TEMPLATE_INVALID({ reason }), 'changes')]);
    }
    const template = await this.#templates.one(viewer, id);
    if (template === null) return inputRefused([inputProblem(dashboardErrors.TEMPLATE_NOT_FOUND({}), 'id')]);
    const name = template.kind === 'own' ? template.row.name : template.template.name;
    const board =
      template.kind === 'own'
        ? boardOfLoose({ title: name, sentence: '', persona: template.row.persona ?? null, widgets: template.row.widgets }, viewer.tenantId)
        : await this.#made(viewer, template.template);
    if (board instanceof Declined) return board;
    const outcome = await this.#refining.apply(viewer, board, changes);
    const refined =
      outcome.kind === 'refined' ? outcome.refined : { board, done: [], problems: outcome.kind === 'refused' ? outcome.problems : [] };
    return refinedOf(board, { ...refined, done: [`Made of the template “${name}”.`, ...refined.done] }, viewer.tenantId);
  }

  async #made(viewer: UserViewer, { sentence, persona }: { sentence: string; persona: Board['persona'] }): Promise<Board | Declined> {
    const made = await this.#overviews.make(viewer, sentence, persona);
    if (made instanceof Declined) return made;
    return boardOfLoose({ title: made.title, sentence, persona: made.persona, widgets: made.widgets }, viewer.tenantId);
  }
}
