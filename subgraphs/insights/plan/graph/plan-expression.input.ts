import { Field, Float, InputType } from 'type-graphql';
import type { Grain } from '../query-plan.ts';
import { PlanGrain, PlanOperator } from './plan-enums.ts';

@InputType({ description: 'An attribute of a source’s records, or of what they belong to.' })
export class PlanFieldInput {
  @Field(() => [String], { defaultValue: [], description: 'Relations to follow from the record, at most three.' })
  path!: string[];

  @Field(() => String, { description: 'Name of the attribute; `id` for the record itself.' })
  attribute!: string;
}

@InputType({ description: 'Two numbers of one record put together.' })
export class PlanArithmeticInput {
  @Field(() => PlanOperator, { description: 'How.' })
  operator!: '+' | '-' | '*' | '/';

  @Field(() => PlanExpressionInput, { description: 'The first number.' })
  left!: PlanExpressionInput;

  @Field(() => PlanExpressionInput, { description: 'The second number.' })
  right!: PlanExpressionInput;
}

@InputType({ description: 'The days between two dates of one record.' })
export class PlanDaysInput {
  @Field(() => PlanFieldInput, { description: 'The date they are counted from.' })
  from!: PlanFieldInput;

  @Field(() => PlanFieldInput, { description: 'The date they are counted to.' })
  to!: PlanFieldInput;
}

@InputType({ description: 'The part of the calendar a date falls in; only to count how many there are.' })
export class PlanCalendarPartInput {
  @Field(() => PlanFieldInput, { description: 'The date.' })
  field!: PlanFieldInput;

  @Field(() => PlanGrain, { description: 'Which part.' })
  grain!: Grain;
}

@InputType({ description: 'A number computed from one record: exactly one of these.' })
export class PlanExpressionInput {
  @Field(() => PlanFieldInput, { nullable: true, description: 'A number that the record carries.' })
  field!: PlanFieldInput | null | undefined;

  @Field(() => Float, { nullable: true, description: 'A number that is always the same.' })
  number!: number | null | undefined;

  @Field(() => PlanArithmeticInput, { nullable: true, description: 'Two numbers put together.' })
  arithmetic!: PlanArithmeticInput | null | undefined;

  @Field(() => PlanDaysInput, { nullable: true, description: 'The days between two dates.' })
  days!: PlanDaysInput | null | undefined;

  @Field(() => PlanCalendarPartInput, { nullable: true, description: 'The part of the calendar a date falls in.' })
  calendarPart!: PlanCalendarPartInput | null | undefined;
}
