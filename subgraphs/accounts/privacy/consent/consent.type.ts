import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../../kernel/pagination/relay-connection.type.ts';
import { User } from '../../user/user.type.ts';

export const LegalBasis = {
  CONSENT: 'CONSENT',
  CONTRACT: 'CONTRACT',
  LEGAL_OBLIGATION: 'LEGAL_OBLIGATION',
  VITAL_INTERESTS: 'VITAL_INTERESTS',
  PUBLIC_TASK: 'PUBLIC_TASK',
  LEGITIMATE_INTERESTS: 'LEGITIMATE_INTERESTS',
} as const;
export type LegalBasis = (typeof LegalBasis)[keyof typeof LegalBasis];
registerEnumType(LegalBasis, {
  name: 'LegalBasis',
  description: 'Why personal data may be processed; Article 6 of the GDPR.',
  valuesConfig: {
    CONSENT: { description: 'The person agreed.' },
    CONTRACT: { description: 'A contract with the person needs it.' },
    LEGAL_OBLIGATION: { description: 'The law demands it.' },
    VITAL_INTERESTS: { description: 'Somebody’s life depends on it.' },
    PUBLIC_TASK: { description: 'A task in the public interest needs it.' },
    LEGITIMATE_INTERESTS: { description: 'An interest that outweighs the person’s.' },
  },
});

export const ConsentState = { GRANTED: 'GRANTED', WITHDRAWN: 'WITHDRAWN' } as const;
export type ConsentState = (typeof ConsentState)[keyof typeof ConsentState];
registerEnumType(ConsentState, {
  name: 'ConsentState',
  description: 'Whether it holds.',
  valuesConfig: { GRANTED: { description: 'It was given.' }, WITHDRAWN: { description: 'It was taken back.' } },
});

@ObjectType({ description: 'One entry of a history that is only ever added to.', simpleResolvers: true })
export class ConsentEvent {
  @Field(() => ID, { description: 'Identifies the entry.' })
  id!: string;

  @Field(() => ConsentState, { description: 'Whether it was given or taken back.' })
  state!: ConsentState;

  @Field(() => LegalBasis, { description: 'Why the data may be processed.' })
  legalBasis!: LegalBasis;

  @Field(() => String, { description: 'Where it was given or taken back.' })
  source!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was given or taken back.' })
  at!: Date;

  @Field(() => String, { description: 'What proves it.' })
  evidence!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who recorded it.' })
  recordedBy!: User | null;
}

@ObjectType({ description: 'What a person agreed to for one purpose.', simpleResolvers: true })
export class Consent {
  @Field(() => ID, { description: 'Identifies person and purpose.' })
  id!: string;

  @Field(() => String, { description: 'The person, so that whoever knows them recognises them and nobody else does: `a•••@example.com`.' })
  subject!: string;

  @Field(() => String, { description: 'What for.' })
  purpose!: string;

  @Field(() => ConsentState, { description: 'Whether it holds now.' })
  state!: ConsentState;

  @Field(() => LegalBasis, { description: 'Why the data may be processed.' })
  legalBasis!: LegalBasis;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was given last.' })
  grantedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back; null while it holds.' })
  withdrawnAt!: Date | null;

  @Field(() => [ConsentEvent], { description: 'Everything recorded about it, newest first, at most 100.' })
  history!: ConsentEvent[];
}

export const ConsentConnection = relayConnection('Consent', Consent);

@InputType({ description: 'Something a person agreed to.' })
export class ConsentInput {
  @Field(() => String, { description: 'Their e-mail address, telephone number or key; kept as a keyed hash.' })
  subject!: string;

  @Field(() => String, { description: 'What for, at most 200 characters.' })
  purpose!: string;

  @Field(() => LegalBasis, { description: 'Why the data may be processed.' })
  legalBasis!: LegalBasis;

  @Field(() => String, { description: 'Where it was given: a form, a contract.' })
  source!: string;

  @Field(() => String, { description: 'What proves it, at most 2 000 characters; personal data in it is replaced.' })
  evidence!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was given; left out: now.' })
  at?: Date | null;
}

@ObjectType({ description: 'It was recorded.', simpleResolvers: true })
export class ConsentRecorded {
  @Field(() => Consent, { description: 'The consent as it is now.' })
  consent!: Consent;
}

export const RecordConsentResult = createUnionType({
  name: 'RecordConsentResult',
  description: 'The consent as it is now, or what has to be corrected.',
  types: () => [ConsentRecorded, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ConsentRecorded),
});

export const WithdrawConsentResult = createUnionType({
  name: 'WithdrawConsentResult',
  description: 'The consent as it is now, or what has to be corrected.',
  types: () => [ConsentRecorded, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : ConsentRecorded),
});
