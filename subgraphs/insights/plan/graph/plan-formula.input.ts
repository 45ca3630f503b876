import { Field, Float, InputType, Int } from 'type-graphql';
import type { AggregateFunction, OverTime } from '../query-plan.ts';
import { PlanFunction, PlanOperator, PlanOverTime } from './plan-enums.ts';
import { PlanExpressionInput } from './plan-expression.input.ts';
import { PlanFilterInput } from './plan-filter.input.ts';

@InputType({ description: 'One number made of many records.' })
export class PlanAggregateInput {
  @Field(() => Int, { defaultValue: 0, description: 'Position of the source they are of.' })
  source!: number;

  @Field(() => PlanFunction, { description: 'How.' })
  function!: AggregateFunction;

  @Field(() => PlanExpressionInput, { nullable: true, description: 'What of each record; null to count the records themselves.' })
  of!: PlanExpressionInput | null | undefined;

  @Field(() => PlanExpressionInput, { nullable: true, description: 'The other number of a correlation.' })
  with!: PlanExpressionInput | null | undefined;

  @Field(() => PlanOverTime, { nullable: true, description: 'How it is told of several moments, where it is no flow.' })
  overTime!: OverTime | null | undefined;

  @Field(() => [PlanFilterInput], { defaultValue: [], description: 'Conditions of this number alone, at most 20.' })
  filters!: PlanFilterInput[];
}

@InputType({ description: 'Two numbers put together.' })
export class PlanCombinationInput {
  @Field(() => PlanOperator, { description: 'How.' })
  operator!: '+' | '-' | '*' | '/';

  @Field(() => PlanFormulaInput, { description: 'The first number.' })
  left!: PlanFormulaInput;

  @Field(() => PlanFormulaInput, { description: 'The second number.' })
  right!: PlanFormulaInput;
}

@InputType({ description: 'A number computed from a group of records: exactly one of these.' })
export class PlanFormulaInput {
  @Field(() => PlanAggregateInput, { nullable: true, description: 'One number made of many records.' })
  aggregate!: PlanAggregateInput | null | undefined;

  @Field(() => Float, { nullable: true, description: 'A number that is always the same.' })
  constant!: number | null | undefined;

  @Field(() => PlanCombinationInput, { nullable: true, description: 'Two numbers put together.' })
  combine!: PlanCombinationInput | null | undefined;
}
