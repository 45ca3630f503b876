import { GraphQLDate, GraphQLJSON } from 'graphql-scalars';
import { Field, Float, InputType, Int } from 'type-graphql';
import type { AggregateFunction, Comparison } from '../query-plan.ts';
import { PlanComparison, PlanDatePart, PlanDirection, PlanFunction, PlanTextMatch } from './plan-enums.ts';
import { PlanExpressionInput, PlanFieldInput } from './plan-expression.input.ts';

const NEGATED = 'Whether it must not be so.';
const FIELD = 'The attribute it is about.';

@InputType({ description: 'An attribute is one of these values.' })
export class PlanEqualsInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => [GraphQLJSON], { description: 'Texts, numbers, true or false, of the kind that the attribute has; 1 to 200.' })
  values!: unknown[];

  @Field(() => Boolean, { defaultValue: false, description: NEGATED })
  negated!: boolean;
}

@InputType({ description: 'A number of the record compares with another.' })
export class PlanCompareInput {
  @Field(() => PlanExpressionInput, { description: 'The number of the record.' })
  of!: PlanExpressionInput;

  @Field(() => PlanComparison, { description: 'How it compares.' })
  operator!: Comparison;

  @Field(() => Float, { description: 'The number it is compared with.' })
  value!: number;
}

@InputType({ description: 'A text stands in an attribute, in capitals or not.' })
export class PlanTextInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => PlanTextMatch, { defaultValue: 'contains', description: 'Where in it.' })
  match!: 'contains' | 'starts' | 'ends';

  @Field(() => String, { description: 'The text, 1 to 200 characters.' })
  text!: string;

  @Field(() => Boolean, { defaultValue: false, description: NEGATED })
  negated!: boolean;
}

@InputType({ description: 'An attribute has no value.' })
export class PlanBlankInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => Boolean, { defaultValue: false, description: NEGATED })
  negated!: boolean;
}

@InputType({ description: 'A date lies within a period.' })
export class PlanTimeInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => GraphQLDate, { nullable: true, description: 'Its first day; null: from the beginning.' })
  from!: Date | null | undefined;

  @Field(() => GraphQLDate, { nullable: true, description: 'The day behind its last; null: without end.' })
  to!: Date | null | undefined;
}

@InputType({ description: 'A date falls in these parts of the calendar, whatever the year.' })
export class PlanCalendarPartsInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => PlanDatePart, { description: 'Which part.' })
  part!: 'month' | 'weekday' | 'hour';

  @Field(() => [Int], { description: 'Its numbers: months 1 to 12, weekdays 1 (Monday) to 7, hours 0 to 23.' })
  parts!: number[];
}

@InputType({ description: 'Records of another kind that belong to this one exist.' })
export class PlanRelatedInput {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => [String], { description: 'Relations that lead from them to this record, 1 to 3.' })
  relation!: string[];

  @Field(() => [PlanFilterInput], { defaultValue: [], description: 'Conditions they have to meet, all of them; at most 10.' })
  filters!: PlanFilterInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether there must be none.' })
  negated!: boolean;
}

@InputType({ description: 'At least one of these conditions is met.' })
export class PlanAnyInput {
  @Field(() => [PlanFilterInput], { description: 'The conditions, 1 to 10.' })
  filters!: PlanFilterInput[];
}

@InputType({
  description: 'Records by how many others lead to them: by direction the most or the fewest, or by operator and value so many.',
})
export class PlanCountedInput {
  @Field(() => String, { description: 'Entity type of those that are counted.' })
  entity!: string;

  @Field(() => [String], { description: 'Relations that lead from them to the record, 1 to 3.' })
  relation!: string[];

  @Field(() => [PlanFilterInput], { defaultValue: [], description: 'Conditions they have to meet, all of them; at most 10.' })
  filters!: PlanFilterInput[];

  @Field(() => PlanDirection, { nullable: true, description: 'Descending: the record with the most; ascending: with the fewest.' })
  direction!: 'asc' | 'desc' | null | undefined;

  @Field(() => PlanComparison, { nullable: true, description: 'How their number compares.' })
  operator!: Comparison | null | undefined;

  @Field(() => Float, { nullable: true, description: 'The number it is compared with.' })
  value!: number | null | undefined;
}

@InputType({ description: 'Values of the records that meet all conditions, or one number made of them.' })
export class PlanRecordSetInput {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => PlanFieldInput, { description: 'What is taken of them.' })
  field!: PlanFieldInput;

  @Field(() => PlanFunction, { nullable: true, description: 'MIN, MAX, AVERAGE or SUM of the values; none: the values themselves.' })
  function!: AggregateFunction | null | undefined;

  @Field(() => [PlanFilterInput], { defaultValue: [], description: 'Conditions they have to meet, all of them; at most 10.' })
  filters!: PlanFilterInput[];

  @Field(() => PlanCountedInput, { nullable: true, description: 'How many others lead to them.' })
  counted!: PlanCountedInput | null | undefined;
}

@InputType({ description: 'An attribute is among the values of a set of records, or compares with their number.' })
export class PlanNestedInput {
  @Field(() => PlanFieldInput, { description: FIELD })
  field!: PlanFieldInput;

  @Field(() => PlanComparison, { nullable: true, description: 'How it compares; none: it is among the values.' })
  comparison!: Comparison | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: NEGATED })
  negated!: boolean;

  @Field(() => PlanRecordSetInput, { description: 'The set of records.' })
  set!: PlanRecordSetInput;
}

@InputType({ description: 'A condition on one record: exactly one of these.' })
export class PlanFilterInput {
  @Field(() => PlanEqualsInput, { nullable: true, description: 'An attribute is one of some values.' })
  equals!: PlanEqualsInput | null | undefined;

  @Field(() => PlanCompareInput, { nullable: true, description: 'A number compares with another.' })
  compare!: PlanCompareInput | null | undefined;

  @Field(() => PlanTextInput, { nullable: true, description: 'A text stands in an attribute.' })
  text!: PlanTextInput | null | undefined;

  @Field(() => PlanBlankInput, { nullable: true, description: 'An attribute has no value.' })
  blank!: PlanBlankInput | null | undefined;

  @Field(() => PlanTimeInput, { nullable: true, description: 'A date lies within a period.' })
  time!: PlanTimeInput | null | undefined;

  @Field(() => PlanCalendarPartsInput, { nullable: true, description: 'A date falls in some parts of the calendar.' })
  calendarParts!: PlanCalendarPartsInput | null | undefined;

  @Field(() => PlanRelatedInput, { nullable: true, description: 'Records that belong to it exist.' })
  related!: PlanRelatedInput | null | undefined;

  @Field(() => PlanNestedInput, { nullable: true, description: 'An attribute is among the values of a set of records.' })
  nested!: PlanNestedInput | null | undefined;

  @Field(() => PlanAnyInput, { nullable: true, description: 'One of several conditions is met.' })
  any!: PlanAnyInput | null | undefined;
}
