import { randomUUID } from 'node:crypto';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { refusalAsResult } from '../../kernel/errors/refusal-as-result.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { workflowErrors } from '../workflows/workflow.errors.ts';
import type { RunChangeService } from './run-change.service.ts';
import { StartWorkflowInput } from './run.input.ts';
import { RunChanged, RunChangeResult, type Run } from './run.type.ts';

@Resolver()
export class RunChangeResolver {
  private readonly service: RunChangeService;

  constructor(service: RunChangeService) {
    this.service = service;
  }

  @Mutation(() => RunChangeResult, { description: 'Has an agent run a workflow. Asked again with the same id, it is the same run.' })
  startWorkflow(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => StartWorkflowInput, { description: 'What is to be run, by whom, and with what.' }) input: StartWorkflowInput,
  ): Promise<RunChanged | InputRefused> {
    const { id, workflow, version, agentId, mode } = input;
    const given = z.record(z.string(), z.json()).safeParse(input.input ?? {});
    if (!given.success)
      return Promise.resolve(
        inputRefused([
          inputProblem(workflowErrors.WORKFLOW_INPUT_INVALID({ reason: 'The input is an object of values by name.' }), 'input'),
        ]),
      );
    const run = { id: id ?? randomUUID(), workflow, version: version ?? null, agentId, mode, input: given.data };
    return resultOf(async () => this.service.start(requireUser(viewer), run), fieldOf);
  }

  @Mutation(() => RunChangeResult, {
    description:
      'Runs a workflow again from a step of an earlier run: what was done before the step is taken over and not done, nor paid, again.',
  })
  forkRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run that was.' }) id: string,
    @Arg('path', () => String, { description: 'Key of the step to begin with.' }) path: string,
    @Arg('as', () => ID, { nullable: true, description: 'Id of the new run; the same one again is the same run.' }) as: string | null,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.fork(requireUser(viewer), id, path, as ?? randomUUID()));
  }

  @Mutation(() => RunChangeResult, {
    description: 'Has a run of a workflow begin nothing more until it is resumed; what is under way may end.',
  })
  pauseRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run.' }) id: string,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.pause(requireUser(viewer), id));
  }

  @Mutation(() => RunChangeResult, {
    description:
      'Ends a run: at once, or at the next safe place of its work. One of a workflow undoes first what it has to, unless it is asked twice.',
  })
  cancelRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run.' }) id: string,
    @Arg('hard', () => Boolean, { defaultValue: false, description: 'Whether it ends as it is, with nothing undone.' }) hard: boolean,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.cancel(requireUser(viewer), id, hard));
  }

  @Mutation(() => RunChangeResult, { description: 'Has a run that was paused, failed or was cancelled go on where it is.' })
  resumeRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run.' }) id: string,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.resume(requireUser(viewer), id));
  }
}

function fieldOf({ code }: DomainError): string {
  if (code.startsWith('AGENT_')) return 'agentId';
  if (code === 'RUN_ID_TAKEN') return 'id';
  return code === 'WORKFLOW_INPUT_INVALID' ? 'input' : 'workflow';
}

function resultOf(change: () => Promise<Run>, field: string | ((error: DomainError) => string) = 'id'): Promise<RunChanged | InputRefused> {
  return refusalAsResult(async () => Object.assign(new RunChanged(), { run: await change() }), field);
}
