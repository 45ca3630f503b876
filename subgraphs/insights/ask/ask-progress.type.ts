import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AskResult } from './ask-result.type.ts';

export const AskStage = { READING: 'READING', QUERYING: 'QUERYING', MODEL: 'MODEL', DONE: 'DONE' } as const;
export type AskStage = (typeof AskStage)[keyof typeof AskStage];
registerEnumType(AskStage, {
  name: 'AskStage',
  description: 'What is being done for an answer.',
  valuesConfig: {
    READING: { description: 'The question is read.' },
    QUERYING: { description: 'Your data are asked, and a language model where one is set up.' },
    MODEL: { description: 'Our own answer is there; the language model’s reading is waited for.' },
    DONE: { description: 'The result is there.' },
  },
});

@ObjectType('AskStep', { description: 'Something that was done, or is being done, for an answer.', simpleResolvers: true })
export class AskStep {
  @Field(() => AskStage, { description: 'What.' })
  stage!: AskStage;

  @Field(() => Int, { description: 'When it began, in milliseconds after the question came.' })
  beganAt!: number;
}

@ObjectType('AskProgress', { description: 'How far an answer has come since you last asked.', simpleResolvers: true })
export class AskProgress {
  @Field(() => String, { description: 'Pass as `after` to be told what comes next.' })
  cursor!: string;

  @Field(() => AskStage, { description: 'What is being done; DONE is the end.' })
  stage!: AskStage;

  @Field(() => [AskStep], { description: 'Everything until now, in its order.' })
  steps!: AskStep[];

  @Field(() => String, {
    description: 'What the language model has written since the step before, a plan as JSON; empty where there is none, or nothing new.',
  })
  written!: string;

  @Field(() => AskResult, { nullable: true, description: 'What it comes to; null until it is DONE.' })
  result!: object | null;

  @Field(() => ID, { nullable: true, description: 'Id of the answer; null until it is there, and where there is none.' })
  answerId!: string | null;
}
