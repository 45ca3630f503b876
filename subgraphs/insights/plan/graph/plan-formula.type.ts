import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Expression, Filter, MeasureExpression } from '../query-plan.ts';
import { PlanFunction, PlanOperator, PlanOverTime } from './plan-enums.ts';
import { PlanExpression } from './plan-expression.type.ts';
import { PlanFilter } from './plan-filter.type.ts';

type Of<Kind extends MeasureExpression['kind']> = Extract<MeasureExpression, { kind: Kind }>;

@ObjectType('PlanAggregate', { description: 'One number made of many records.', simpleResolvers: true })
export class PlanAggregate {
  @Field(() => Int, { description: 'Position of the source they are of.' })
  source!: number;

  @Field(() => PlanFunction, { description: 'How.' })
  function!: Of<'aggregate'>['function'];

  @Field(() => PlanExpression, { nullable: true, description: 'What of each record; null to count the records themselves.' })
  of!: Expression | null;

  @Field(() => PlanExpression, { nullable: true, description: 'The other number of a correlation.' })
  with!: Expression | null;

  @Field(() => PlanOverTime, { nullable: true, description: 'How it is told of several moments, where it is no flow.' })
  overTime!: NonNullable<Of<'aggregate'>['overTime']> | null;

  @Field(() => [PlanFilter], { description: 'Conditions of this number alone.' })
  filters!: Filter[];
}

@ObjectType('PlanConstant', { description: 'A number that is always the same.', simpleResolvers: true })
export class PlanConstant {
  @Field(() => Float, { description: 'The number.' })
  value!: number;
}

@ObjectType('PlanCombination', { description: 'Two numbers put together.', simpleResolvers: true })
export class PlanCombination {
  @Field(() => PlanOperator, { description: 'How.' })
  operator!: Of<'combine'>['operator'];

  @Field(() => PlanFormula, { description: 'The first number.' })
  left!: MeasureExpression;

  @Field(() => PlanFormula, { description: 'The second number.' })
  right!: MeasureExpression;
}

const TYPES = { aggregate: PlanAggregate, constant: PlanConstant, combine: PlanCombination } as const;

export const PlanFormula = createUnionType({
  name: 'PlanFormula',
  description: 'A number computed from a group of records.',
  types: () => [PlanAggregate, PlanConstant, PlanCombination] as const,
  resolveType: (value: unknown) => TYPES[(value as MeasureExpression).kind],
});
