import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType, createUnionType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { Connection, User } from '../catalogue/stubs.type.ts';
import { SurvivorshipRule } from './rules.ts';

@ObjectType('AttributeSurvivorship', { description: 'How the values of an attribute are chosen.', simpleResolvers: true })
export class AttributeSurvivorship {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => SurvivorshipRule, { description: 'The rule in force.' })
  rule!: SurvivorshipRule;

  @Field(() => Boolean, { description: 'Whether it is the rule for attributes of its kind, because nobody has set another.' })
  byDefault!: boolean;
}

@ObjectType('SurvivorshipPolicy', {
  description: 'How the values of unified records are chosen among those of the records they are made of.',
  simpleResolvers: true,
})
export class SurvivorshipPolicy {
  @Field(() => String, { description: 'Name of the entity type.' })
  entityType!: string;

  @Field(() => [Connection], { description: 'Connections that feed it, the most trusted first.' })
  trust!: Connection[];

  @Field(() => Boolean, { description: 'Whether that order follows from how much each says, because nobody has set another.' })
  trustByDefault!: boolean;

  @Field(() => [AttributeSurvivorship], { description: 'The rule of each attribute.' })
  rules!: AttributeSurvivorship[];

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody last set it; null when nobody has.' })
  updatedAt!: Date | null;

  @Field(() => User, { nullable: true, description: 'Who last set it; null when nobody has.' })
  updatedBy!: User | null;
}

@InputType({ description: 'The rule of one attribute.' })
export class AttributeSurvivorshipInput {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => SurvivorshipRule, { nullable: true, description: 'The rule; null: the one for attributes of its kind.' })
  rule?: SurvivorshipRule | null;
}

@InputType({ description: 'How the values of unified records of an entity type are to be chosen.' })
export class SurvivorshipInput {
  @Field(() => String, { description: 'Name of the entity type.' })
  entityType!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Connections, the most trusted first; those left out come behind. Empty: as by default. Left out: as it is.',
  })
  trust?: string[] | null;

  @Field(() => [AttributeSurvivorshipInput], { nullable: true, description: 'Attributes whose rule is set; the others stay as they are.' })
  rules?: AttributeSurvivorshipInput[] | null;
}

@ObjectType('SurvivorshipSet', { description: 'The policy holds; records are worked out by it in the background.', simpleResolvers: true })
export class SurvivorshipSet {
  @Field(() => SurvivorshipPolicy, { description: 'The policy in force.' })
  policy!: SurvivorshipPolicy;
}

/** What setting a policy comes to. */
export const SetSurvivorshipResult = createUnionType({
  name: 'SetSurvivorshipResult',
  description: 'What setting a survivorship policy comes to.',
  types: () => [SurvivorshipSet, InputRefused] as const,
  resolveType: (value) => ('problems' in value ? InputRefused : SurvivorshipSet),
});
