import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, inputRefused, type InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { RunChangeService } from './run-change.service.ts';
import { RunChanged, RunChangeResult, type Run } from './run.type.ts';

@Resolver()
export class RunChangeResolver {
  private readonly service: RunChangeService;

  constructor(service: RunChangeService) {
    this.service = service;
  }

  @Mutation(() => RunChangeResult, { description: 'Ends a run: at once, or at the next safe place of its work.' })
  cancelRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run.' }) id: string,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.cancel(requireUser(viewer), id));
  }

  @Mutation(() => RunChangeResult, { description: 'Has a run that failed or was cancelled go on where it ended.' })
  resumeRun(
    @Ctx() { viewer }: GraphContext,
    @Arg('id', () => ID, { description: 'Id of the run.' }) id: string,
  ): Promise<RunChanged | InputRefused> {
    return resultOf(async () => this.service.resume(requireUser(viewer), id));
  }
}

async function resultOf(change: () => Promise<Run>): Promise<RunChanged | InputRefused> {
  try {
    return Object.assign(new RunChanged(), { run: await change() });
  } catch (error) {
    if (error instanceof DomainError) return inputRefused([inputProblem(error, 'id')]);
    throw error;
  }
}
