import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../../kernel/errors/input-problem.type.ts';
import { RETENTION_KINDS } from '../../../../schema/privacy/retention.ts';

export const RetentionKind = Object.fromEntries(Object.keys(RETENTION_KINDS).map((kind) => [kind, kind])) as {
  readonly [Kind in keyof typeof RETENTION_KINDS]: Kind;
};
registerEnumType(RetentionKind, {
  name: 'RetentionKind',
  description: 'What is kept for a time and then deleted.',
  valuesConfig: Object.fromEntries(
    Object.entries(RETENTION_KINDS).map(([kind, { title }]) => [kind, { description: `${title}.` }]),
  ) as Record<keyof typeof RETENTION_KINDS, { description: string }>,
});

@ObjectType({ description: 'For how long one kind of thing is kept.', simpleResolvers: true })
export class RetentionRule {
  @Field(() => RetentionKind, { description: 'What it is about.' })
  kind!: keyof typeof RetentionKind;

  @Field(() => String, { description: 'What it is about, in words.' })
  title!: string;

  @Field(() => Int, { nullable: true, description: 'Days after which it is deleted; null: kept.' })
  days!: number | null;

  @Field(() => Boolean, { description: 'Whether the tenant chose it; else it is the platform’s own.' })
  chosen!: boolean;

  @Field(() => Int, { description: 'The fewest days the platform allows.' })
  minimumDays!: number;

  @Field(() => Int, { description: 'The most days the platform allows.' })
  maximumDays!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was last seen to.' })
  lastRunAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many were deleted then.' })
  lastDeleted!: number | null;
}

@ObjectType({ description: 'A try without deleting was begun; or the real thing.', simpleResolvers: true })
export class RetentionStarted {
  @Field(() => ID, { description: 'The durable run that does it.' })
  runId!: string;
}

@ObjectType({ description: 'A rule was set.', simpleResolvers: true })
export class RetentionRuleChanged {
  @Field(() => RetentionRule, { description: 'The rule as it is now.' })
  rule!: RetentionRule;
}

export const SetRetentionRuleResult = createUnionType({
  name: 'SetRetentionRuleResult',
  description: 'The rule as it is now, or what has to be corrected.',
  types: () => [RetentionRuleChanged, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : RetentionRuleChanged),
});
