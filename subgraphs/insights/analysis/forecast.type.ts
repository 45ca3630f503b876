import { GraphQLDate } from 'graphql-scalars';
import { createUnionType, Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { UnitKind } from '../metrics/metric-enums.ts';

export const ForecastGrain = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', QUARTER: 'QUARTER', YEAR: 'YEAR' } as const;
export type ForecastGrain = (typeof ForecastGrain)[keyof typeof ForecastGrain];
registerEnumType(ForecastGrain, {
  name: 'CalendarGrain',
  description: 'How long the periods are.',
  valuesConfig: {
    DAY: { description: 'Days.' },
    WEEK: { description: 'Weeks, from Monday.' },
    MONTH: { description: 'Months.' },
    QUARTER: { description: 'Quarters of the calendar year.' },
    YEAR: { description: 'Calendar years.' },
  },
});

export const ForecastMethod = {
  LAST_VALUE: 'LAST_VALUE',
  SEASON_BEFORE: 'SEASON_BEFORE',
  SMOOTHED: 'SMOOTHED',
  TREND: 'TREND',
  DAMPED_TREND: 'DAMPED_TREND',
  SEASON_AND_TREND: 'SEASON_AND_TREND',
  HOLT_WINTERS: 'HOLT_WINTERS',
  HOLT_WINTERS_FACTORS: 'HOLT_WINTERS_FACTORS',
} as const;
export type ForecastMethod = (typeof ForecastMethod)[keyof typeof ForecastMethod];
registerEnumType(ForecastMethod, {
  name: 'ForecastMethod',
  description: 'A way to go on with a series.',
  valuesConfig: {
    LAST_VALUE: { description: 'It stays as it was last.' },
    SEASON_BEFORE: { description: 'As a season before.' },
    SMOOTHED: { description: 'A level, older values counting less.' },
    TREND: { description: 'A straight line that outliers do not bend.' },
    DAMPED_TREND: { description: 'A trend that wears off.' },
    SEASON_AND_TREND: { description: 'A season before, with the growth since.' },
    HOLT_WINTERS: { description: 'Level, trend and season, each smoothed.' },
    HOLT_WINTERS_FACTORS: { description: 'The same with a season that grows with the level.' },
  },
});

@ObjectType('ForecastPoint', { description: 'A period that is still to come.', simpleResolvers: true })
export class ForecastPoint {
  @Field(() => String, { description: 'What the period is called.' })
  period!: string;

  @Field(() => GraphQLDate, { description: 'Its first day.' })
  start!: string;

  @Field(() => Float, { description: 'The likeliest value.' })
  value!: number;

  @Field(() => Float, { description: 'Four of five times the truth is no lower than this, nor higher than `high`.' })
  low!: number;

  @Field(() => Float, { description: 'See `low`.' })
  high!: number;
}

@ObjectType('ForecastTrial', { description: 'How a way to foretell did on the past.', simpleResolvers: true })
export class ForecastTrial {
  @Field(() => ForecastMethod, { description: 'The way.' })
  method!: ForecastMethod;

  @Field(() => Float, { nullable: true, description: 'Mean absolute error as a share of what came; null where nothing came.' })
  error!: number | null;
}

@ObjectType('Forecast', { description: 'What a number is likely to be: a forecast, not data.', simpleResolvers: true })
export class Forecast {
  @Field(() => String, { description: 'The forecast in a sentence that says how far off it may be.' })
  text!: string;

  @Field(() => String, { description: 'What is foretold.' })
  label!: string;

  @Field(() => UnitKind, { description: 'What it counts.' })
  unit!: UnitKind;

  @Field(() => ForecastGrain, { description: 'How long its periods are.' })
  grain!: ForecastGrain;

  @Field(() => [ForecastPoint], { description: 'The periods to come, the next first.' })
  points!: ForecastPoint[];

  @Field(() => ForecastMethod, { description: 'The way that did best on the past.' })
  method!: ForecastMethod;

  @Field(() => Float, {
    nullable: true,
    description: 'Its mean absolute error when tried on the past, as a share of what came; null where nothing came.',
  })
  backTestError!: number | null;

  @Field(() => [ForecastTrial], { description: 'Every way that was tried, the best first.' })
  trials!: ForecastTrial[];

  @Field(() => Int, { description: 'Whole periods it was learnt from.' })
  history!: number;
}

@ObjectType('NoForecast', { description: 'Why a number cannot be foretold.', simpleResolvers: true })
export class NoForecast {
  @Field(() => String, { description: 'The reason in a sentence.' })
  reason!: string;
}

export const ForecastResult = createUnionType({
  name: 'ForecastResult',
  description: 'A forecast, or why there is none.',
  types: () => [Forecast, NoForecast] as const,
  resolveType: (value) => (value instanceof Forecast ? Forecast : NoForecast),
});
