import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { ingressErrors } from '../../../kernel/privacy/privacy.errors.ts';
import { requireUser, type UserViewer } from '../../../kernel/viewer/viewer.ts';
import type { QuestionGuard } from '../../privacy/question-guard.ts';
import { DashboardConflict } from '../dashboard.type.ts';
import { savedDashboardOf } from '../show.ts';
import { refinedOf } from './boards.ts';
import type { RefineOutcome, RefineService } from './refine.service.ts';
import { CrossFilterInput, RefineDashboardInput, RefineDashboardResult, type RefinedDashboard } from './refine.type.ts';

@Resolver()
export class RefineResolver {
  readonly #refining: RefineService;
  readonly #guard: QuestionGuard;

  constructor(refining: RefineService, guard: QuestionGuard) {
    this.#refining = refining;
    this.#guard = guard;
  }

  @Query(() => RefineDashboardResult, {
    description:
      'A dashboard changed as a sentence says: add, remove, replace, resize, move, rename, chart type, split, filter, period, compare, sort, undo. Nothing is saved.',
  })
  async refineDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => RefineDashboardInput, { description: 'What to refine, and how.' }) input: RefineDashboardInput,
  ): Promise<RefinedDashboard | DashboardConflict | InputRefused> {
    const user = requireUser(viewer);
    const text = await this.#allowed(user, input.text);
    if (typeof text !== 'string') return text;
    return shownOutcome(user, await this.#refining.refine(user, Object.assign(new RefineDashboardInput(), input, { text })));
  }

  @Query(() => RefineDashboardResult, {
    description:
      'A dashboard whose other widgets show a value only that was picked in one of them. Nothing is saved; the dashboard before takes it back.',
  })
  async crossFilterDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CrossFilterInput, { description: 'The value, and where it was picked.' }) input: CrossFilterInput,
  ): Promise<RefinedDashboard | DashboardConflict | InputRefused> {
    const user = requireUser(viewer);
    const value = await this.#allowed(user, input.value);
    if (typeof value !== 'string') return value;
    return shownOutcome(user, await this.#refining.crossFilter(user, Object.assign(new CrossFilterInput(), input, { value })));
  }

  /** A text as it may be used, or why it may not. */
  async #allowed({ tenantId }: UserViewer, text: string): Promise<string | InputRefused> {
    const allowed = await this.#guard.question(tenantId, text);
    if (typeof allowed === 'string') return allowed;
    const problem = inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: '' }), 'text');
    return inputRefused([Object.assign(problem, { message: allowed.text })]);
  }
}

/** A refinement, a conflict or a refusal as the graph shows it. */
function shownOutcome({ tenantId }: UserViewer, outcome: RefineOutcome): RefinedDashboard | DashboardConflict | InputRefused {
  switch (outcome.kind) {
    case 'refined':
      return refinedOf(outcome.before, outcome.refined, tenantId);
    case 'conflict':
      return Object.assign(new DashboardConflict(), { current: savedDashboardOf(outcome.current) });
    case 'refused':
      return inputRefused(outcome.problems);
  }
}
