import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { PromptService } from './prompt.service.ts';
import { CompletePromptInput, CompletePromptResult, type PromptCompleted, type PromptNotCompleted } from './prompt.type.ts';

@Resolver()
export class PromptResolver {
  readonly #prompts: PromptService;

  constructor(prompts: PromptService) {
    this.#prompts = prompts;
  }

  @Mutation(() => CompletePromptResult, {
    description:
      'Has the company’s language model write JSON of a form. It is paid for; under an idempotency key it is asked once, and whoever asks again gets the same.',
  })
  async completePrompt(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => CompletePromptInput, { description: 'What it is to write.' }) input: CompletePromptInput,
  ): Promise<PromptCompleted | PromptNotCompleted | InputRefused> {
    const outcome = await this.#prompts.complete(requireUser(viewer), input);
    return Array.isArray(outcome) ? inputRefused(outcome) : outcome;
  }
}
