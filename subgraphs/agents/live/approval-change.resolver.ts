import { Arg, Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { throughGateway } from '../../kernel/federation/subscriptions.ts';
import type { DomainEvent } from '../../kernel/outbox/consumer.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { approvalLoader } from '../approval/approval.loader.ts';
import type { ApprovalService } from '../approval/approval.service.ts';
import { Approval } from '../approval/approval.type.ts';
import { ApprovalChange, toApprovalChange } from './approval-change.type.ts';

@Resolver(() => ApprovalChange)
export class ApprovalChangeResolver {
  private readonly approvals: ApprovalService;

  constructor(approvals: ApprovalService) {
    this.approvals = approvals;
  }

  @Subscription(() => ApprovalChange, {
    ...throughGateway,
    description: 'What is asked, escalated and decided in the tenant, from now on or after a cursor.',
  })
  approvalChanged(
    @Root() event: DomainEvent<'approvals.changed'>,
    @Arg('after', () => String, { nullable: true, description: 'Cursor of the last event that is known already.' }) _after: string | null,
  ): ApprovalChange {
    return toApprovalChange(event);
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The approval as it stands now; null when it is not kept any more.' })
  approval(@Root() { approvalId }: ApprovalChange, @Ctx() { viewer, loaders }: GraphContext): Promise<Approval | null> {
    return approvalLoader(loaders, this.approvals, requireUser(viewer)).load(approvalId);
  }
}
