import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { Role } from '../../kernel/viewer/viewer.ts';

@ObjectType('ServiceAccount', {
  description: 'An account of a program: it has no password and acts by API keys only.',
  simpleResolvers: true,
})
export class ServiceAccount {
  @Field(() => ID, { description: 'Identifies it for good; the id of its user as well.' })
  id!: string;

  @Field(() => String, { description: 'What it is for.' })
  name!: string;

  @Field(() => Role, { description: 'What it may do at most.' })
  role!: Role;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt!: Date;

  /** Behind the computed fields; not part of the graph. */
  createdById!: string | null;
}

export const ServiceAccountConnection = relayConnection('ServiceAccount', ServiceAccount);

@ObjectType({ description: 'A service account as it is now.', simpleResolvers: true })
export class ServiceAccountSaved {
  @Field(() => ServiceAccount, { description: 'The service account.' })
  account!: ServiceAccount;
}

export const SaveServiceAccountResult = createUnionType({
  name: 'SaveServiceAccountResult',
  description: 'The service account, or what to correct.',
  types: () => [ServiceAccountSaved, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : ServiceAccountSaved),
});
