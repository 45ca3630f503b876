import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Confidence, Trend } from '../ask/confidence.type.ts';
import { Delta } from '../ask/answer-parts.type.ts';
import { BusinessDomain, GoodDirection, UnitKind } from '../metrics/metric-enums.ts';

export const Orbit = { CENTRE: 'CENTRE', EXACT: 'EXACT', LIKELY: 'LIKELY', HYPOTHESIS: 'HYPOTHESIS' } as const;
export type Orbit = (typeof Orbit)[keyof typeof Orbit];
registerEnumType(Orbit, {
  name: 'Orbit',
  description: 'How directly a node belongs to the answer in the centre.',
  valuesConfig: {
    CENTRE: { description: 'The answer itself.' },
    EXACT: { description: 'A part of it, by its definition.' },
    LIKELY: { description: 'It moves the answer.' },
    HYPOTHESIS: { description: 'It may matter.' },
  },
});

export const EdgeRelation = { COMPONENT: 'COMPONENT', DRIVER: 'DRIVER', RATIO: 'RATIO', CORRELATE: 'CORRELATE' } as const;
export type EdgeRelation = (typeof EdgeRelation)[keyof typeof EdgeRelation];
registerEnumType(EdgeRelation, {
  name: 'EdgeRelation',
  description: 'How two numbers hang together.',
  valuesConfig: {
    COMPONENT: { description: 'One is a part of the other.' },
    DRIVER: { description: 'One moves the other.' },
    RATIO: { description: 'One is the other measured against a third.' },
    CORRELATE: { description: 'They may move together.' },
  },
});

@ObjectType('GalaxyNode', { description: 'A number around an answer; asking its question puts it in the centre.', simpleResolvers: true })
export class GalaxyNode {
  @Field(() => ID, { description: 'Identifies the node within its galaxy.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  label!: string;

  @Field(() => String, { description: 'The question that asks for it.' })
  question!: string;

  @Field(() => Orbit, { description: 'How directly it belongs to the centre.' })
  orbit!: Orbit;

  @Field(() => BusinessDomain, { description: 'The part of the business it belongs to.' })
  domain!: BusinessDomain;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => Float, { nullable: true, description: 'Its value.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'The value as people read it.' })
  formattedValue!: string | null;

  @Field(() => String, { nullable: true, description: 'The time it is told for; null: all there is, or as it stands.' })
  period!: string | null;

  @Field(() => Boolean, { description: 'Whether it is told under the conditions of the centre (“for EMEA”); of the whole it is not.' })
  sameConditions!: boolean;

  @Field(() => Delta, { nullable: true, description: 'The change since the period before; null where nothing tells of it.' })
  delta!: Delta | null;

  @Field(() => GoodDirection, { description: 'Which way is good.' })
  goodDirection!: GoodDirection;

  @Field(() => Trend, { nullable: true, description: 'Where it is heading.' })
  trend!: Trend | null;

  @Field(() => Confidence, { description: 'How far it can be trusted.' })
  confidence!: Confidence;

  @Field(() => Float, { description: '0…1: how whole the data behind it is.' })
  quality!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the data behind it was last read from its source.' })
  freshness!: Date | null;

  @Field(() => [Float], {
    description: 'Its last values over time up to its period, oldest first, at most 24; empty where its records carry no date.',
  })
  sparkline!: number[];
}

@ObjectType('Correlation', { description: 'How two numbers moved beside one another, measured.', simpleResolvers: true })
export class Correlation {
  @Field(() => Float, { description: 'Pearson’s r of their changes: −1, against one another, to 1, together.' })
  r!: number;

  @Field(() => Int, { description: 'Changes from month to month that both have; at least 6.' })
  changes!: number;
}

@ObjectType('GalaxyEdge', { description: 'How two nodes hang together.', simpleResolvers: true })
export class GalaxyEdge {
  @Field(() => ID, { description: 'Node it starts from.' })
  from!: string;

  @Field(() => ID, { description: 'Node it leads to.' })
  to!: string;

  @Field(() => EdgeRelation, { description: 'What kind of tie it is.' })
  relation!: EdgeRelation;

  @Field(() => String, { description: 'The tie in a sentence.' })
  explanation!: string;

  @Field(() => Correlation, {
    nullable: true,
    description: 'How they moved beside one another; null of parts and ratios, and where they share too few months.',
  })
  correlation!: Correlation | null;
}

@ObjectType('Galaxy', { description: 'An answer in the centre and the numbers around it.', simpleResolvers: true })
export class Galaxy {
  @Field(() => [GalaxyNode], { description: 'The numbers, the centre first.' })
  nodes!: GalaxyNode[];

  @Field(() => [GalaxyEdge], { description: 'How they hang together.' })
  edges!: GalaxyEdge[];
}
