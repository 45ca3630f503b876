import { createUnionType, Field, Float, ObjectType } from 'type-graphql';
import type { Expression } from '../query-plan.ts';
import { PlanGrain, PlanOperator } from './plan-enums.ts';

type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

@ObjectType('PlanField', {
  description: 'An attribute of a source’s records, or of what they belong to.',
  simpleResolvers: true,
})
export class PlanField {
  @Field(() => [String], { description: 'Relations to follow from the record, at most three; empty for its own attribute.' })
  path!: string[];

  @Field(() => String, { description: 'Name of the attribute; `id` for the record itself.' })
  attribute!: string;
}

@ObjectType('PlanFieldValue', { description: 'A number that a record carries.', simpleResolvers: true })
export class PlanFieldValue {
  @Field(() => PlanField, { description: 'Where it stands.' })
  field!: PlanField;
}

@ObjectType('PlanNumber', { description: 'A number that is always the same.', simpleResolvers: true })
export class PlanNumber {
  @Field(() => Float, { description: 'The number.' })
  value!: number;
}

@ObjectType('PlanArithmetic', { description: 'Two numbers of one record put together.', simpleResolvers: true })
export class PlanArithmetic {
  @Field(() => PlanOperator, { description: 'How.' })
  operator!: Of<'arithmetic'>['operator'];

  @Field(() => PlanExpression, { description: 'The first number.' })
  left!: Expression;

  @Field(() => PlanExpression, { description: 'The second number.' })
  right!: Expression;
}

@ObjectType('PlanDays', { description: 'The days between two dates of one record.', simpleResolvers: true })
export class PlanDays {
  @Field(() => PlanField, { description: 'The date they are counted from.' })
  from!: PlanField;

  @Field(() => PlanField, { description: 'The date they are counted to.' })
  to!: PlanField;
}

@ObjectType('PlanCalendarPart', {
  description: 'The part of the calendar a date falls in; only to count how many there are.',
  simpleResolvers: true,
})
export class PlanCalendarPart {
  @Field(() => PlanField, { description: 'The date.' })
  field!: PlanField;

  @Field(() => PlanGrain, { description: 'Which part.' })
  grain!: Of<'grain'>['grain'];
}

const TYPES = { field: PlanFieldValue, number: PlanNumber, arithmetic: PlanArithmetic, days: PlanDays, grain: PlanCalendarPart } as const;

export const PlanExpression = createUnionType({
  name: 'PlanExpression',
  description: 'A number computed from one record.',
  types: () => [PlanFieldValue, PlanNumber, PlanArithmetic, PlanDays, PlanCalendarPart] as const,
  resolveType: (value: unknown) => TYPES[(value as Expression).kind],
});
