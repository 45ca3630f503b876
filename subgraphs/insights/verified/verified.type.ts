import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import { Persona } from '../metrics/metric-enums.ts';

@ObjectType('VerifiedAnswer', {
  description: 'A question whose reading somebody stands for: it is preferred to any other.',
  simpleResolvers: true,
})
export class VerifiedAnswer {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'The question as it was verified.' })
  question!: string;

  @Field(() => Persona, { nullable: true, description: 'Through whose eyes it was asked.' })
  persona!: Persona | null;

  @Field(() => Boolean, { description: 'Whether what it rests on has changed since: it is no longer preferred until it is verified anew.' })
  stale!: boolean;

  @Field(() => String, { nullable: true, description: 'What was said of it.' })
  note!: string | null;

  @Field(() => User, { description: 'Who stands for it.' })
  verifiedBy!: User;

  @Field(() => GraphQLDateTime, { description: 'Since when.' })
  verifiedAt!: Date;
}

export const VerifiedAnswerConnection = relayConnection('VerifiedAnswer', VerifiedAnswer);

@ObjectType('AnswerVerified', { description: 'The answer is verified.', simpleResolvers: true })
export class AnswerVerified {
  @Field(() => VerifiedAnswer, { description: 'It, as it is kept.' })
  verified!: VerifiedAnswer;
}

@ObjectType('VerificationRemoved', { description: 'Nobody stands for the answer any more.', simpleResolvers: true })
export class VerificationRemoved {
  @Field(() => ID, { description: 'Id of the verified answer that was.' })
  id!: string;
}

export const VerifyAnswerResult = createUnionType({
  name: 'VerifyAnswerResult',
  description: 'The verified answer, or what has to be corrected.',
  types: () => [AnswerVerified, InputRefused] as const,
  resolveType: (value) => (value instanceof AnswerVerified ? AnswerVerified : InputRefused),
});

export const RemoveVerifiedAnswerResult = createUnionType({
  name: 'RemoveVerifiedAnswerResult',
  description: 'It was removed, or why not.',
  types: () => [VerificationRemoved, InputRefused] as const,
  resolveType: (value) => (value instanceof VerificationRemoved ? VerificationRemoved : InputRefused),
});
