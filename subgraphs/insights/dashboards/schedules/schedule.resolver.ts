import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../../kernel/federation/context.ts';
import { requireUser } from '../../../kernel/viewer/viewer.ts';
import { Dashboard, User } from '../dashboard.type.ts';
import { savedDashboardOf } from '../show.ts';
import type { ScheduleService } from './schedule.service.ts';
import { DashboardSchedule, DashboardScheduled, DashboardScheduleInput, SetDashboardScheduleResult } from './schedule.type.ts';

@Resolver(() => Dashboard)
export class DashboardScheduleResolver {
  readonly #schedules: ScheduleService;

  constructor(schedules: ScheduleService) {
    this.#schedules = schedules;
  }

  @FieldResolver(() => DashboardSchedule, { nullable: true, description: 'When snapshots of it are taken by themselves; null: never.' })
  async schedule(@Root() { id, saved }: Dashboard, @Ctx() { viewer, loaders }: GraphContext): Promise<DashboardSchedule | null> {
    if (!saved) return null;
    const user = requireUser(viewer);
    const row = await loaders.get('insights.dashboard-schedules', (ids: readonly string[]) => this.#schedules.load(user, ids)).load(id);
    if (row === null) return null;
    return Object.assign(new DashboardSchedule(), {
      cron: row.cron,
      timeZone: row.timeZone,
      nextAt: row.nextAt,
      lastStartedAt: row.lastStartedAt ?? null,
      problem: row.problem == null ? null : { field: null, ...row.problem },
      setBy: Object.assign(new User(), { id: row.setBy }),
    });
  }

  @Mutation(() => SetDashboardScheduleResult, {
    description: 'Says when snapshots of a saved dashboard are taken by themselves, as you see it.',
  })
  async setDashboardSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('dashboardId', () => ID, { description: 'The saved dashboard.' }) dashboardId: string,
    @Arg('schedule', () => DashboardScheduleInput, { nullable: true, description: 'When; left out or null: never.' })
    schedule?: DashboardScheduleInput | null,
  ): Promise<DashboardScheduled | InputRefused> {
    const wish = schedule == null ? null : { cron: schedule.cron, timeZone: schedule.timeZone ?? null };
    const result = await this.#schedules.set(requireUser(viewer), dashboardId, wish);
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new DashboardScheduled(), { dashboard: savedDashboardOf(result) });
  }
}
