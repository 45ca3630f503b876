import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import { referTo, User } from '../run/stubs.type.ts';
import { approvalLoader } from './approval.loader.ts';
import type { ApprovalService } from './approval.service.ts';
import { Approval, ApprovalConnection, ApprovalHappening, ApprovalStatus } from './approval.type.ts';
import { obstacleError } from './decide.service.ts';
import { rightToDecide } from './right-to-decide.ts';

interface Services {
  approvals: ApprovalService;
  runs: RunService;
  agents: AgentService;
}

@Resolver(() => Approval)
export class ApprovalResolver {
  private readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  @Query(() => ApprovalConnection, { description: 'What agents asked for, newest first.' })
  approvals(
    @Ctx() { viewer }: GraphContext,
    @Arg('status', () => ApprovalStatus, { nullable: true, description: 'Only those that stand like this.' }) status: ApprovalStatus | null,
    @Arg('agentId', () => ID, { nullable: true, description: 'Only those this agent asked for.' }) agentId: string | null,
    @Arg('runId', () => ID, { nullable: true, description: 'Only those of steps of this run.' }) runId: string | null,
    @Arg('mine', () => Boolean, { defaultValue: false, description: 'Only those that wait for you.' }) mine: boolean,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Approval>> {
    const filter = { status: status ?? null, agentId: agentId ?? null, runId: runId ?? null, mine };
    return this.services.approvals.page(requireUser(viewer), filter, pageOf(first, after));
  }

  @Query(() => Approval, { nullable: true, description: 'One approval; null when there is none with this id.' })
  approval(
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the approval.' }) id: string,
  ): Promise<Approval | null> {
    return approvalLoader(loaders, this.services.approvals, requireUser(viewer)).load(id);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that waits, or waited, for it.' })
  run(@Root() { id, runId }: Approval, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runId === null
      ? runLoader(loaders, this.services.runs, requireUser(viewer), 'approvalId').load(id)
      : runLoader(loaders, this.services.runs, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The agent whose step waits for it; null when no step does.' })
  agent(@Root() { agentId }: Approval, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> | null {
    return agentId === null ? null : agentLoader(loaders, this.services.agents, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who decided; null when nobody did.' })
  decidedBy(@Root() { deciderId }: Approval): User | null {
    return deciderId === null ? null : referTo(User, deciderId);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who had the agent do it; null when nobody did.' })
  startedBy(@Root() { starterId }: Approval): User | null {
    return starterId === null ? null : referTo(User, starterId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you may decide it now.' })
  canDecide(@Root() { status, asked }: Approval, @Ctx() { viewer }: GraphContext): boolean {
    return status === 'PENDING' && rightToDecide(asked, requireUser(viewer)).kind !== 'MAY_NOT';
  }

  @FieldResolver(() => Boolean, { description: 'Whether you would take it over from those who are accountable, and have to say why.' })
  needsReason(@Root() { status, asked }: Approval, @Ctx() { viewer }: GraphContext): boolean {
    return status === 'PENDING' && rightToDecide(asked, requireUser(viewer)).kind === 'TAKE_OVER';
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why you cannot decide it; null when you can, or it is decided.' })
  whyNot(@Root() { status, asked }: Approval, @Ctx() { viewer }: GraphContext): string | null {
    const right = rightToDecide(asked, requireUser(viewer));
    return status !== 'PENDING' || right.kind !== 'MAY_NOT' ? null : obstacleError(right.obstacle).message;
  }
}

@Resolver(() => ApprovalHappening)
export class ApprovalHappeningResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who did it; null when nobody did.' })
  by(@Root() { userId }: ApprovalHappening): User | null {
    return userId === null ? null : referTo(User, userId);
  }
}
