import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, ObjectType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

@ObjectType({ description: 'Something that is switched on or off for the tenant.', simpleResolvers: true })
export class FeatureFlag {
  @Field(() => ID, { description: 'Name of the flag: `uploads`.' })
  key!: string;

  @Field(() => String, { description: 'Which part of the product it is about.' })
  area!: string;

  @Field(() => String, { description: 'What is there when it is on.' })
  description!: string;

  @Field(() => Boolean, { description: 'Whether it is on for the tenant.' })
  enabled!: boolean;

  @Field(() => Boolean, { description: 'Whether it is on where a tenant says nothing else.' })
  default!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the tenant has it otherwise, or said so; null: it says nothing.' })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when the tenant says so.' })
  changedAt!: Date | null;

  /** Behind the computed fields; not part of the graph. */
  changedById!: string | null;
}

export const SetFeatureFlagResult = createUnionType({
  name: 'SetFeatureFlagResult',
  description: 'The flag as it is now, or what to correct.',
  types: () => [FeatureFlag, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : FeatureFlag),
});
