import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { approvalLoader } from '../approval/approval.loader.ts';
import type { ApprovalService } from '../approval/approval.service.ts';
import { Approval } from '../approval/approval.type.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader, runsOf } from './run.loader.ts';
import type { RunService } from './run.service.ts';
import { Run, RunConnection, RunStatus } from './run.type.ts';
import { Connection, referTo } from './stubs.type.ts';

interface Services {
  runs: RunService;
  agents: AgentService;
  approvals: ApprovalService;
}

@Resolver(() => Run)
export class RunResolver {
  private readonly services: Services;

  constructor(services: Services) {
    this.services = services;
  }

  @Query(() => RunConnection, { description: 'What agents did and do, newest first.' })
  runs(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('status', () => RunStatus, { nullable: true, description: 'Only those that stand like this.' }) status: RunStatus | null,
    @Arg('connectionId', () => ID, { nullable: true, description: 'Only those of this connection.' }) connectionId: string | null,
  ): Promise<ConnectionOf<Run>> {
    return this.services.runs.page(requireUser(viewer), { status, connectionId }, pageOf(first, after));
  }

  @Query(() => Run, { nullable: true, description: 'One run; null when there is none with this id.' })
  run(@Ctx() { viewer, loaders }: GraphContext, @Arg('id', () => ID, { description: 'Id of the run.' }) id: string): Promise<Run | null> {
    return runLoader(loaders, this.services.runs, requireUser(viewer), 'id').load(id);
  }

  @FieldResolver(() => Agent, { description: 'Who is at work.' })
  agent(@Root() run: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.services.agents, requireUser(viewer)).load(run.agentId);
  }

  @FieldResolver(() => Connection, { nullable: true, description: 'The connection it works on.' })
  connection(@Root() run: Run): Connection | null {
    return run.connectionId === null ? null : referTo(Connection, run.connectionId);
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The decision it waits, or waited, for.' })
  approval(@Root() run: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<Approval | null> | null {
    return run.approvalId === null ? null : approvalLoader(loaders, this.services.approvals, requireUser(viewer)).load(run.approvalId);
  }
}

@Resolver(() => Connection)
export class ConnectionRunsResolver {
  private readonly service: RunService;

  constructor(service: RunService) {
    this.service = service;
  }

  @FieldResolver(() => RunConnection, { description: 'What agents did on this connection, newest first.' })
  runs(
    @Root() { id }: Connection,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Run>> {
    return runsOf(loaders, this.service, requireUser(viewer), { key: 'connectionId', value: id, page: pageOf(first, after) });
  }
}
