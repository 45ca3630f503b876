import { Field, InputType, Int } from 'type-graphql';
import { PlanDirection, PlanFunction, PlanGrain } from '../plan/graph/plan-enums.ts';
import { PlanFilterInput } from '../plan/graph/plan-filter.input.ts';
import type { AggregateFunction, Grain } from '../plan/query-plan.ts';

@InputType({ description: 'A number to compute: a metric by its name, or an aggregate of an entity type’s records.' })
export class QueryMeasureInput {
  @Field(() => String, { nullable: true, description: 'Name of a metric, as `metrics` tells it; then nothing else is given.' })
  metric!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Entity type whose records are counted or aggregated.' })
  entity!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Its attribute; left out, its records are counted.' })
  attribute!: string | null | undefined;

  @Field(() => PlanFunction, { nullable: true, description: 'How; left out, what suits the attribute: a sum or an average.' })
  function!: AggregateFunction | null | undefined;
}

@InputType({ description: 'Something to split by: a part of the calendar, an attribute, or the records of an entity type.' })
export class QueryDimensionInput {
  @Field(() => String, { nullable: true, description: 'Entity type: that of the records themselves, or one that they belong to.' })
  entity!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Its attribute; left out, each of its records is a group.' })
  attribute!: string | null | undefined;

  @Field(() => PlanGrain, {
    nullable: true,
    description: 'Part of the calendar: of the attribute, or alone of the date that the numbers go by.',
  })
  grain!: Grain | null | undefined;
}

@InputType({ description: 'A condition on records of an entity type.' })
export class QueryConditionInput {
  @Field(() => String, { description: 'Entity type: that of the records themselves, or one that they belong to.' })
  entity!: string;

  @Field(() => PlanFilterInput, { description: 'The condition; its fields start at that entity type.' })
  filter!: PlanFilterInput;
}

@InputType({ description: 'What rows are ordered by: one of the measures or one of the dimensions.' })
export class QueryOrderInput {
  @Field(() => Int, { nullable: true, description: 'Position of the measure.' })
  measure!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: 'Position of the dimension.' })
  dimension!: number | null | undefined;

  @Field(() => PlanDirection, { defaultValue: 'desc', description: 'Which end comes first.' })
  direction!: 'asc' | 'desc';
}
