import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ModelFailure } from '../../kernel/llm/language-model.ts';
import { QueryPlan } from '../plan/graph/query-plan.type.ts';
import { ModelTrouble } from './model-provider.type.ts';

export const OpinionKind = { AGREES: 'AGREES', DIFFERS: 'DIFFERS', ADOPTED: 'ADOPTED', NONE: 'NONE' } as const;
export type OpinionKind = (typeof OpinionKind)[keyof typeof OpinionKind];
registerEnumType(OpinionKind, {
  name: 'OpinionKind',
  description: 'What a language model’s reading of a question did to the answer.',
  valuesConfig: {
    AGREES: { description: 'It reads the question the same way: the answer is surer.' },
    DIFFERS: { description: 'It reads it otherwise: ours is taken, and is less sure.' },
    ADOPTED: { description: 'Ours had none; its reading holds against the model of the company and is taken.' },
    NONE: { description: 'There is none: ours stands alone.' },
  },
});

@ObjectType('ModelOpinion', { description: 'What a language model made of the same question.', simpleResolvers: true })
export class ModelOpinion {
  @Field(() => OpinionKind, { description: 'What it did to the answer.' })
  kind!: OpinionKind;

  @Field(() => String, { description: 'The same in a sentence, with the reason.' })
  text!: string;

  @Field(() => ModelTrouble, { nullable: true, description: 'Why there is none; null where there is one.' })
  trouble!: ModelFailure | null;

  @Field(() => String, { nullable: true, description: 'The model that was asked.' })
  model!: string | null;

  @Field(() => [String], { description: 'What the two readings differ in.' })
  differences!: string[];

  @Field(() => QueryPlan, { nullable: true, description: 'Its plan, validated; `runPlan` runs it.' })
  plan!: QueryPlan | null;

  @Field(() => Int, { description: 'Tokens it took.' })
  tokens!: number;

  @Field(() => Int, { description: 'Milliseconds it took, side by side with ours.' })
  milliseconds!: number;
}
