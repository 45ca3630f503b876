import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { approvalLoader } from '../approval/approval.loader.ts';
import type { ApprovalService } from '../approval/approval.service.ts';
import { Approval } from '../approval/approval.type.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { RunEvent, RunEventConnection, toRunEvent, type RunDomainEvent } from './run-event.type.ts';
import { runEventsOf } from './run-events.loader.ts';
import type { RunEventsService } from './run-events.service.ts';

@Resolver(() => RunEvent)
export class RunEventsResolver {
  private readonly runs: RunService;
  private readonly approvals: ApprovalService;

  constructor(runs: RunService, approvals: ApprovalService) {
    this.runs = runs;
    this.approvals = approvals;
  }

  @Subscription(() => RunEvent, {
    ...throughGateway,
    description: 'What a run does, from now on or after a cursor; completes when the run has ended and everything was told.',
  })
  runEvents(
    @Root() event: RunDomainEvent,
    @Arg('runId', () => ID, { description: 'Id of the run.' }) _runId: string,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
    @Arg('fromStart', () => Boolean, {
      defaultValue: false,
      description: 'Without a cursor: also what has happened before, as far as it is kept.',
    })
    _fromStart: boolean,
  ): RunEvent {
    return toRunEvent(event);
  }

  @FieldResolver(() => Run, { description: 'The run as it stands now.' })
  run(@Root() { runId }: RunEvent, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The decision it is about, as it stands now; null when it is about none.' })
  approval(@Root() { approvalId }: RunEvent, @Ctx() { viewer, loaders }: GraphContext): Promise<Approval | null> | null {
    return approvalId === null ? null : approvalLoader(loaders, this.approvals, requireUser(viewer)).load(approvalId);
  }
}

@Resolver(() => Run)
export class RunHistoryResolver {
  private readonly service: RunEventsService;

  constructor(service: RunEventsService) {
    this.service = service;
  }

  @FieldResolver(() => RunEventConnection, { description: 'What happened to it, oldest first; events are kept for some days.' })
  events(
    @Root() { id }: Run,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<RunEvent>> {
    return runEventsOf(loaders, this.service, requireUser(viewer), { runId: id, first, after: after ?? null });
  }
}
