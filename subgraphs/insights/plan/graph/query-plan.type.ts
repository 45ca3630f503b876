import { GraphQLDate, GraphQLJSONObject } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { UnitKind } from '../../metrics/metric-enums.ts';
import type { Filter, MeasureExpression, QueryPlan as Plan } from '../query-plan.ts';
import { PlanComparison, PlanDirection, PlanGrain, PlanOrderBy, PlanShape, PlanShiftUnit } from './plan-enums.ts';
import { PlanField } from './plan-expression.type.ts';
import { PlanFilter } from './plan-filter.type.ts';
import { PlanFormula } from './plan-formula.type.ts';

@ObjectType('PlanSpan', { description: 'From when to when a record stands, such as somebody’s employment.', simpleResolvers: true })
export class PlanSpan {
  @Field(() => PlanField, { description: 'The date it begins.' })
  start!: PlanField;

  @Field(() => PlanField, { nullable: true, description: 'The date it ends; null: what began stands for good.' })
  end!: PlanField | null;

  @Field(() => GraphQLDate, { description: 'The last day that is known of.' })
  asOf!: string;
}

@ObjectType('PlanShift', { description: 'How far dates are moved, so that what was stands beside what is.', simpleResolvers: true })
export class PlanShift {
  @Field(() => PlanShiftUnit, { description: 'By what.' })
  unit!: NonNullable<Plan['sources'][number]['shift']>['unit'];

  @Field(() => Int, { description: 'By how many.' })
  count!: number;
}

@ObjectType('PlanSource', { description: 'A set of records that a plan reads.', simpleResolvers: true })
export class PlanSource {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => [PlanFilter], { description: 'Conditions they have to meet, all of them.' })
  filters!: Filter[];

  @Field(() => PlanField, { nullable: true, description: 'The date that the plan’s period holds for.' })
  timeField!: PlanField | null;

  @Field(() => [PlanField], { description: 'What each dimension of the plan is on these records, in their order.' })
  keys!: PlanField[];

  @Field(() => PlanSpan, { nullable: true, description: 'From when to when its records stand, where they do.' })
  span!: PlanSpan | null;

  @Field(() => PlanShift, { nullable: true, description: 'How far its dates are moved; null: not at all.' })
  shift!: PlanShift | null;
}

@ObjectType('PlanMeasure', { description: 'A number that a plan computes.', simpleResolvers: true })
export class PlanMeasure {
  @Field(() => String, { description: 'Tells it apart within the plan; names its column.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => String, { nullable: true, description: 'Currency of an amount of money, where there is one for all.' })
  currency!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the metric it is; null for numbers that need none.' })
  metric!: string | null;

  @Field(() => PlanFormula, { description: 'How it is computed.' })
  expression!: MeasureExpression;
}

@ObjectType('PlanDimension', { description: 'Something that numbers are split by.', simpleResolvers: true })
export class PlanDimension {
  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => PlanGrain, { nullable: true, description: 'The part of the calendar, where it is a date.' })
  grain!: Plan['groupBy'][number]['grain'];

  @Field(() => String, { nullable: true, description: 'The entity type, where each group is a record.' })
  entity!: string | null;

  @Field(() => Boolean, { description: 'Whether records without a value are a group of their own.' })
  keepBlank!: boolean;
}

@ObjectType('PlanPeriod', { description: 'A stretch of days.', simpleResolvers: true })
export class PlanPeriod {
  @Field(() => GraphQLDate, { nullable: true, description: 'Its first day; null: from the beginning.' })
  from!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'The day behind its last; null: without end.' })
  to!: string | null;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => Boolean, { description: 'Whether it moves with the calendar, as last month does.' })
  relative!: boolean;
}

@ObjectType('PlanCondition', { description: 'A condition on a number of a group.', simpleResolvers: true })
export class PlanCondition {
  @Field(() => Int, { description: 'Position of the measure.' })
  measure!: number;

  @Field(() => PlanComparison, { description: 'How it compares.' })
  operator!: Plan['having'][number]['operator'];

  @Field(() => Float, { description: 'The number it is compared with.' })
  value!: number;
}

@ObjectType('PlanOrder', { description: 'What rows are ordered by.', simpleResolvers: true })
export class PlanOrder {
  @Field(() => PlanOrderBy, { description: 'What of.' })
  by!: Plan['order'][number]['by'];

  @Field(() => Int, { description: 'Its position among those.' })
  index!: number;

  @Field(() => PlanDirection, { description: 'Which end comes first.' })
  direction!: Plan['order'][number]['direction'];
}

@ObjectType('QueryPlan', {
  description: 'What a question means, before any SQL: validated against the model of the company. `runPlan` takes it, changed or not.',
  simpleResolvers: true,
})
export class QueryPlan {
  @Field(() => Int, { description: 'Version of the form.' })
  version!: number;

  @Field(() => PlanShape, { description: 'What it gives.' })
  shape!: Plan['shape'];

  @Field(() => [PlanSource], { description: 'The records it reads.' })
  sources!: PlanSource[];

  @Field(() => [PlanMeasure], { description: 'The numbers it computes.' })
  measures!: PlanMeasure[];

  @Field(() => [PlanDimension], { description: 'What they are split by.' })
  groupBy!: PlanDimension[];

  @Field(() => [PlanField], { description: 'The columns of a list.' })
  columns!: PlanField[];

  @Field(() => Boolean, { description: 'Whether rows of a list that are alike are told once.' })
  distinct!: boolean;

  @Field(() => [PlanCondition], { description: 'Conditions on the numbers of a group.' })
  having!: PlanCondition[];

  @Field(() => PlanPeriod, { nullable: true, description: 'The time it is about; null: all of it.' })
  period!: PlanPeriod | null;

  @Field(() => PlanPeriod, { nullable: true, description: 'The time it is compared with.' })
  compare!: PlanPeriod | null;

  @Field(() => [PlanOrder], { description: 'The order of its rows.' })
  order!: PlanOrder[];

  @Field(() => Int, { description: 'How many rows it gives at most.' })
  limit!: number;

  @Field(() => Int, { description: 'How many rows are passed over before the first.' })
  offset!: number;

  @Field(() => Boolean, { description: 'Whether each group’s share of the whole is told.' })
  share!: boolean;

  @Field(() => GraphQLJSONObject, {
    description: 'All of it in one piece, in the form of QueryPlanInput: what `runPlan` takes as its plan.',
  })
  json!: Record<string, unknown>;
}
