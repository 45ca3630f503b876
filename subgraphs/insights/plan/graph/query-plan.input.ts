import { GraphQLDate } from 'graphql-scalars';
import { Field, Float, InputType, Int } from 'type-graphql';
import { UnitKind } from '../../metrics/metric-enums.ts';
import type { Comparison, Grain, QueryPlan } from '../query-plan.ts';
import { MAX_ROWS } from '../query-plan.ts';
import { PlanComparison, PlanDirection, PlanGrain, PlanOrderBy, PlanShape, PlanShiftUnit } from './plan-enums.ts';
import { PlanFieldInput } from './plan-expression.input.ts';
import { PlanFilterInput } from './plan-filter.input.ts';
import { PlanFormulaInput } from './plan-formula.input.ts';

@InputType({ description: 'From when to when a record stands.' })
export class PlanSpanInput {
  @Field(() => PlanFieldInput, { description: 'The date it begins.' })
  start!: PlanFieldInput;

  @Field(() => PlanFieldInput, { nullable: true, description: 'The date it ends; null: what began stands for good.' })
  end!: PlanFieldInput | null | undefined;

  @Field(() => GraphQLDate, { description: 'The last day that is known of.' })
  asOf!: Date;
}

@InputType({ description: 'How far dates are moved.' })
export class PlanShiftInput {
  @Field(() => PlanShiftUnit, { description: 'By what.' })
  unit!: NonNullable<QueryPlan['sources'][number]['shift']>['unit'];

  @Field(() => Int, { description: 'By how many, -120 to 120.' })
  count!: number;
}

@InputType({ description: 'A set of records that a plan reads.' })
export class PlanSourceInput {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => [PlanFilterInput], { defaultValue: [], description: 'Conditions they have to meet, all of them; at most 40.' })
  filters!: PlanFilterInput[];

  @Field(() => PlanFieldInput, { nullable: true, description: 'The date that the plan’s period holds for.' })
  timeField!: PlanFieldInput | null | undefined;

  @Field(() => [PlanFieldInput], { defaultValue: [], description: 'What each dimension of the plan is on these records, in their order.' })
  keys!: PlanFieldInput[];

  @Field(() => PlanSpanInput, { nullable: true, description: 'From when to when its records stand, where they do.' })
  span!: PlanSpanInput | null | undefined;

  @Field(() => PlanShiftInput, { nullable: true, description: 'How far its dates are moved; null: not at all.' })
  shift!: PlanShiftInput | null | undefined;
}

@InputType({ description: 'A number that a plan computes.' })
export class PlanMeasureInput {
  @Field(() => String, { description: 'Tells it apart within the plan, 1 to 200 characters.' })
  id!: string;

  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  label!: string;

  @Field(() => UnitKind, { defaultValue: 'NUMBER', description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => String, { nullable: true, description: 'Currency of an amount of money, where there is one for all.' })
  currency!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Name of the metric it is.' })
  metric!: string | null | undefined;

  @Field(() => PlanFormulaInput, { description: 'How it is computed.' })
  expression!: PlanFormulaInput;
}

@InputType({ description: 'Something that numbers are split by.' })
export class PlanDimensionInput {
  @Field(() => String, { description: 'What people call it, 1 to 200 characters.' })
  label!: string;

  @Field(() => PlanGrain, { nullable: true, description: 'The part of the calendar, where it is a date.' })
  grain!: Grain | null | undefined;

  @Field(() => String, { nullable: true, description: 'The entity type, where each group is a record.' })
  entity!: string | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether records without a value are a group of their own.' })
  keepBlank!: boolean;
}

@InputType({ description: 'A stretch of days.' })
export class PlanPeriodInput {
  @Field(() => GraphQLDate, { nullable: true, description: 'Its first day; null: from the beginning.' })
  from!: Date | null | undefined;

  @Field(() => GraphQLDate, { nullable: true, description: 'The day behind its last; null: without end.' })
  to!: Date | null | undefined;

  @Field(() => String, { nullable: true, description: 'What people call it; left out, its days name it.' })
  label!: string | null | undefined;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it moves with the calendar, as last month does.' })
  relative!: boolean;
}

@InputType({ description: 'A condition on a number of a group.' })
export class PlanConditionInput {
  @Field(() => Int, { defaultValue: 0, description: 'Position of the measure.' })
  measure!: number;

  @Field(() => PlanComparison, { description: 'How it compares.' })
  operator!: Comparison;

  @Field(() => Float, { description: 'The number it is compared with.' })
  value!: number;
}

@InputType({ description: 'What rows are ordered by.' })
export class PlanOrderInput {
  @Field(() => PlanOrderBy, { description: 'What of.' })
  by!: QueryPlan['order'][number]['by'];

  @Field(() => Int, { defaultValue: 0, description: 'Its position among those.' })
  index!: number;

  @Field(() => PlanDirection, { defaultValue: 'asc', description: 'Which end comes first.' })
  direction!: 'asc' | 'desc';
}

@InputType({ description: 'A plan to run. An answer’s plan gives itself in this form (`json`).' })
export class QueryPlanInput {
  @Field(() => PlanShape, { description: 'What it gives.' })
  shape!: QueryPlan['shape'];

  @Field(() => [PlanSourceInput], { description: 'The records it reads, 1 to 6 sets.' })
  sources!: PlanSourceInput[];

  @Field(() => [PlanMeasureInput], { defaultValue: [], description: 'The numbers it computes, at most 12.' })
  measures!: PlanMeasureInput[];

  @Field(() => [PlanDimensionInput], { defaultValue: [], description: 'What they are split by, at most 4.' })
  groupBy!: PlanDimensionInput[];

  @Field(() => [PlanFieldInput], { defaultValue: [], description: 'The columns of a list, at most 30.' })
  columns!: PlanFieldInput[];

  @Field(() => Boolean, { defaultValue: false, description: 'Whether rows of a list that are alike are told once.' })
  distinct!: boolean;

  @Field(() => [PlanConditionInput], { defaultValue: [], description: 'Conditions on the numbers of a group, at most 5.' })
  having!: PlanConditionInput[];

  @Field(() => PlanPeriodInput, { nullable: true, description: 'The time it is about; null: all of it.' })
  period!: PlanPeriodInput | null | undefined;

  @Field(() => PlanPeriodInput, { nullable: true, description: 'The time it is compared with.' })
  compare!: PlanPeriodInput | null | undefined;

  @Field(() => [PlanOrderInput], { defaultValue: [], description: 'The order of its rows, at most 4.' })
  order!: PlanOrderInput[];

  @Field(() => Int, { defaultValue: MAX_ROWS, description: `How many rows it gives at most, 1 to ${MAX_ROWS}.` })
  limit!: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many rows are passed over before the first, at most 100 000.' })
  offset!: number;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether each group’s share of the whole is told.' })
  share!: boolean;
}
