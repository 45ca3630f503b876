import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import { z } from 'zod';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type StreamOpener, throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { ConnectionService } from '../connections/connection.service.ts';
import { Connection } from '../connections/connection.type.ts';
import { connectionLoader } from '../loaders.ts';
import { type FlowService, toFlowChange } from './flow.service.ts';
import { Flow, FlowBottleneck, FlowChange } from './flow.type.ts';

const MINUTES = 'How many minutes back to look, 1 to 10 080 (7 days).';

@Resolver(() => Flow)
export class FlowResolver {
  private readonly service: FlowService;

  constructor(service: FlowService) {
    this.service = service;
  }

  @Query(() => Flow, {
    description:
      'Records on their way from sources to metrics and agents, stage by stage, and where they lose most time. Errors: CONNECTION_NOT_FOUND.',
  })
  flow(
    @Ctx() { viewer }: GraphContext,
    @Arg('minutes', () => Int, { defaultValue: 60, description: MINUTES }) minutes: number,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only records of this connection.' }) connectionId: string | null,
  ): Promise<Flow> {
    return this.service.flow(requireUser(viewer), minutes, connectionId ?? null);
  }

  @Subscription(() => FlowChange, {
    ...throughGateway,
    description: 'Told when records move on, every two seconds at most, from now on or after a cursor; silent while nothing moves.',
  })
  flowChanged(
    @Root() event: DomainEvent<'connectors.flow-changed'>,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
  ): FlowChange {
    return toFlowChange(event);
  }
}

@Resolver(() => FlowChange)
export class FlowChangeResolver {
  private readonly service: FlowService;

  constructor(service: FlowService) {
    this.service = service;
  }

  @FieldResolver(() => Flow, { description: 'The flow as it is now.' })
  flow(
    @Ctx() { viewer }: GraphContext,
    @Arg('minutes', () => Int, { defaultValue: 60, description: MINUTES }) minutes: number,
  ): Promise<Flow> {
    return this.service.flow(requireUser(viewer), minutes, null);
  }
}

@Resolver(() => FlowBottleneck)
export class FlowBottleneckResolver {
  private readonly connections: ConnectionService;

  constructor(connections: ConnectionService) {
    this.connections = connections;
  }

  @FieldResolver(() => Connection, { nullable: true, description: 'Whose records they are; null when that cannot be told.' })
  connection(@Root() { connectionId }: FlowBottleneck, @Ctx() context: GraphContext): Promise<Connection | null> | null {
    return connectionId === null ? null : connectionLoader(context, this.connections).load(connectionId);
  }
}

const following = z.object({ after: z.string().nullish() });

/** What the subscription follows. */
export const flowStream =
  (service: FlowService): StreamOpener =>
  async (args, { viewer }) =>
    service.open(requireUser(viewer), following.parse(args).after ?? null);
