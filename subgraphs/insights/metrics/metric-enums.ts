import { registerEnumType } from 'type-graphql';

export const Persona = { CFO: 'CFO', CRO: 'CRO', COO: 'COO', CTO: 'CTO' } as const;
export type Persona = (typeof Persona)[keyof typeof Persona];
registerEnumType(Persona, {
  name: 'Persona',
  description: 'Through whose eyes a question is asked.',
  valuesConfig: {
    CFO: { description: 'Finance.' },
    CRO: { description: 'Revenue.' },
    COO: { description: 'Operations.' },
    CTO: { description: 'Technology.' },
  },
});

export const GoodDirection = { UP: 'UP', DOWN: 'DOWN', NEUTRAL: 'NEUTRAL' } as const;
export type GoodDirection = (typeof GoodDirection)[keyof typeof GoodDirection];
registerEnumType(GoodDirection, {
  name: 'GoodDirection',
  description: 'Which way a number should move.',
  valuesConfig: {
    UP: { description: 'More is better.' },
    DOWN: { description: 'Less is better.' },
    NEUTRAL: { description: 'Neither is better by itself.' },
  },
});

export const UnitKind = { COUNT: 'COUNT', NUMBER: 'NUMBER', MONEY: 'MONEY', PERCENT: 'PERCENT', DAYS: 'DAYS' } as const;
export type UnitKind = (typeof UnitKind)[keyof typeof UnitKind];
registerEnumType(UnitKind, {
  name: 'Unit',
  description: 'What a number counts.',
  valuesConfig: {
    COUNT: { description: 'How many.' },
    NUMBER: { description: 'A plain number in the unit of its source.' },
    MONEY: { description: 'An amount of money.' },
    PERCENT: { description: 'A share as a fraction: 0.12 is 12 %.' },
    DAYS: { description: 'A length of time in days.' },
  },
});

export const BusinessDomain = {
  FINANCE: 'FINANCE',
  GROWTH: 'GROWTH',
  OPERATIONS: 'OPERATIONS',
  PRODUCT: 'PRODUCT',
  PEOPLE: 'PEOPLE',
} as const;
export type BusinessDomain = (typeof BusinessDomain)[keyof typeof BusinessDomain];
registerEnumType(BusinessDomain, {
  name: 'Domain',
  description: 'The part of the business a number belongs to.',
  valuesConfig: {
    FINANCE: { description: 'Money earned, spent and owed.' },
    GROWTH: { description: 'Customers and sales.' },
    OPERATIONS: { description: 'Orders, service and daily work.' },
    PRODUCT: { description: 'What is sold and how it is used.' },
    PEOPLE: { description: 'Those who work for the business.' },
  },
});

export const MetricKind = {
  SUM: 'SUM',
  COUNT: 'COUNT',
  DISTINCT: 'DISTINCT',
  AVERAGE: 'AVERAGE',
  RATIO: 'RATIO',
  CUMULATIVE: 'CUMULATIVE',
  POINT_IN_TIME: 'POINT_IN_TIME',
  PERIOD_OVER_PERIOD: 'PERIOD_OVER_PERIOD',
  DERIVED: 'DERIVED',
} as const;
export type MetricKind = (typeof MetricKind)[keyof typeof MetricKind];
registerEnumType(MetricKind, {
  name: 'MetricKind',
  description: 'What sort of number a metric is, which says how it may be added up.',
  valuesConfig: {
    SUM: { description: 'Added up over records and time.' },
    COUNT: { description: 'How many records.' },
    DISTINCT: { description: 'How many different ones: parts do not add up.' },
    AVERAGE: { description: 'The average of records: never added up.' },
    RATIO: { description: 'One number divided by another, each added up first.' },
    CUMULATIVE: { description: 'All up to a moment.' },
    POINT_IN_TIME: { description: 'How things stand at a moment: the last one of a period, added up over everything but time.' },
    PERIOD_OVER_PERIOD: { description: 'What changed from the period before.' },
    DERIVED: { description: 'Computed from other metrics.' },
  },
});

export const MetricOrigin = { BUILT_IN: 'BUILT_IN', AUTOMATIC: 'AUTOMATIC', OWN: 'OWN' } as const;
export type MetricOrigin = (typeof MetricOrigin)[keyof typeof MetricOrigin];
registerEnumType(MetricOrigin, {
  name: 'MetricOrigin',
  description: 'Where the definition of a metric comes from.',
  valuesConfig: {
    BUILT_IN: { description: 'Comes with the product.' },
    AUTOMATIC: { description: "Made from the tenant's own entity types and sheets." },
    OWN: { description: 'Defined by somebody of the tenant.' },
  },
});

export const MetricRelation = { COMPONENT: 'COMPONENT', DRIVER: 'DRIVER', RATIO: 'RATIO', CORRELATE: 'CORRELATE' } as const;
export type MetricRelation = (typeof MetricRelation)[keyof typeof MetricRelation];
registerEnumType(MetricRelation, {
  name: 'MetricRelation',
  description: 'How one metric has to do with another.',
  valuesConfig: {
    COMPONENT: { description: 'One is part of the other.' },
    DRIVER: { description: 'One moves the other.' },
    RATIO: { description: 'One is computed as a ratio with the other.' },
    CORRELATE: { description: 'They tend to move together.' },
  },
});

export const Scenario = { ACTUAL: 'ACTUAL', FORECAST: 'FORECAST', BUDGET: 'BUDGET' } as const;
export type Scenario = (typeof Scenario)[keyof typeof Scenario];
registerEnumType(Scenario, {
  name: 'Scenario',
  description: 'Whether a number happened, is expected, or was planned.',
  valuesConfig: {
    ACTUAL: { description: 'What happened.' },
    FORECAST: { description: 'What is expected.' },
    BUDGET: { description: 'What was planned.' },
  },
});

export const MetricAggregate = {
  COUNT: 'count',
  COUNT_DISTINCT: 'countDistinct',
  SUM: 'sum',
  AVERAGE: 'average',
  MIN: 'min',
  MAX: 'max',
  MEDIAN: 'median',
} as const;
export type MetricAggregate = (typeof MetricAggregate)[keyof typeof MetricAggregate];
registerEnumType(MetricAggregate, {
  name: 'MetricAggregate',
  description: 'How the numbers of records become one.',
  valuesConfig: {
    COUNT: { description: 'How many.' },
    COUNT_DISTINCT: { description: 'How many different ones.' },
    SUM: { description: 'Added up.' },
    AVERAGE: { description: 'Their average.' },
    MIN: { description: 'The lowest.' },
    MAX: { description: 'The highest.' },
    MEDIAN: { description: 'The one in the middle.' },
  },
});

export const MetricOverTime = { LAST: 'last', FIRST: 'first', AVERAGE: 'average', RUNNING: 'running' } as const;
export type MetricOverTime = (typeof MetricOverTime)[keyof typeof MetricOverTime];
registerEnumType(MetricOverTime, {
  name: 'MetricOverTime',
  description: 'How several moments become one number, where they are not simply taken together.',
  valuesConfig: {
    LAST: { description: 'The last moment, as of a balance.' },
    FIRST: { description: 'The first moment.' },
    AVERAGE: { description: 'The average of the moments.' },
    RUNNING: { description: 'Everything up to the moment.' },
  },
});
