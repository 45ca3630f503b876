import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { BusinessDomain, GoodDirection, MetricAggregate, MetricOverTime, Persona, UnitKind } from './metric-enums.ts';

@ObjectType('MetricCondition', { description: 'What has to hold of a record to be counted; exactly one thing is said of one attribute.' })
@InputType('MetricConditionInput', { description: 'What has to hold of a record to be counted; say exactly one thing of one attribute.' })
export class MetricCondition {
  @Field(() => String, { description: 'Name of the attribute; `account.country` reaches through a relation.' })
  attribute!: string;

  @Field(() => [String], { nullable: true, description: 'It is one of these.' })
  is!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: 'It is none of these; records without it count.' })
  not!: string[] | null | undefined;

  @Field(() => Boolean, { nullable: true, description: 'True: it has no value; false: it has one.' })
  blank!: boolean | null | undefined;

  @Field(() => Float, { nullable: true, description: 'It is more than this.' })
  above!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: 'It is a date more than so many days ago.' })
  daysAgo!: number | null | undefined;
}

@ObjectType('MetricBinding', { description: 'One way to compute a metric from records of one entity type.' })
@InputType('MetricBindingInput', { description: 'One way to compute a metric from records of one entity type.' })
export class MetricBinding {
  @Field(() => String, { description: 'Name of the entity type, such as `Order`.' })
  entity!: string;

  @Field(() => MetricAggregate, { description: 'How the numbers of records become one.' })
  aggregate!: MetricAggregate;

  @Field(() => String, {
    nullable: true,
    description:
      'What is added up: an attribute, or arithmetic of them such as `quantity * product.price` or `days(createdDate, closeDate)`. Left out to count records.',
  })
  of!: string | null | undefined;

  @Field(() => [MetricCondition], { defaultValue: [], description: 'All of this has to hold.' })
  where!: MetricCondition[];

  @Field(() => String, { nullable: true, description: 'The date that places a record in time.' })
  time!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'For records that stand for a while: the date they began. Told as of the end of each period.',
  })
  spanStart!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'The date they ended; left out, what began stands for good.' })
  spanEnd!: string | null | undefined;

  @Field(() => MetricOverTime, { nullable: true, description: 'How several moments become one number; left out, they are taken together.' })
  overTime!: MetricOverTime | null | undefined;
}

@ObjectType('MetricSpec', { description: 'The definition of a metric, as it is written down.' })
@InputType('MetricInput', { description: 'The definition of a metric. It has bindings or a formula, one of them.' })
export class MetricSpec {
  @Field(() => String, { description: 'Stable name in small letters, digits and underscores; that of a built-in metric takes its place.' })
  name!: string;

  @Field(() => String, { description: 'What people call it, 1 to 80 characters.' })
  label!: string;

  @Field(() => [String], { defaultValue: [], description: 'Other words for it that questions may use, 40 at most.' })
  synonyms!: string[];

  @Field(() => String, { description: 'What it tells, in a sentence.' })
  description!: string;

  @Field(() => String, { description: 'How it is computed, exactly, in words.' })
  definition!: string;

  @Field(() => String, { defaultValue: '', description: 'Who defines it so: a standard, a policy, a body.' })
  source!: string;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => GoodDirection, { description: 'Which way it should move.' })
  goodDirection!: GoodDirection;

  @Field(() => BusinessDomain, { description: 'The part of the business it belongs to.' })
  domain!: BusinessDomain;

  @Field(() => [Persona], { defaultValue: [], description: 'Whom it concerns.' })
  personas!: Persona[];

  @Field(() => String, {
    nullable: true,
    description:
      'Arithmetic over other metrics by name: `revenue - costs`, `revenue / before(revenue, year) - 1`, `running(new_customers)`, `receivables / revenue * period_days`.',
  })
  formula!: string | null | undefined;

  @Field(() => [MetricBinding], {
    defaultValue: [],
    description: 'Ways to compute it; the first that the data allows is taken. 10 at most.',
  })
  bindings!: MetricBinding[];
}
