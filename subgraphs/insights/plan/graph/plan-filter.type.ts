import { GraphQLDate, GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { Expression, Filter, Scalar } from '../query-plan.ts';
import { PlanComparison, PlanDatePart, PlanTextMatch } from './plan-enums.ts';
import { PlanExpression, PlanField } from './plan-expression.type.ts';

type Of<Kind extends Filter['kind']> = Extract<Filter, { kind: Kind }>;
const NEGATED = 'Whether it must not be so.';
const FIELD = 'The attribute it is about.';

@ObjectType('PlanEquals', { description: 'An attribute is one of these values.', simpleResolvers: true })
export class PlanEquals {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => [GraphQLJSON], { description: 'The values: texts, numbers, true or false, at most 200.' })
  values!: Scalar[];

  @Field(() => Boolean, { description: NEGATED })
  negated!: boolean;
}

@ObjectType('PlanCompare', { description: 'A number of the record compares with another.', simpleResolvers: true })
export class PlanCompare {
  @Field(() => PlanExpression, { description: 'The number of the record.' })
  of!: Expression;

  @Field(() => PlanComparison, { description: 'How it compares.' })
  operator!: Of<'compare'>['operator'];

  @Field(() => Float, { description: 'The number it is compared with.' })
  value!: number;
}

@ObjectType('PlanText', { description: 'A text stands in an attribute, in capitals or not.', simpleResolvers: true })
export class PlanText {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => PlanTextMatch, { description: 'Where in it.' })
  match!: Of<'text'>['match'];

  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => Boolean, { description: NEGATED })
  negated!: boolean;
}

@ObjectType('PlanBlank', { description: 'An attribute has no value.', simpleResolvers: true })
export class PlanBlank {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => Boolean, { description: NEGATED })
  negated!: boolean;
}

@ObjectType('PlanTime', { description: 'A date lies within a period.', simpleResolvers: true })
export class PlanTime {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => GraphQLDate, { nullable: true, description: 'Its first day; null: from the beginning.' })
  from!: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: 'The day behind its last; null: without end.' })
  to!: string | null;
}

@ObjectType('PlanCalendarParts', { description: 'A date falls in these parts of the calendar, whatever the year.', simpleResolvers: true })
export class PlanCalendarParts {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => PlanDatePart, { description: 'Which part.' })
  part!: Of<'datePart'>['part'];

  @Field(() => [Int], { description: 'Its numbers.' })
  parts!: number[];
}

@ObjectType('PlanRelated', { description: 'Records of another kind that belong to this one exist.', simpleResolvers: true })
export class PlanRelated {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => [String], { description: 'Relations that lead from them to this record.' })
  relation!: string[];

  @Field(() => [PlanFilter], { description: 'Conditions they have to meet, all of them.' })
  filters!: Filter[];

  @Field(() => Boolean, { description: 'Whether there must be none.' })
  negated!: boolean;
}

@ObjectType('PlanAny', { description: 'At least one of these conditions is met.', simpleResolvers: true })
export class PlanAny {
  @Field(() => [PlanFilter], { description: 'The conditions.' })
  filters!: Filter[];
}

const TYPES = {
  equals: PlanEquals,
  compare: PlanCompare,
  text: PlanText,
  blank: PlanBlank,
  time: PlanTime,
  datePart: PlanCalendarParts,
  related: PlanRelated,
  any: PlanAny,
} as const;

export const PlanFilter = createUnionType({
  name: 'PlanFilter',
  description: 'A condition on one record.',
  types: () => [PlanEquals, PlanCompare, PlanText, PlanBlank, PlanTime, PlanCalendarParts, PlanRelated, PlanAny] as const,
  resolveType: (value: unknown) => TYPES[(value as Filter).kind],
});
