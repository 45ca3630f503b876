import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

export const WhyKind = { SUM: 'SUM', RATIO: 'RATIO', WHOLE: 'WHOLE' } as const;
export type WhyKind = (typeof WhyKind)[keyof typeof WhyKind];
registerEnumType(WhyKind, {
  name: 'WhyKind',
  description: 'How a number hangs together with its groups.',
  valuesConfig: {
    SUM: { description: 'Groups add up to it.' },
    RATIO: { description: 'Groups differ in weight and in rate: what each added is its rate and its mix.' },
    WHOLE: { description: 'Groups do not add up to it: only the parts of its formula are told.' },
  },
});

@ObjectType('Contribution', { description: 'What one group, or one part of a formula, added to a change.', simpleResolvers: true })
export class Contribution {
  @Field(() => String, { description: 'What the groups are told apart by; for parts of a formula, `Formula`.' })
  dimension!: string;

  @Field(() => String, { description: 'The group.' })
  label!: string;

  @Field(() => Float, { nullable: true, description: 'Its own number before; null when it had none.' })
  before!: number | null;

  @Field(() => Float, { nullable: true, description: 'Its own number after; null when it has none.' })
  after!: number | null;

  @Field(() => Float, { description: 'What it added to the change of the whole: all of a dimension together are the change.' })
  change!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Part of the change: 1 is all of it, negative worked against it; null when there was none.',
  })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a ratio: what its own rate having moved added.' })
  rate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of a ratio: what its being more or less of the whole added.' })
  mix!: number | null;

  @Field(() => String, { nullable: true, description: 'What it added, as people read it.' })
  formattedChange!: string | null;
}

@ObjectType('WhySplit', { description: 'A change by the groups of one dimension.', simpleResolvers: true })
export class WhySplit {
  @Field(() => String, { description: 'What the groups are told apart by.' })
  dimension!: string;

  @Field(() => Float, { description: '0…1: how much it tells; nought where every group moved as the whole did.' })
  telling!: number;

  @Field(() => [Contribution], { description: 'The groups, the largest movements first, the others as one: together the change.' })
  contributions!: Contribution[];
}

@ObjectType('Why', {
  description: 'Why a number moved between two periods, by what its groups and its parts added.',
  simpleResolvers: true,
})
export class Why {
  @Field(() => String, { description: 'What made it move, in a few sentences.' })
  text!: string;

  @Field(() => WhyKind, { description: 'How it hangs together with its groups.' })
  kind!: WhyKind;

  @Field(() => String, { description: 'The period it moved in.' })
  period!: string;

  @Field(() => String, { description: 'The period it is compared with.' })
  versus!: string;

  @Field(() => Float, { description: 'The number before.' })
  before!: number;

  @Field(() => Float, { description: 'The number after.' })
  after!: number;

  @Field(() => Float, { description: 'The difference.' })
  change!: number;

  @Field(() => Float, { nullable: true, description: 'The difference relative to before; null when that was nought.' })
  relative!: number | null;

  @Field(() => [Contribution], { description: 'The groups of the dimension that tells most; empty where groups do not add up.' })
  contributions!: Contribution[];

  @Field(() => [WhySplit], { description: 'Every dimension that was looked at, the most telling first.' })
  splits!: WhySplit[];

  @Field(() => [Contribution], { description: 'What the metrics that it is computed of added; empty where it has no formula.' })
  components!: Contribution[];
}
