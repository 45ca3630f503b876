import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf, type ConnectionOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { approvalLoader } from '../approval/approval.loader.ts';
import type { ApprovalService } from '../approval/approval.service.ts';
import { Approval } from '../approval/approval.type.ts';
import { versionLoader } from '../workflows/workflow.loader.ts';
import { toVersion } from '../workflows/workflow.resolver.ts';
import type { WorkflowService } from '../workflows/workflow.service.ts';
import { Workflow, WorkflowVersion } from '../workflows/workflow.type.ts';
import { runLoader, runsOf, runStepsLoader } from './run.loader.ts';
import type { RunService } from './run.service.ts';
import { Run, RunConnection, RunStep } from './run.type.ts';

/** What runs of workflows have beside other runs. */
@Resolver(() => Run)
export class WorkflowRunResolver {
  private readonly runs: RunService;
  private readonly workflows: WorkflowService;

  constructor(runs: RunService, workflows: WorkflowService) {
    this.runs = runs;
    this.workflows = workflows;
  }

  @FieldResolver(() => [RunStep], { description: 'Its steps in the order of the work, also those to come; of a workflow the first 500.' })
  async steps(@Root() { id, versionId, durableSteps }: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<RunStep[]> {
    if (versionId === null) return durableSteps;
    return (await runStepsLoader(loaders, this.runs, requireUser(viewer)).load(id)) ?? [];
  }

  @FieldResolver(() => WorkflowVersion, { nullable: true, description: 'What it goes by; null when it is not a run of a workflow.' })
  async workflowVersion(@Root() { versionId }: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<WorkflowVersion | null> {
    const row = versionId === null ? null : await versionLoader(loaders, this.workflows, requireUser(viewer)).load(versionId);
    return row === null ? null : toVersion(row);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it is a step of; null when it is not.' })
  async parent(@Root() { parentRunId }: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return parentRunId === null ? null : runLoader(loaders, this.runs, requireUser(viewer), 'id').load(parentRunId);
  }

  @FieldResolver(() => RunConnection, { description: 'The runs that its steps are, newest first.' })
  children(
    @Root() { id }: Run,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Run>> {
    return runsOf(loaders, this.runs, requireUser(viewer), { key: 'parentRunId', value: id, page: pageOf(first, after) });
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run it was forked from; null when it was not.' })
  async forkedFrom(@Root() { forkedFromId }: Run, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return forkedFromId === null ? null : runLoader(loaders, this.runs, requireUser(viewer), 'id').load(forkedFromId);
  }
}

@Resolver(() => RunStep)
export class RunStepResolver {
  private readonly runs: RunService;
  private readonly approvals: ApprovalService;

  constructor(runs: RunService, approvals: ApprovalService) {
    this.runs = runs;
    this.approvals = approvals;
  }

  @FieldResolver(() => Approval, { nullable: true, description: 'The decision it waits, or waited, for.' })
  async approval(@Root() { approvalId }: RunStep, @Ctx() { viewer, loaders }: GraphContext): Promise<Approval | null> {
    return approvalId === null ? null : approvalLoader(loaders, this.approvals, requireUser(viewer)).load(approvalId);
  }

  @FieldResolver(() => Run, { nullable: true, description: 'The run that the step is; null when it is none.' })
  async childRun(@Root() { childRunId }: RunStep, @Ctx() { viewer, loaders }: GraphContext): Promise<Run | null> {
    return childRunId === null ? null : runLoader(loaders, this.runs, requireUser(viewer), 'id').load(childRunId);
  }
}

@Resolver(() => Workflow)
export class WorkflowRunsResolver {
  private readonly runService: RunService;

  constructor(runService: RunService) {
    this.runService = runService;
  }

  @FieldResolver(() => RunConnection, { description: 'Runs of it, newest first.' })
  runs(
    @Root() { name }: Workflow,
    @Ctx() { viewer, loaders }: GraphContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after: string | null,
  ): Promise<ConnectionOf<Run>> {
    return runsOf(loaders, this.runService, requireUser(viewer), { key: 'workflow', value: name, page: pageOf(first, after) });
  }
}
