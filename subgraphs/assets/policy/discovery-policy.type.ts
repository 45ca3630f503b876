import { GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';

@ObjectType('DiscoveryPolicy', {
  description: 'One version of what a tenant judges what it runs by; it never changes. Version 0 is the default.',
  simpleResolvers: true,
})
export class DiscoveryPolicy {
  @Field(() => Int, { description: 'Its number: 0 is the default, what is saved counts from 1.' })
  version!: number;

  @Field(() => GraphQLJSON, { description: 'The policy itself, every field of it.' })
  policy!: unknown;

  @Field(() => String, { nullable: true, description: 'What whoever saved it says of it.' })
  note!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was saved; null for the default.' })
  savedAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  savedBy!: string | null;
}

export const DiscoveryPolicyConnection = relayConnection('DiscoveryPolicy', DiscoveryPolicy);

@InputType({ description: 'A policy to save.' })
export class SaveDiscoveryPolicyInput {
  @Field(() => GraphQLJSON, {
    description: 'The policy, in the form that `discoveryPolicy` shows or the one of discovery exports; what is left out has its default.',
  })
  policy!: unknown;

  @Field(() => Int, { description: 'The version it was made from: when somebody saved another one meanwhile, nothing is saved.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Why it was changed; at most 500 characters are kept.' })
  note?: string | null;
}

@ObjectType({ description: 'A policy was saved; scans that start from now on go by it.', simpleResolvers: true })
export class DiscoveryPolicySaved {
  @Field(() => DiscoveryPolicy, { description: 'The version in force now.' })
  policy!: DiscoveryPolicy;
}

export const SaveDiscoveryPolicyResult = createUnionType({
  name: 'SaveDiscoveryPolicyResult',
  description: 'The policy, or what has to be corrected first.',
  types: () => [DiscoveryPolicySaved, InputRefused] as const,
  resolveType: (value: object) => ('problems' in value ? InputRefused : DiscoveryPolicySaved),
});
