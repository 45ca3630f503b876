import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { type InputProblem, inputProblem, type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { agentScheduleErrors } from './schedule.errors.ts';
import type { ScheduleService } from './schedule.service.ts';
import {
  RemoveScheduleResult,
  RunScheduleResult,
  SaveScheduleInput,
  SaveScheduleResult,
  Schedule,
  ScheduleConnection,
  ScheduleFired,
  ScheduleFiring,
  ScheduleFiringConnection,
  SchedulePreview,
  ScheduleRemoved,
  ScheduleSaved,
} from './schedule.type.ts';
import type { Scheduler } from './scheduler.ts';
import { timingWish } from './schedule-input.ts';
import { momentsAfter, readCron, readTiming } from './timing.ts';

const MAX_MOMENTS = 50;
const ID_ARGUMENT = { description: 'Its id.' };

export interface ScheduleServices {
  schedules: ScheduleService;
  scheduler: Scheduler;
  agents: AgentService;
  runs: RunService;
  clock: () => Date;
}

@Resolver(() => Schedule)
export class ScheduleResolver {
  readonly #services: ScheduleServices;

  constructor(services: ScheduleServices) {
    this.#services = services;
  }

  @Query(() => ScheduleConnection, { description: 'When agents begin workflows by themselves, the oldest schedule first.' })
  schedules(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('agentId', () => ID, { nullable: true, description: 'Only of this agent.' }) agentId: string | null,
  ): Promise<ConnectionOf<Schedule>> {
    return this.#services.schedules.page(requireUser(viewer), agentId ?? null, pageOf(first, after));
  }

  @Query(() => Schedule, { nullable: true, description: 'One schedule; null when there is none with this id.' })
  async schedule(@Ctx() { viewer }: GraphContext, @Arg('id', () => ID, ID_ARGUMENT) id: string): Promise<Schedule | null> {
    const [found] = await this.#services.schedules.load(requireUser(viewer), [id]);
    return found ?? null;
  }

  @Query(() => SchedulePreview, { description: 'The next moments that a cron expression names, or what is wrong with it.' })
  async schedulePreview(
    @Arg('cron', () => String, { description: 'Minute, hour, day, month, weekday.' }) cron: string,
    @Ctx() { viewer }: GraphContext,
    @Arg('timeZone', () => String, { nullable: true, description: 'The time zone, by its IANA name; left out: the tenant’s.' }) timeZone:
      | string
      | null,
    @Arg('count', () => Int, { defaultValue: 5, description: `How many, 1 to ${MAX_MOMENTS}.` }) count: number,
  ): Promise<SchedulePreview> {
    const now = this.#services.clock();
    const timing = readCron(cron, timeZone ?? (await this.#services.schedules.timeZone(requireUser(viewer))), now);
    return 'error' in timing
      ? { times: [], problem: inputProblem(timing.error, timing.field) }
      : { times: momentsAfter(timing, now, atMost(count)), problem: null };
  }

  @Mutation(() => SaveScheduleResult, {
    description:
      'Makes or changes a schedule; it is on then. Errors: AGENT_SCHEDULE_INVALID, AGENT_SCHEDULE_CRON_INVALID, AGENT_SCHEDULE_ZONE_UNKNOWN, AGENT_SCHEDULE_IN_THE_PAST, AGENT_SCHEDULE_UNKNOWN, AGENT_SCHEDULE_CHANGED_MEANWHILE, TOO_MANY_AGENT_SCHEDULES, WORKFLOW_NOT_FOUND, WORKFLOW_INPUT_INVALID.',
  })
  async saveSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveScheduleInput, { description: 'What it is to be.' }) input: SaveScheduleInput,
  ): Promise<ScheduleSaved | InputRefused> {
    return saved(await this.#services.schedules.save(requireUser(viewer), input));
  }

  @Mutation(() => SaveScheduleResult, { description: 'Switches a schedule off. Errors: AGENT_SCHEDULE_UNKNOWN.' })
  async pauseSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
  ): Promise<ScheduleSaved | InputRefused> {
    return saved(await this.#services.schedules.pause(requireUser(viewer), id));
  }

  @Mutation(() => SaveScheduleResult, {
    description: 'Switches a schedule on again, from its next moment on. Errors: AGENT_SCHEDULE_UNKNOWN, AGENT_SCHEDULE_OVER.',
  })
  async resumeSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
  ): Promise<ScheduleSaved | InputRefused> {
    const user = requireUser(viewer);
    const resumed = await this.#services.schedules.resume(user, id);
    if (!Array.isArray(resumed)) await this.#services.scheduler.fireWaiting(user.tenantId, resumed.id);
    return saved(resumed);
  }

  @Mutation(() => RemoveScheduleResult, { description: 'Removes a schedule with its history. Errors: AGENT_SCHEDULE_UNKNOWN.' })
  async removeSchedule(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
  ): Promise<ScheduleRemoved | InputRefused> {
    return (await this.#services.schedules.remove(requireUser(viewer), id))
      ? Object.assign(new ScheduleRemoved(), { id })
      : inputRefused([inputProblem(agentScheduleErrors.AGENT_SCHEDULE_UNKNOWN({}), 'id')]);
  }

  @Mutation(() => RunScheduleResult, {
    description: 'Begins a run of a schedule now, also when it is paused. Errors: AGENT_SCHEDULE_UNKNOWN, and why a workflow cannot begin.',
  })
  async runScheduleNow(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, ID_ARGUMENT) id: string,
  ): Promise<ScheduleFired | InputRefused> {
    const fired = await this.#services.schedules.runNow(requireUser(viewer), id);
    return Array.isArray(fired) ? inputRefused(fired) : Object.assign(new ScheduleFired(), fired);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent that does it.' })
  agent(@Root() { agentId }: Schedule, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.#services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => User, { description: 'Who changed it last.' })
  updatedBy(@Root() { updatedById }: Schedule): User {
    return referTo(User, updatedById);
  }

  @FieldResolver(() => [GraphQLDateTime], {
    description: 'The next moments at which it begins a run; none while it is off, or waits for something.',
  })
  nextTimes(
    @Root() schedule: Schedule,
    @Arg('count', () => Int, { defaultValue: 5, description: `How many, 1 to ${MAX_MOMENTS}.` }) count: number,
  ): Date[] {
    const { nextAt, timing } = schedule;
    if (nextAt === null || schedule.status !== 'ACTIVE') return [];
    const known = readTiming(timingWish(schedule, schedule.timeZone), new Date(0));
    return 'error' in known || timing === 'EVENT' ? [nextAt] : [nextAt, ...momentsAfter(known, nextAt, atMost(count) - 1)];
  }

  @FieldResolver(() => ScheduleFiringConnection, { description: 'What became of its moments, the latest first.' })
  firings(
    @Root() { id }: Schedule,
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<ConnectionOf<ScheduleFiring>> {
    return this.#services.schedules.firings(requireUser(viewer), id, pageOf(first, after));
  }
}

@Resolver(() => ScheduleFiring)
export class ScheduleFiringResolver {
  readonly #runs: RunService;

  constructor(runs: RunService) {
    this.#runs = runs;
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that was begun; null when none was.' })
  run(@Root() { id, status }: ScheduleFiring, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> | null {
    return status === 'STARTED' ? runLoader(loaders, this.#runs, requireUser(viewer), 'id').load(id) : null;
  }
}

const atMost = (count: number): number => Math.min(Math.max(1, count), MAX_MOMENTS);

const saved = (result: Schedule | InputProblem[]): ScheduleSaved | InputRefused =>
  Array.isArray(result) ? inputRefused(result) : Object.assign(new ScheduleSaved(), { schedule: result });
