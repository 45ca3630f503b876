import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { ModelFailure } from '../../kernel/llm/language-model.ts';

export const ModelOrigin = { SERVER: 'SERVER', OWN: 'OWN' } as const;
export type ModelOrigin = (typeof ModelOrigin)[keyof typeof ModelOrigin];
registerEnumType(ModelOrigin, {
  name: 'ModelOrigin',
  description: 'Whose language model is asked.',
  valuesConfig: {
    SERVER: { description: 'The one this server was set up with; its tokens count against the plan.' },
    OWN: { description: 'The company’s own; its tokens are counted, and never refused.' },
  },
});

export const ModelTrouble = {
  REFUSED: 'REFUSED',
  INVALID: 'INVALID',
  LATE: 'LATE',
  UNREACHABLE: 'UNREACHABLE',
  REJECTED: 'REJECTED',
  OVER_BUDGET: 'OVER_BUDGET',
} as const satisfies Record<ModelFailure, ModelFailure>;
registerEnumType(ModelTrouble, {
  name: 'ModelTrouble',
  description: 'Why a language model gave nothing of use.',
  valuesConfig: {
    REFUSED: { description: 'It would not.' },
    INVALID: { description: 'What it wrote is no plan, or none that the data has.' },
    LATE: { description: 'It took too long.' },
    UNREACHABLE: { description: 'Its service failed, or is left alone for a while after failing.' },
    REJECTED: { description: 'Its service says that the address, the key or the model is wrong.' },
    OVER_BUDGET: { description: 'The tokens of the plan are used up.' },
  },
});

@ObjectType('ModelProvider', { description: 'The language model that is asked for a second reading of questions.', simpleResolvers: true })
export class ModelProvider {
  @Field(() => ID, { description: 'Names whose it is: there is one of each.' })
  id!: string;

  @Field(() => ModelOrigin, { description: 'Whose it is.' })
  origin!: ModelOrigin;

  @Field(() => String, { nullable: true, description: 'Address of the service; null: of the server’s own, which is not told.' })
  baseUrl!: string | null;

  @Field(() => [String], { description: 'The models, in the order in which they are tried.' })
  models!: string[];

  @Field(() => Float, {
    nullable: true,
    description: 'What a million tokens that it reads cost, in dollars; null: nobody has said, or it is the server’s own.',
  })
  inputPrice!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What a million tokens that it writes cost, in dollars; null: nobody has said, or it is the server’s own.',
  })
  outputPrice!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was set; null for the server’s own.' })
  updatedAt!: Date | null;
}

@InputType({ description: 'A language model of your own: any service that speaks OpenAI’s API.' })
export class ModelProviderInput {
  @Field(() => String, {
    description: 'Address of the service, such as https://api.openai.com/v1; https, unless it is on the server’s own network.',
  })
  baseUrl!: string;

  @Field(() => [String], { description: 'The models, in the order in which they are tried; 1 to 4.' })
  models!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'The key; sealed, and never told again. Left out, the one that is there stays, at the same address.',
  })
  apiKey!: string | null | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'What a million tokens that the dearest of the models reads cost, in dollars; budgets of agents count with it.',
  })
  inputPrice!: number | null | undefined;

  @Field(() => Float, {
    nullable: true,
    description: 'What a million tokens that the dearest of the models writes cost, in dollars; budgets of agents count with it.',
  })
  outputPrice!: number | null | undefined;
}

@ObjectType('ModelProviderSet', { description: 'The language model was set.', simpleResolvers: true })
export class ModelProviderSet {
  @Field(() => ModelProvider, { description: 'As it is now.' })
  provider!: ModelProvider;
}

export const SetModelProviderResult = createUnionType({
  name: 'SetModelProviderResult',
  description: 'The language model as it is set, or what has to be corrected first.',
  types: () => [ModelProviderSet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ModelProviderSet),
});

@ObjectType('ModelProviderRemoved', { description: 'There is no language model of your own any more.', simpleResolvers: true })
export class ModelProviderRemoved {
  @Field(() => Boolean, { description: 'Whether there was one.' })
  removed!: boolean;
}

@ObjectType('ModelProviderTest', { description: 'How a language model answered.', simpleResolvers: true })
export class ModelProviderTest {
  @Field(() => Boolean, { description: 'Whether it answered as it has to.' })
  works!: boolean;

  @Field(() => ModelTrouble, { nullable: true, description: 'Why it did not; null when it did.' })
  trouble!: ModelFailure | null;

  @Field(() => String, { description: 'The same in a sentence.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'The model that was asked last; null: none is set.' })
  model!: string | null;

  @Field(() => Int, { description: 'Milliseconds it took.' })
  milliseconds!: number;
}
