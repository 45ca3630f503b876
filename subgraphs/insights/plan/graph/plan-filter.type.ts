import { GraphQLDate, GraphQLJSON } from 'graphql-scalars';
import { createUnionType, Field, Float, Int, ObjectType } from 'type-graphql';
import type { CountedRelated, Expression, FieldRef, Filter, RecordSet, Scalar } from '../query-plan.ts';
import { PlanComparison, PlanDatePart, PlanDirection, PlanFunction, PlanTextMatch } from './plan-enums.ts';
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

@ObjectType('PlanCounted', {
  description: 'Records by how many others lead to them: the most, the fewest, or so many.',
  simpleResolvers: true,
})
export class PlanCounted {
  @Field(() => String, { description: 'Entity type of those that are counted.' })
  entity!: string;

  @Field(() => [String], { description: 'Relations that lead from them to the record.' })
  relation!: string[];

  @Field(() => [PlanFilter], { description: 'Conditions they have to meet, all of them.' })
  filters!: Filter[];

  @Field(() => PlanDirection, { nullable: true, description: 'Descending: the record with the most; ascending: with the fewest.' })
  direction!: CountedRelated['direction'];

  @Field(() => PlanComparison, { nullable: true, description: 'How their number compares.' })
  operator!: CountedRelated['operator'];

  @Field(() => Float, { nullable: true, description: 'The number it is compared with.' })
  value!: number | null;
}

@ObjectType('PlanRecordSet', {
  description: 'Values of the records that meet all conditions, or one number made of them.',
  simpleResolvers: true,
})
export class PlanRecordSet {
  @Field(() => String, { description: 'Their entity type.' })
  entity!: string;

  @Field(() => PlanField, { description: 'What is taken of them.' })
  field!: FieldRef;

  @Field(() => PlanFunction, { nullable: true, description: 'The number made of the values; none: the values themselves.' })
  function!: RecordSet['function'];

  @Field(() => [PlanFilter], { description: 'Conditions they have to meet, all of them.' })
  filters!: Filter[];

  @Field(() => PlanCounted, { nullable: true, description: 'How many others lead to them.' })
  counted!: CountedRelated | null;
}

@ObjectType('PlanNested', {
  description: 'An attribute is among the values of a set of records, or compares with their number.',
  simpleResolvers: true,
})
export class PlanNested {
  @Field(() => PlanField, { description: FIELD })
  field!: PlanField;

  @Field(() => PlanComparison, { nullable: true, description: 'How it compares; none: it is among the values.' })
  comparison!: Of<'compare'>['operator'] | null;

  @Field(() => Boolean, { description: NEGATED })
  negated!: boolean;

  @Field(() => PlanRecordSet, { description: 'The set of records.' })
  set!: RecordSet;
}

const TYPES = {
  equals: PlanEquals,
  compare: PlanCompare,
  text: PlanText,
  blank: PlanBlank,
  time: PlanTime,
  datePart: PlanCalendarParts,
  related: PlanRelated,
  nested: PlanNested,
  any: PlanAny,
} as const;

export const PlanFilter = createUnionType({
  name: 'PlanFilter',
  description: 'A condition on one record.',
  types: () => [PlanEquals, PlanCompare, PlanText, PlanBlank, PlanTime, PlanCalendarParts, PlanRelated, PlanNested, PlanAny] as const,
  resolveType: (value: unknown) => TYPES[(value as Filter).kind],
});
