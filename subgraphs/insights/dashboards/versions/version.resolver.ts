import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../../kernel/pagination/page.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { dashboardErrors } from '../dashboard.errors.ts';
import type { DashboardService } from '../dashboard.service.ts';
import { savedResult } from '../dashboard.resolver.ts';
import { SaveDashboardResult, User, type DashboardConflict, type DashboardSaved } from '../dashboard.type.ts';
import { looseDashboardOf } from '../show.ts';
import type { DashboardVersionRow } from './version.entity.ts';
import type { VersionService } from './version.service.ts';
import { DashboardVersion, DashboardVersionConnection } from './version.type.ts';

const shown = (row: DashboardVersionRow): DashboardVersion =>
  Object.assign(new DashboardVersion(), {
    version: row.version,
    title: row.title,
    note: row.note ?? null,
    savedBy: Object.assign(new User(), { id: row.savedBy }),
    savedAt: row.savedAt,
    dashboard: looseDashboardOf({ ...row, persona: row.persona ?? null }, row.tenantId),
  });

@Resolver()
export class VersionResolver {
  readonly #versions: VersionService;
  readonly #saved: DashboardService;

  constructor(versions: VersionService, saved: DashboardService) {
    this.#versions = versions;
    this.#saved = saved;
  }

  @Query(() => DashboardVersionConnection, { description: 'How a saved dashboard was at each save, newest first; at most the last 100.' })
  async dashboardVersions(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'The saved dashboard.' }) dashboardId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<DashboardVersion>> {
    const page = await this.#versions.page(requireUser(viewer), dashboardId, pageOf(first, after));
    const edges = page.edges.map(({ node, cursor }) => ({ node: shown(node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Mutation(() => SaveDashboardResult, {
    description:
      'Saves an earlier version of a dashboard over exactly the version that was seen; nothing is lost, the one in between stays a version.',
  })
  async restoreDashboardVersion(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'The saved dashboard.' }) dashboardId: string,
    @Arg('version', () => Int, { description: 'The version to bring back.' }) version: number,
    @Arg('over', () => Int, { description: 'The version that is there now, as it was seen.' }) over: number,
  ): Promise<DashboardSaved | DashboardConflict | InputRefused> {
    const user = requireUser(viewer);
    const row = await this.#versions.one(user, dashboardId, version);
    if (row === null) return inputRefused([inputProblem(dashboardErrors.DASHBOARD_VERSION_NOT_FOUND({}), 'version')]);
    return savedResult(await this.#saved.restore(user, row, over));
  }
}
