import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';

import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { type ConnectionOf, pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { agentLoader } from '../agent/agent.loader.ts';
import type { AgentService } from '../agent/agent.service.ts';
import { Agent } from '../agent/agent.type.ts';
import { runLoader } from '../run/run.loader.ts';
import type { RunService } from '../run/run.service.ts';
import { Run } from '../run/run.type.ts';
import type { PilotFindingRow } from './finding.entity.ts';
import type { FindingService } from './finding.service.ts';
import { FindingChanged, FindingChangeResult, FindingFilterInput, PilotFinding, PilotFindingConnection } from './finding.type.ts';
import { viewFinding } from './finding-view.ts';

const MAX_REASON = 500;

@Resolver(() => PilotFinding)
export class FindingResolver {
  private readonly findingService: FindingService;
  private readonly agentService: AgentService;
  private readonly runService: RunService;

  constructor(services: { findings: FindingService; agents: AgentService; runs: RunService }) {
    this.findingService = services.findings;
    this.agentService = services.agents;
    this.runService = services.runs;
  }

  @Query(() => PilotFindingConnection, {
    description: 'What pilots found, newest first. Those whom rules about data restrict see only what tells nothing of records.',
  })
  async findings(
    @Ctx() { viewer }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
    @Arg('filter', () => FindingFilterInput, { nullable: true, description: 'Which; all when left out.' })
    filter: FindingFilterInput | null,
  ): Promise<ConnectionOf<PilotFinding>> {
    const { agentId = null, kinds = null, statuses = null } = filter ?? {};
    const page = await this.findingService.page(requireUser(viewer), { agentId, kinds, statuses }, pageOf(first, after));
    return {
      ...page,
      nodes: page.nodes.map(viewFinding),
      edges: page.edges.map(({ node, cursor }) => ({ node: viewFinding(node), cursor })),
    };
  }

  @Query(() => PilotFinding, { nullable: true, description: 'One finding; null when there is none with this id.' })
  async finding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the finding.' }) id: string,
  ): Promise<PilotFinding | null> {
    const [row] = await this.findingService.load(requireUser(viewer), [id]);
    return row == null ? null : viewFinding(row);
  }

  @Mutation(() => FindingChangeResult, { description: 'Puts an open finding away: nobody is asked about it.' })
  dismissFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the finding.' }) id: string,
    @Arg('reason', () => String, { nullable: true, description: 'Why; at most 500 characters.' }) reason: string | null,
  ): Promise<FindingChanged | InputRefused> {
    return orRefused(() => this.findingService.dismiss(requireUser(viewer), id, reason?.slice(0, MAX_REASON) ?? null));
  }

  @Mutation(() => FindingChangeResult, {
    description: 'Has somebody asked at once about a finding that is open or was refused, instead of when its turn comes.',
  })
  proposeFinding(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the finding.' }) id: string,
  ): Promise<FindingChanged | InputRefused> {
    return orRefused(() => this.findingService.propose(requireUser(viewer), id));
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The pilot that found it.' })
  agent(@Root() { agentId }: PilotFinding, @Ctx() { viewer, loaders }: GraphContext): Promise<Agent | null> {
    return agentLoader(loaders, this.agentService, requireUser(viewer)).load(agentId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that asks about it and does what is decided; null before.' })
  run(@Root() { runId }: PilotFinding, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> | null {
    return runId === null ? null : runLoader(loaders, this.runService, requireUser(viewer), 'id').load(runId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that saw it last; null when that is no longer kept.' })
  seenBy(@Root() { foundBy }: PilotFinding, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return runLoader(loaders, this.runService, requireUser(viewer), 'id').load(foundBy);
  }
}

function orRefused(change: () => Promise<PilotFindingRow>): Promise<FindingChanged | InputRefused> {
  return refusalAsResult(async () => Object.assign(new FindingChanged(), { finding: viewFinding(await change()) }), 'id');
}
