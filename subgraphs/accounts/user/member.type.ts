import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { User } from './user.type.ts';

@ObjectType({ description: 'Somebody belongs to the tenant no longer.', simpleResolvers: true })
export class MemberRemoved {
  @Field(() => ID, { description: 'Who it was.' })
  userId!: string;
}

export const ChangeMemberRoleResult = createUnionType({
  name: 'ChangeMemberRoleResult',
  description: 'The person with the new role, or why it stays.',
  types: () => [User, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : User),
});

export const RemoveMemberResult = createUnionType({
  name: 'RemoveMemberResult',
  description: 'That the person is gone, or why not.',
  types: () => [MemberRemoved, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : MemberRemoved),
});

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  description: 'The person as they are now, or what to correct.',
  types: () => [User, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : User),
});
