import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';

@ObjectType('Invitation', { description: 'Somebody was asked to join the tenant and has not answered yet.', simpleResolvers: true })
export class Invitation {
  @Field(() => ID, { description: 'Identifies the invitation; not the code that was mailed.' })
  id!: string;

  @Field(() => String, { description: 'Who was asked.' })
  email!: string;

  @Field(() => Role, { description: 'What they will be.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'When they were asked.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'When the code stops working.' })
  expiresAt!: Date;

  /** Behind the computed field; not part of the graph. */
  invitedBy!: string;
}

export const InvitationConnection = relayConnection('Invitation', Invitation);

@ObjectType('InvitationOffer', { description: 'What somebody who holds an invitation’s code is asked to join.', simpleResolvers: true })
export class InvitationOffer {
  @Field(() => String, { description: 'What the tenant is called.' })
  tenantName!: string;

  @Field(() => String, { description: 'The address that was invited; the account will have it.' })
  email!: string;

  @Field(() => Role, { description: 'What the new member will be.' })
  role!: Role;
}

export const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  description: 'The invitation, or what to correct.',
  types: () => [Invitation, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : Invitation),
});

export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  description: 'The invitation that was taken back, or why it was not.',
  types: () => [Invitation, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : Invitation),
});
