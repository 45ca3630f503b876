import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

@ObjectType({ description: 'The password is another one now.', simpleResolvers: true })
export class PasswordChanged {
  @Field(() => Boolean, { description: 'True.' })
  changed!: boolean;
}

@ObjectType({ description: 'If there is an account with this address, a code is on its way.', simpleResolvers: true })
export class PasswordResetRequested {
  @Field(() => Int, { description: 'How long the code works, in minutes.' })
  minutes!: number;
}

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'That it was changed, or what to correct.',
  types: () => [PasswordChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : PasswordChanged),
});

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description: 'The same whoever is asked about, or that too much was asked.',
  types: () => [PasswordResetRequested, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : PasswordResetRequested),
});
