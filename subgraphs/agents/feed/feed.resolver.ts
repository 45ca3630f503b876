import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import type { ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { approvalLoader } from '../approval/approval.loader.ts';
import type { ApprovalService } from '../approval/approval.service.ts';
import { Approval } from '../approval/approval.type.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { Connection, referTo } from '../run/stubs.type.ts';
import { FeedEvent, FeedEventConnection, FeedFilterInput } from './feed-event.type.ts';
import { toFeedEvent, type FeedService } from './feed.service.ts';

interface Services {
  feed: FeedService;
  runs: RunService;
  approvals: ApprovalService;
}

@Resolver(() => FeedEvent)
export class FeedResolver {
  private readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  @Subscription(() => FeedEvent, {
    ...throughGateway,
    description: 'What happens in the tenant, from now on or after a cursor: runs, connections, mappings, approvals, dashboards.',
  })
  tenantFeed(
    @Root() event: DomainEvent,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
    @Arg('filter', () => FeedFilterInput, { nullable: true, description: 'Only what fits.' }) _filter: FeedFilterInput | null,
  ): FeedEvent {
    return toFeedEvent(event);
  }

  @Query(() => FeedEventConnection, { description: 'What happened in the tenant, newest first; events are kept for some days.' })
  feed(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 30, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('filter', () => FeedFilterInput, { nullable: true, description: 'Only what fits.' }) filter: FeedFilterInput | null,
  ): Promise<ConnectionOf<FeedEvent>> {
    const { kinds = null, severities = null, agentId = null } = filter ?? {};
    return this.services.feed.page(requireUser(viewer), { kinds, severities, agentId }, first, after ?? null);
  }

  @FieldResolver(() => Connection, { nullable: true, description: 'The connection it is about; null when it is about none.' })
  connection(@Root() { connectionId }: FeedEvent): Connection | null {
    return connectionId === null ? null : referTo(Connection, connectionId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it is about, as it stands now; null when it is about none.' })
  run(@Root() { runId }: FeedEvent, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> | null {
    return runId === null ? null : runLoader(loaders, this.services.runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The decision it is about, as it stands now; null when it is about none.' })
  approval(@Root() { approvalId }: FeedEvent, @Ctx() { viewer, loaders }: GraphContext): Promise<Approval | null> | null {
    return approvalId === null ? null : approvalLoader(loaders, this.services.approvals, requireUser(viewer)).load(approvalId);
  }
}
