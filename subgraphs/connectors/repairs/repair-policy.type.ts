import { Field, Float, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';

@ObjectType({ description: 'What a workspace lets happen by itself when sources change.', simpleResolvers: true })
export class RepairPolicy {
  @Field(() => Boolean, { description: 'Whether repairs that are sure and not critical are applied without asking.' })
  automatic!: boolean;

  @Field(() => Float, { description: 'How sure a repair has to be for that, 0 to 1.' })
  minimumConfidence!: number;

  @Field(() => Boolean, { description: 'Whether what tells records apart is critical.' })
  criticalKeys!: boolean;

  @Field(() => Boolean, { description: 'Whether amounts of money are critical.' })
  criticalMoney!: boolean;

  @Field(() => [String], { description: 'Entity types, by name, of which everything is critical.' })
  criticalEntities!: string[];

  @Field(() => Int, { nullable: true, description: 'Minutes between two looks at a connection that is not synced; null: only syncs look.' })
  observeEveryMinutes?: number | null | undefined;
}

@InputType({ description: 'What is to change of the policy; what is left out stays.' })
export class RepairPolicyInput {
  @Field(() => Boolean, { nullable: true, description: 'Whether repairs that are sure and not critical are applied without asking.' })
  automatic?: boolean | null;

  @Field(() => Float, { nullable: true, description: 'How sure a repair has to be for that, 0 to 1.' })
  minimumConfidence?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether what tells records apart is critical.' })
  criticalKeys?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether amounts of money are critical.' })
  criticalMoney?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Entity types, by name, of which everything is critical; at most 100.' })
  criticalEntities?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Minutes between two looks at a connection, 15 or more; 0: only syncs look.' })
  observeEveryMinutes?: number | null;
}

@ObjectType({ description: 'The policy was changed.', simpleResolvers: true })
export class RepairPolicySet {
  @Field(() => RepairPolicy, { description: 'The policy as it holds now.' })
  policy!: RepairPolicy;
}

export const SetRepairPolicyResult = createUnionType({
  name: 'SetRepairPolicyResult',
  description: 'The policy, or what has to be corrected first.',
  types: () => [RepairPolicySet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : RepairPolicySet),
});
