import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User } from '../dashboards/dashboard.type.ts';

export const AnswerRating = { GOOD: 'GOOD', BAD: 'BAD' } as const;
export type AnswerRating = (typeof AnswerRating)[keyof typeof AnswerRating];
registerEnumType(AnswerRating, {
  name: 'AnswerRating',
  description: 'What somebody thinks of an answer.',
  valuesConfig: {
    GOOD: { description: 'It answers what was meant.' },
    BAD: { description: 'It answers something else.' },
  },
});

@ObjectType('LearntLink', {
  description: 'What feedback teaches about a phrase; it makes readings likelier or less so within a bound.',
  simpleResolvers: true,
})
export class LearntLink {
  @Field(() => String, { description: 'The phrase, by the stems of its words.' })
  phrase!: string;

  @Field(() => String, { description: 'What it was, or is to be, taken for.' })
  meaning!: string;

  @Field(() => Int, { description: '1: rightly; −1: wrongly.' })
  weight!: number;
}

@ObjectType('AnswerFeedback', {
  description: 'What somebody said of an answer, and what questions are read by since.',
  simpleResolvers: true,
})
export class AnswerFeedback {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'The question that was answered.' })
  question!: string;

  @Field(() => AnswerRating, { description: 'What was thought of the answer.' })
  rating!: AnswerRating;

  @Field(() => String, { nullable: true, description: 'How the question should have been understood, as a question.' })
  correction!: string | null;

  @Field(() => [LearntLink], { description: 'What it teaches.' })
  links!: LearntLink[];

  @Field(() => User, { description: 'Who said so.' })
  givenBy!: User;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  givenAt!: Date;
}

export const AnswerFeedbackConnection = relayConnection('AnswerFeedback', AnswerFeedback);

@ObjectType('AnswerRated', { description: 'The feedback is kept, and counts from now on.', simpleResolvers: true })
export class AnswerRated {
  @Field(() => AnswerFeedback, { description: 'It, with what it teaches.' })
  feedback!: AnswerFeedback;
}

@ObjectType('FeedbackUndone', { description: 'The feedback counts no longer.', simpleResolvers: true })
export class FeedbackUndone {
  @Field(() => ID, { description: 'Id of the feedback that was.' })
  id!: string;
}

export const RateAnswerResult = createUnionType({
  name: 'RateAnswerResult',
  description: 'The feedback, or what has to be corrected.',
  types: () => [AnswerRated, InputRefused] as const,
  resolveType: (value) => (value instanceof AnswerRated ? AnswerRated : InputRefused),
});

export const UndoFeedbackResult = createUnionType({
  name: 'UndoFeedbackResult',
  description: 'It was undone, or why not.',
  types: () => [FeedbackUndone, InputRefused] as const,
  resolveType: (value) => (value instanceof FeedbackUndone ? FeedbackUndone : InputRefused),
});
