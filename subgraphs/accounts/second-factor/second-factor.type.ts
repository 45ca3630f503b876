import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

@ObjectType({ description: 'The second step of logging in, as it is set up.', simpleResolvers: true })
export class SecondFactor {
  @Field(() => GraphQLDateTime, { description: 'Since when it is asked for.' })
  since!: Date;

  @Field(() => Int, { description: 'How many recovery codes were not used yet.' })
  recoveryCodesLeft!: number;
}

@ObjectType({ description: 'What the authenticator is to be told. Nothing is asked for until it is confirmed.', simpleResolvers: true })
export class SecondFactorStarted {
  @Field(() => String, { description: 'The secret in base 32, to be typed. Shown once.' })
  secret!: string;

  @Field(() => String, { description: 'The same as an address, to be shown as a QR code.' })
  uri!: string;
}

@ObjectType({ description: 'The second step is asked for from now on.', simpleResolvers: true })
export class SecondFactorConfirmed {
  @Field(() => [String], { description: 'For the day the authenticator is lost; each works once. Shown once.' })
  recoveryCodes!: string[];
}

@ObjectType({ description: 'Whether logging in takes a second step.', simpleResolvers: true })
export class SecondFactorRemoved {
  @Field(() => Boolean, { description: 'True: the password alone is enough again.' })
  removed!: boolean;
}

export const StartSecondFactorResult = createUnionType({
  name: 'StartSecondFactorResult',
  description: 'What the authenticator is to be told, or why not.',
  types: () => [SecondFactorStarted, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SecondFactorStarted),
});

export const ConfirmSecondFactorResult = createUnionType({
  name: 'ConfirmSecondFactorResult',
  description: 'The recovery codes, or why it is not in force.',
  types: () => [SecondFactorConfirmed, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SecondFactorConfirmed),
});

export const RemoveSecondFactorResult = createUnionType({
  name: 'RemoveSecondFactorResult',
  description: 'That it is gone, or why it is not.',
  types: () => [SecondFactorRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SecondFactorRemoved),
});
