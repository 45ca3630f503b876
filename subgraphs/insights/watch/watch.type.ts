import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import { relayConnection } from '../../kernel/pagination/relay-connection.type.ts';
import { ForecastGrain as CalendarGrain } from '../analysis/forecast.type.ts';
import { User } from '../dashboards/dashboard.type.ts';
import { Metric } from '../metrics/metric.type.ts';

export const MetricWatchKind = { THRESHOLD: 'THRESHOLD', CHANGE: 'CHANGE', ANOMALY: 'ANOMALY' } as const;
export type MetricWatchKind = (typeof MetricWatchKind)[keyof typeof MetricWatchKind];
registerEnumType(MetricWatchKind, {
  name: 'MetricWatchKind',
  description: 'What of a metric is watched for.',
  valuesConfig: {
    THRESHOLD: { description: 'That it is beyond a value.' },
    CHANGE: { description: 'That it moved by a share of the period before.' },
    ANOMALY: { description: 'That it is not what trend and season say.' },
  },
});

export const WatchDirection = { ABOVE: 'ABOVE', BELOW: 'BELOW', EITHER: 'EITHER' } as const;
export type WatchDirection = (typeof WatchDirection)[keyof typeof WatchDirection];
registerEnumType(WatchDirection, {
  name: 'WatchDirection',
  description: 'Which way is watched for.',
  valuesConfig: {
    ABOVE: { description: 'Too high, or up.' },
    BELOW: { description: 'Too low, or down.' },
    EITHER: { description: 'Both.' },
  },
});

@InputType({ description: 'A watch to save.' })
export class SaveMetricWatchInput {
  @Field(() => ID, { nullable: true, description: 'The watch to change; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'What people call it, 1 to 120 characters.' })
  name!: string;

  @Field(() => String, { description: 'Name of the metric.' })
  metric!: string;

  @Field(() => MetricWatchKind, { description: 'What is watched for.' })
  kind!: MetricWatchKind;

  @Field(() => WatchDirection, { defaultValue: 'EITHER', description: 'Which way.' })
  direction!: WatchDirection;

  @Field(() => Float, {
    nullable: true,
    description: 'THRESHOLD: the value, shares as fractions; CHANGE: percent, more than 0; ANOMALY: left out.',
  })
  threshold?: number | null;

  @Field(() => CalendarGrain, { defaultValue: 'MONTH', description: 'Periods it is looked at in; of each the last whole one.' })
  grain!: CalendarGrain;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is to be left alone for now.' })
  paused!: boolean;
}

@ObjectType('MetricWatch', {
  description: 'A metric that is looked at whenever the data have changed, with the eyes of whoever made the watch.',
  simpleResolvers: true,
})
export class MetricWatch {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => Metric, { nullable: true, description: 'The metric; null when there is none of this name any more.' })
  metric!: Metric | null;

  @Field(() => MetricWatchKind, { description: 'What is watched for.' })
  kind!: MetricWatchKind;

  @Field(() => WatchDirection, { description: 'Which way.' })
  direction!: WatchDirection;

  @Field(() => Float, { nullable: true, description: 'The value, or the percent that it moves by; null for ANOMALY.' })
  threshold!: number | null;

  @Field(() => CalendarGrain, { description: 'Periods it is looked at in.' })
  grain!: CalendarGrain;

  @Field(() => Boolean, { description: 'Whether it is left alone.' })
  paused!: boolean;

  @Field(() => User, { description: 'Who made it, and is told.' })
  createdBy!: User;

  @Field(() => GraphQLDateTime, { description: 'Since when.' })
  createdAt!: Date;
}
export const MetricWatchConnection = relayConnection('MetricWatch', MetricWatch);

@ObjectType('MetricAlert', { description: 'What a watch found about a period; told once.', simpleResolvers: true })
export class MetricAlert {
  @Field(() => ID, { description: 'Identifies it for good.' })
  id!: string;

  @Field(() => MetricWatch, { nullable: true, description: 'The watch; null when it is gone.' })
  watch!: MetricWatch | null;

  @Field(() => String, { description: 'What was found, in a sentence.' })
  text!: string;

  @Field(() => WatchDirection, { description: 'Which way it went.' })
  direction!: WatchDirection;

  @Field(() => String, { description: 'The period it is about.' })
  period!: string;

  @Field(() => GraphQLDate, { description: 'Its first day.' })
  start!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was found.' })
  at!: Date;

  metricName!: string;
  grainName!: string;
}
export const MetricAlertConnection = relayConnection('MetricAlert', MetricAlert);

@ObjectType('MetricAlerted', { description: 'A watch has found something.', simpleResolvers: true })
export class MetricAlerted {
  @Field(() => String, { description: 'Where in the stream this is; pass as `after` to go on behind it.' })
  cursor!: string;

  alertId!: string;
}

@ObjectType('MetricsChanged', { description: 'The data behind metrics have changed.', simpleResolvers: true })
export class MetricsChanged {
  @Field(() => String, { description: 'Where in the stream this is; pass as `after` to go on behind it.' })
  cursor!: string;

  @Field(() => GraphQLDateTime, { description: 'When.' })
  at!: Date;

  names!: string[];
}

@ObjectType('MetricWatchSaved', { description: 'The watch was saved.', simpleResolvers: true })
export class MetricWatchSaved {
  @Field(() => MetricWatch, { description: 'It, as it is kept.' })
  watch!: MetricWatch;
}

@ObjectType('MetricWatchRemoved', { description: 'The watch is gone, and what it found with it.', simpleResolvers: true })
export class MetricWatchRemoved {
  @Field(() => ID, { description: 'Id of the watch that was.' })
  id!: string;
}

export const SaveMetricWatchResult = createUnionType({
  name: 'SaveMetricWatchResult',
  description: 'The watch, or what has to be corrected.',
  types: () => [MetricWatchSaved, InputRefused] as const,
  resolveType: (value) => (value instanceof MetricWatchSaved ? MetricWatchSaved : InputRefused),
});

export const RemoveMetricWatchResult = createUnionType({
  name: 'RemoveMetricWatchResult',
  description: 'It was removed, or why not.',
  types: () => [MetricWatchRemoved, InputRefused] as const,
  resolveType: (value) => (value instanceof MetricWatchRemoved ? MetricWatchRemoved : InputRefused),
});
