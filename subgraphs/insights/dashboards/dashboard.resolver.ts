import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Declined } from '../ask/answer.type.ts';
import { insightsErrors } from '../insights.errors.ts';
import { Persona } from '../metrics/metric-enums.ts';
import { isSavedId, readBoardId, readUnsavedDashboardId } from './dashboard-id.ts';
import { SaveDashboardInput } from './dashboard.input.ts';
import type { DashboardService, SaveOutcome } from './dashboard.service.ts';
import {
  Dashboard,
  DashboardConflict,
  DashboardConnection,
  DashboardDeleted,
  DashboardResult,
  DashboardSaved,
  DeleteDashboardResult,
  OpenDashboardResult,
  SaveDashboardResult,
} from './dashboard.type.ts';
import type { OverviewService } from './overview.service.ts';
import type { QuestionGuard } from '../privacy/question-guard.ts';
import { loadDashboard } from './loaders.ts';
import { looseDashboardOf, savedDashboardOf } from './show.ts';

@Resolver(() => Dashboard)
export class DashboardResolver {
  private readonly saved: DashboardService;
  private readonly overviews: OverviewService;
  private readonly guard: QuestionGuard;

  constructor(saved: DashboardService, overviews: OverviewService, guard: QuestionGuard) {
    this.saved = saved;
    this.overviews = overviews;
    this.guard = guard;
  }

  @Query(() => DashboardResult, {
    description: 'A dashboard for a sentence: an overview ("2017 results"), a persona\'s ("CFO dashboard"), or a topic. Nothing is saved.',
  })
  async generateDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('sentence', () => String, { description: 'What it should be about, at most 1 000 characters.' }) sentence: string,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes.' }) persona?: Persona | null,
  ): Promise<Dashboard | Declined> {
    const user = requireUser(viewer);
    const allowed = await this.guard.question(user.tenantId, sentence);
    return typeof allowed === 'string' ? this.overviews.make(user, allowed, persona ?? null) : allowed;
  }

  @Query(() => Dashboard, {
    nullable: true,
    description: 'One dashboard, saved or made anew from its sentence; null when there is no such one.',
  })
  async dashboard(@Ctx() context: GraphContext, @Arg('id', () => ID, { description: 'Its id.' }) id: string): Promise<Dashboard | null> {
    return dashboardById(context, this.saved, this.overviews, id);
  }

  @Query(() => OpenDashboardResult, {
    description:
      'The dashboard of a link that somebody of your company sent you, or why it does not open. Nobody else’s links open here, whatever they are. Errors: DASHBOARD_NOT_FOUND.',
  })
  async openDashboard(
    @Ctx() context: GraphContext,
    @Arg('id', () => ID, { description: 'The id in the link.' }) id: string,
  ): Promise<Dashboard | InputRefused> {
    const found = await dashboardById(context, this.saved, this.overviews, id);
    return found ?? inputRefused([inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'id')]);
  }

  @Query(() => DashboardConnection, { description: 'Saved dashboards, last changed first.' })
  async dashboards(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<Dashboard>> {
    const page = await this.saved.page(requireUser(viewer), pageOf(first, after));
    return {
      ...page,
      nodes: page.nodes.map(savedDashboardOf),
      edges: page.edges.map(({ node, cursor }) => ({ node: savedDashboardOf(node), cursor })),
    };
  }

  @Mutation(() => SaveDashboardResult, {
    description: 'Saves a dashboard whole, over exactly the version that was edited (0: a new one). A newer version is never overwritten.',
  })
  async saveDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveDashboardInput, { description: 'The dashboard.' }) input: SaveDashboardInput,
  ): Promise<DashboardSaved | DashboardConflict | InputRefused> {
    const user = requireUser(viewer);
    const allowed = await this.guard.dashboard(user.tenantId, input);
    if (Array.isArray(allowed)) return inputRefused(allowed);
    return savedResult(await this.saved.save(user, allowed));
  }

  @Mutation(() => DeleteDashboardResult, { description: 'Deletes a saved dashboard.' })
  async deleteDashboard(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
  ): Promise<DashboardDeleted | InputRefused> {
    const deleted = await this.saved.delete(requireUser(viewer), id);
    return deleted
      ? Object.assign(new DashboardDeleted(), { id })
      : inputRefused([inputProblem(insightsErrors.DASHBOARD_NOT_FOUND({}), 'id')]);
  }
}

/** What became of a save, as the graph shows it. */
export function savedResult(outcome: SaveOutcome): DashboardSaved | DashboardConflict | InputRefused {
  switch (outcome.kind) {
    case 'saved':
      return Object.assign(new DashboardSaved(), { dashboard: savedDashboardOf(outcome.row) });
    case 'conflict':
      return Object.assign(new DashboardConflict(), { current: savedDashboardOf(outcome.current) });
    case 'refused':
      return inputRefused(outcome.problems);
  }
}

/** The dashboard of an id, saved or not; null when there is none. */
export async function dashboardById(
  context: GraphContext,
  saved: DashboardService,
  overviews: OverviewService,
  id: string,
): Promise<Dashboard | null> {
  if (isSavedId(id)) {
    const row = await loadDashboard(context, saved, id);
    return row === null ? null : savedDashboardOf(row);
  }
  const { tenantId } = requireUser(context.viewer);
  const loose = readBoardId(tenantId, id);
  if (loose !== null) return looseDashboardOf(loose, tenantId);
  const asked = readUnsavedDashboardId(id);
  if (asked === null) return null;
  const made = await overviews.make(requireUser(context.viewer), asked.sentence, asked.persona);
  return made instanceof Dashboard ? made : null;
}
