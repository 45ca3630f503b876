import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type InputRefused, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { Answer } from '../ask/answer.type.ts';
import type { ModelProviderService } from './model-provider.service.ts';
import {
  ModelProvider,
  ModelProviderInput,
  ModelProviderRemoved,
  ModelProviderSet,
  ModelProviderTest,
  SetModelProviderResult,
} from './model-provider.type.ts';
import { ModelOpinion } from './opinion.type.ts';
import type { ProviderTester } from './test-provider.ts';

@Resolver(() => Answer)
export class ProposalsResolver {
  private readonly providers: ModelProviderService;
  private readonly tester: ProviderTester;

  constructor(providers: ModelProviderService, tester: ProviderTester) {
    this.providers = providers;
    this.tester = tester;
  }

  @Query(() => ModelProvider, {
    nullable: true,
    description: 'The language model that questions are read with a second time; null: none is set up.',
  })
  modelProvider(@Ctx() { viewer }: GraphContext): Promise<ModelProvider | null> {
    return this.providers.read(requireUser(viewer));
  }

  @Mutation(() => SetModelProviderResult, { description: 'Sets a language model of your own. The key is sealed and never told again.' })
  async setModelProvider(
    @Ctx() { viewer }: GraphContext,
    @Arg('input', () => ModelProviderInput, { description: 'Where it is, and which.' }) input: ModelProviderInput,
  ): Promise<ModelProviderSet | InputRefused> {
    const provider = await this.providers.set(requireUser(viewer), input);
    return Array.isArray(provider) ? inputRefused(provider) : Object.assign(new ModelProviderSet(), { provider });
  }

  @Mutation(() => ModelProviderRemoved, {
    description: 'Removes your own language model and its key; the server’s own is asked where there is one.',
  })
  async removeModelProvider(@Ctx() { viewer }: GraphContext): Promise<ModelProviderRemoved> {
    return Object.assign(new ModelProviderRemoved(), { removed: await this.providers.remove(requireUser(viewer)) });
  }

  @Mutation(() => ModelProviderTest, {
    description: 'Asks the language model something small, to see whether it works; nothing of yours is told it.',
  })
  testModelProvider(@Ctx() { viewer }: GraphContext): Promise<ModelProviderTest> {
    return this.tester.test(requireUser(viewer));
  }

  @FieldResolver(() => ModelOpinion, {
    nullable: true,
    description: 'What a language model made of the same question; null where none is set up.',
  })
  opinion(@Root() answer: Answer & { opinion?: ModelOpinion }): ModelOpinion | null {
    return answer.opinion ?? null;
  }
}
