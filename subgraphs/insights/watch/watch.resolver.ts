import { Arg, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { AlertValues } from './alert-values.ts';
import { alertShown, watchShown } from './show.ts';
import { watchErrors } from './watch.errors.ts';
import type { WatchService } from './watch.service.ts';
import {
  MetricAlert,
  MetricAlertConnection,
  type MetricWatch,
  MetricWatchConnection,
  MetricWatchRemoved,
  MetricWatchSaved,
  RemoveMetricWatchResult,
  SaveMetricWatchInput,
  SaveMetricWatchResult,
} from './watch.type.ts';

const FIRST = 'How many, 1 to 500.';
const AFTER = 'Where the last page ended.';

@Resolver(() => MetricAlert)
export class WatchResolver {
  private readonly service: WatchService;
  private readonly values: AlertValues;

  constructor(service: WatchService, values: AlertValues) {
    this.service = service;
    this.values = values;
  }

  @Query(() => MetricWatchConnection, {
    description: 'Metrics that are watched, the latest first; whoever sees only part of the data sees their own.',
  })
  async metricWatches(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
  ): Promise<ConnectionOf<MetricWatch>> {
    const user = requireUser(viewer);
    const page = await this.service.page(user, pageOf(first, after));
    const known = await this.service.known(user);
    const edges = page.edges.map(({ node, cursor }) => ({ node: watchShown(known, node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @Query(() => MetricAlertConnection, { description: 'What watches found, the latest first.' })
  async metricAlerts(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: FIRST }) first: number,
    @Arg('after', () => String, { nullable: true, description: AFTER }) after?: string | null,
    @Arg('watchId', () => ID, { nullable: true, description: 'Only of this watch.' }) watchId?: string | null,
  ): Promise<ConnectionOf<MetricAlert>> {
    const user = requireUser(viewer);
    const page = await this.service.alerts(user, pageOf(first, after), { watchId: watchId ?? null, alertId: null });
    const known = await this.service.known(user);
    const edges = page.edges.map(({ node, cursor }) => ({ node: alertShown(known, node), cursor }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What the metric comes to in that period today, as you may see it; null when it has no value.',
  })
  value(@Ctx() { viewer }: GraphContext, @Root() alert: MetricAlert): Promise<number | null> {
    return this.values.of(requireUser(viewer), alert);
  }

  @Mutation(() => SaveMetricWatchResult, {
    description:
      'Watches a metric: it is looked at now and whenever the data have changed, and its maker is told once for each period. Errors: METRIC_WATCH_INVALID, METRIC_WATCH_UNKNOWN.',
  })
  async saveMetricWatch(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => SaveMetricWatchInput, { description: 'The watch.' }) input: SaveMetricWatchInput,
  ): Promise<MetricWatchSaved | InputRefused> {
    const user = requireUser(viewer);
    const saved = await this.service.save(user, input);
    if (Array.isArray(saved)) return inputRefused(saved);
    return Object.assign(new MetricWatchSaved(), { watch: watchShown(await this.service.known(user), saved) });
  }

  @Mutation(() => RemoveMetricWatchResult, { description: 'Watches a metric no longer. Errors: METRIC_WATCH_UNKNOWN.' })
  async removeMetricWatch(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the watch.' }) id: string,
  ): Promise<MetricWatchRemoved | InputRefused> {
    const removed = await this.service.remove(requireUser(viewer), id);
    return removed
      ? Object.assign(new MetricWatchRemoved(), { id })
      : inputRefused([inputProblem(watchErrors.METRIC_WATCH_UNKNOWN({}), 'id')]);
  }
}
