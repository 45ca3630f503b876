import { Arg, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import { streamCursor, sequenceAfter } from '../../kernel/events/stream-cursor.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type StreamOpener, throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Metric, metricOf } from '../metrics/metric.type.ts';
import { alertShown } from './show.ts';
import type { WatchService } from './watch.service.ts';
import { MetricAlert, MetricAlerted, MetricsChanged } from './watch.type.ts';

const ALERTS = 'metric-alerts';
const CHANGES = 'metric-changes';
const AFTER = 'Cursor of the last event that is known already.';
const ONE = { limit: 1, after: null };

@Resolver(() => MetricAlerted)
export class MetricAlertedResolver {
  private readonly service: WatchService;

  constructor(service: WatchService) {
    this.service = service;
  }

  @Subscription(() => MetricAlerted, {
    ...throughGateway,
    description: 'Told when a watch finds something, from now on or after a cursor: nothing is left out, nothing comes twice.',
  })
  metricAlerted(
    @Root() event: DomainEvent<'insights.metric-alerted'>,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): MetricAlerted {
    return Object.assign(new MetricAlerted(), { cursor: streamCursor(ALERTS, event.sequence), alertId: event.payload.alertId });
  }

  @FieldResolver(() => MetricAlert, { nullable: true, description: 'What it found; null when its watch is gone.' })
  async alert(@Ctx() { viewer }: GraphContext, @Root() { alertId }: MetricAlerted): Promise<MetricAlert | null> {
    const user = requireUser(viewer);
    const [found] = (await this.service.alerts(user, ONE, { watchId: null, alertId })).nodes;
    return found === undefined ? null : alertShown(await this.service.known(user), found);
  }
}

@Resolver(() => MetricsChanged)
export class MetricsChangedResolver {
  private readonly service: WatchService;

  constructor(service: WatchService) {
    this.service = service;
  }

  @Subscription(() => MetricsChanged, {
    ...throughGateway,
    description: 'Told when the data behind metrics have changed, from now on or after a cursor: nothing is left out, nothing comes twice.',
  })
  metricChanged(
    @Root() event: DomainEvent<'insights.metrics-refreshed'>,
    @Arg('metrics', () => [String], { nullable: true, description: 'Names of the metrics that are of interest; left out: all.' }) metrics:
      | string[]
      | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after: string | null,
  ): MetricsChanged {
    const wanted = metrics == null ? null : new Set(metrics);
    const names = (event.payload.metrics ?? []).map(({ name }) => name).filter((name) => wanted === null || wanted.has(name));
    return Object.assign(new MetricsChanged(), { cursor: streamCursor(CHANGES, event.sequence), at: event.occurredAt, names });
  }

  @FieldResolver(() => [Metric], { description: 'The metrics that may be different now, of those asked for.' })
  async metrics(@Ctx() { viewer }: GraphContext, @Root() { names }: MetricsChanged): Promise<Metric[]> {
    const known = await this.service.known(requireUser(viewer));
    return names.flatMap((name) => {
      const bound = known.metrics.get(name);
      return bound?.computation == null ? [] : [metricOf(known, bound)];
    });
  }
}

const following = z.object({ after: z.string().nullish() });

/** What the subscriptions follow; who sees only part of the data follows only what they watch themselves. */
export const watchStreams = (service: WatchService): Readonly<Record<string, StreamOpener>> => ({
  metricAlerted: async (args, { viewer }) => {
    const user = requireUser(viewer);
    const { after = null } = following.parse(args);
    const match = await service.mine(user);
    const selection = {
      tenantId: user.tenantId,
      topics: ['insights.metric-alerted' as const],
      match: { ...match },
      except: {},
      after: sequenceAfter(ALERTS, after),
    };
    return { selection, completes: false, mayEndWith: null };
  },
  metricChanged: (args, { viewer }) => {
    const { tenantId } = requireUser(viewer);
    const { after = null } = following.parse(args);
    const selection = {
      tenantId,
      topics: ['insights.metrics-refreshed' as const],
      match: {},
      except: {},
      after: sequenceAfter(CHANGES, after),
    };
    return Promise.resolve({ selection, completes: false, mayEndWith: null });
  },
});
