import { GraphQLJSON, GraphQLJSONObject } from 'graphql-scalars';
import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { ModelFailure } from '../../kernel/llm/language-model.ts';
import { ModelTrouble } from '../proposals/model-provider.type.ts';

@InputType({ description: 'What a language model is to write, and from what.' })
export class CompletePromptInput {
  @Field(() => String, { description: 'What it is and has to keep to; nothing that comes from data. At most 20 000 characters.' })
  instructions!: string;

  @Field(() => String, { description: 'What it is about; personal data in it never leaves the house. At most 60 000 characters.' })
  text!: string;

  @Field(() => GraphQLJSONObject, {
    description: 'JSON Schema of what it has to write; anything else is refused. At most 20 000 characters.',
  })
  form!: Record<string, unknown>;

  @Field(() => Int, { defaultValue: 2_000, description: 'Tokens it may write at most, 1 to 100 000.' })
  maxTokens!: number;

  @Field(() => Int, { defaultValue: 20, description: 'Seconds it may take, 1 to 25.' })
  seconds!: number;
}

@ObjectType({ description: 'A language model wrote what it was asked for.', simpleResolvers: true })
export class PromptCompleted {
  @Field(() => GraphQLJSON, { description: 'What it wrote; it fits the form.' })
  value!: unknown;

  @Field(() => String, { description: 'The model that wrote it.' })
  model!: string;

  @Field(() => Int, { description: 'Tokens it took, read and written together.' })
  tokens!: number;

  @Field(() => Float, { nullable: true, description: 'What they cost, in dollars; null where nobody has said what its tokens cost.' })
  cost!: number | null;
}

@ObjectType({ description: 'A language model wrote nothing of use.', simpleResolvers: true })
export class PromptNotCompleted {
  @Field(() => ModelTrouble, { nullable: true, description: 'Why; null: none is set up.' })
  trouble!: ModelFailure | null;

  @Field(() => String, { description: 'The same in a sentence.' })
  text!: string;

  @Field(() => Int, { description: 'Tokens it took all the same.' })
  tokens!: number;

  @Field(() => Float, { nullable: true, description: 'What they cost, in dollars; null where nobody has said what its tokens cost.' })
  cost!: number | null;
}

export const CompletePromptResult = createUnionType({
  name: 'CompletePromptResult',
  description: 'What a language model wrote, why it wrote nothing of use, or what has to be corrected first.',
  types: () => [PromptCompleted, PromptNotCompleted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : 'trouble' in value ? PromptNotCompleted : PromptCompleted),
});
