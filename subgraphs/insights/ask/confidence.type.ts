import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { GoodDirection } from '../metrics/metric-enums.ts';

export const ConfidenceTier = { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' } as const;
export type ConfidenceTier = (typeof ConfidenceTier)[keyof typeof ConfidenceTier];
registerEnumType(ConfidenceTier, {
  name: 'ConfidenceTier',
  description: 'How far an answer can be trusted, in three steps.',
  valuesConfig: {
    HIGH: { description: '0.8 and more.' },
    MEDIUM: { description: '0.5 and more.' },
    LOW: { description: 'Less than 0.5: check it.' },
  },
});

@ObjectType('ConfidenceReason', { description: 'One thing that raised or lowered the confidence.', simpleResolvers: true })
export class ConfidenceReason {
  @Field(() => String, { description: 'What it is, in a sentence.' })
  text!: string;

  @Field(() => Float, { description: 'What it adds to the score; negative lowers it.' })
  effect!: number;
}

@ObjectType('Confidence', { description: 'How far an answer can be trusted, and why.', simpleResolvers: true })
export class Confidence {
  @Field(() => Float, { description: '0…1: the reading of the question, the mapping and the data together.' })
  score!: number;

  @Field(() => ConfidenceTier, { description: 'The score in three steps.' })
  tier!: ConfidenceTier;

  @Field(() => [ConfidenceReason], { description: 'Everything that raised or lowered it.' })
  reasons!: ConfidenceReason[];
}

export const TrendDirection = { IMPROVING: 'IMPROVING', DECLINING: 'DECLINING', STABLE: 'STABLE' } as const;
export type TrendDirection = (typeof TrendDirection)[keyof typeof TrendDirection];
registerEnumType(TrendDirection, {
  name: 'TrendDirection',
  description: 'Whether a movement is good news.',
  valuesConfig: {
    IMPROVING: { description: 'It moves the way it should.' },
    DECLINING: { description: 'It moves the other way.' },
    STABLE: { description: 'It hardly moves.' },
  },
});

@ObjectType('Trend', { description: 'Where a number is heading.', simpleResolvers: true })
export class Trend {
  @Field(() => TrendDirection, { description: 'Whether that is good news.' })
  direction!: TrendDirection;

  @Field(() => Float, { nullable: true, description: 'Relative change: 0.1 is +10 %.' })
  change!: number | null;

  @Field(() => GoodDirection, { description: 'Which way the number should move.' })
  goodDirection!: GoodDirection;
}
