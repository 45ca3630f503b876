import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Confidence, Trend } from '../ask/confidence.type.ts';
import { BusinessDomain, UnitKind } from '../metrics/metric-enums.ts';

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

  @Field(() => Trend, { nullable: true, description: 'Where it is heading.' })
  trend!: Trend | null;

  @Field(() => Confidence, { description: 'How far it can be trusted.' })
  confidence!: Confidence;

  @Field(() => Float, { description: '0…1: how whole the data behind it is.' })
  quality!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the data behind it was last read from its source.' })
  freshness!: Date | null;

  @Field(() => [Float], { description: 'Its last values over time, oldest first.' })
  sparkline!: number[];
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
}

@ObjectType('Galaxy', { description: 'An answer in the centre and the numbers around it.', simpleResolvers: true })
export class Galaxy {
  @Field(() => [GalaxyNode], { description: 'The numbers, the centre first.' })
  nodes!: GalaxyNode[];

  @Field(() => [GalaxyEdge], { description: 'How they hang together.' })
  edges!: GalaxyEdge[];
}
