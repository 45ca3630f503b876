import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { User } from '../catalogue/stubs.type.ts';
import { RecordMember } from './record-member.type.ts';
import { SurvivorshipRule } from './rules.ts';

registerEnumType(SurvivorshipRule, {
  name: 'SurvivorshipRule',
  description: 'How a value is chosen among those of the records that are one. Blank values never win.',
  valuesConfig: {
    TRUST: { description: 'That of the most trusted connection.' },
    RECENT: { description: 'The one that changed last.' },
    COMPLETE: { description: 'That of the record that says most.' },
    MAJORITY: { description: 'What most records say, however it is written; of those that tie, that of the most trusted connection.' },
    LONGEST: { description: 'The longest text.' },
  },
});

@ObjectType('OverriddenValue', { description: 'That a person has set a value: what sources say no longer counts.', simpleResolvers: true })
export class OverriddenValue {
  @Field(() => User, { description: 'Who set it.' })
  by!: User;

  @Field(() => GraphQLDateTime, { description: 'When it was set.' })
  at!: Date;
}

@ObjectType('AlternativeValue', { description: 'What another record of the same thing says.', simpleResolvers: true })
export class AlternativeValue {
  @Field(() => RecordMember, { description: 'The record that says it.' })
  member!: RecordMember;

  @Field(() => String, { description: 'What it says, as text.' })
  value!: string;
}

@ObjectType('ValueProvenance', {
  description: 'Where a value of a unified record comes from, and why it was chosen.',
  simpleResolvers: true,
})
export class ValueProvenance {
  @Field(() => String, { description: 'Name of the attribute.' })
  attribute!: string;

  @Field(() => String, { nullable: true, description: 'The value as text, as you may see it; null when there is none.' })
  value!: string | null;

  @Field(() => RecordMember, {
    nullable: true,
    description: 'The record of a source that says so, or would if no person had; null when none does, or you may not see it.',
  })
  member!: RecordMember | null;

  @Field(() => [String], { description: 'Columns of that record the value is read from.' })
  fields!: string[];

  @Field(() => SurvivorshipRule, {
    nullable: true,
    description: 'The rule it was chosen by; null when it is worked out from other values.',
  })
  rule!: SurvivorshipRule | null;

  @Field(() => String, { description: 'Why it was chosen, in a sentence.' })
  reason!: string;

  @Field(() => OverriddenValue, { nullable: true, description: 'Who has set it; null when it is what sources say.' })
  overridden!: OverriddenValue | null;

  @Field(() => [AlternativeValue], { description: 'What the others say. Empty where rules about data restrict what you see.' })
  others!: AlternativeValue[];
}
