import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { SIGNALS, type SignalName } from '../answer/confidence-signals.ts';
import { GoodDirection } from '../metrics/metric-enums.ts';

export const ConfidenceTier = { HIGH: 'HIGH', MEDIUM: 'MEDIUM', LOW: 'LOW' } as const;
export type ConfidenceTier = (typeof ConfidenceTier)[keyof typeof ConfidenceTier];
registerEnumType(ConfidenceTier, {
  name: 'ConfidenceTier',
  description: 'How far an answer can be trusted, in three steps.',
  valuesConfig: {
    HIGH: { description: 'Read rightly as good as surely (0.94 and more), and little is wrong with the data (a score of 0.85 and more).' },
    MEDIUM: { description: '0.7 and more.' },
    LOW: { description: 'Less than 0.7: check it.' },
  },
});

@ObjectType('ConfidenceReason', { description: 'One thing that raised or lowered the confidence.', simpleResolvers: true })
export class ConfidenceReason {
  @Field(() => String, { description: 'What it is, in a sentence.' })
  text!: string;

  @Field(() => Float, { description: 'What it adds to the score; negative lowers it.' })
  effect!: number;
}

const names = Object.fromEntries(Object.keys(SIGNALS).map((name) => [name, name])) as { [Name in SignalName]: Name };
registerEnumType(names, {
  name: 'ConfidenceSignalName',
  description: 'What is measured of how a question was read.',
  valuesConfig: Object.fromEntries(Object.entries(SIGNALS).map(([name, text]) => [name, { description: `${text}.` }])),
});

@ObjectType('ConfidenceSignal', { description: 'One measurement of how a question was read.', simpleResolvers: true })
export class ConfidenceSignal {
  @Field(() => names, { description: 'What is measured.' })
  name!: SignalName;

  @Field(() => Float, { description: 'How much of it there is; 0: nothing.' })
  amount!: number;
}

@ObjectType('Confidence', { description: 'How far an answer can be trusted, and why.', simpleResolvers: true })
export class Confidence {
  @Field(() => Float, { description: '0…1: the reading of the question, the mapping and the data together.' })
  score!: number;

  @Field(() => ConfidenceTier, { description: 'The score in three steps.' })
  tier!: ConfidenceTier;

  @Field(() => [ConfidenceReason], { description: 'Everything that raised or lowered it.' })
  reasons!: ConfidenceReason[];

  @Field(() => Float, { description: '0…1: how likely the question was read rightly, whatever the data are worth.' })
  reading!: number;

  @Field(() => [ConfidenceSignal], {
    description:
      'What was measured of the reading, zeros included; weighed as fitted on questions with known answers. Empty for given plans.',
  })
  signals!: ConfidenceSignal[];
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
