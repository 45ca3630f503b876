import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Connection } from '../connections/connection.type.ts';
import type { ScheduleRow } from './schedule.entity.ts';
import type { ScheduleService } from './schedule.service.ts';
import { ScheduleChanged, ScheduleInput, SetScheduleResult, SyncSchedule } from './schedule.type.ts';

@Resolver(() => Connection)
export class ScheduleResolver {
  private readonly schedules: ScheduleService;

  constructor(schedules: ScheduleService) {
    this.schedules = schedules;
  }

  @FieldResolver(() => SyncSchedule, { nullable: true, description: 'When it is synced by itself; null: never.' })
  async schedule(@Root() connection: Connection, @Ctx() { viewer, loaders }: GraphContext): Promise<SyncSchedule | null> {
    const load = (ids: readonly string[]): Promise<(ScheduleRow | null)[]> => this.schedules.load(requireUser(viewer), ids);
    const row = await loaders.get('connectors.schedule', load).load(connection.id);
    return row && { ...row, problem: row.problem == null ? null : { field: null, ...row.problem } };
  }

  @Mutation(() => SetScheduleResult, { description: 'Says when a connection is synced by itself. Errors: CONNECTION_NOT_FOUND.' })
  async setSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'The connection’s id.' }) id: string,
    @Arg('schedule', () => ScheduleInput, { nullable: true, description: 'When; left out or null: never.' }) schedule: ScheduleInput | null,
  ): Promise<ScheduleChanged | InputRefused> {
    const { everyMinutes = null, cron = null, timeZone = null } = schedule ?? {};
    const result = await this.schedules.set(requireUser(viewer), id, schedule == null ? null : { everyMinutes, cron, timeZone });
    return Array.isArray(result) ? inputRefused(result) : Object.assign(new ScheduleChanged(), { connection: result });
  }
}
