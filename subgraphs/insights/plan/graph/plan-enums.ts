import { registerEnumType } from 'type-graphql';

/** The graph's names of what plans are made of, and what plans call them. */
export const PlanShape = { VALUE: 'value', GROUPS: 'groups', LIST: 'list' } as const;
registerEnumType(PlanShape, {
  name: 'PlanShape',
  description: 'What a plan gives.',
  valuesConfig: {
    VALUE: { description: 'One number, or several.' },
    GROUPS: { description: 'Numbers for each group.' },
    LIST: { description: 'Records of its first source.' },
  },
});

export const PlanGrain = {
  YEAR: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  WEEK: 'week',
  DAY: 'day',
  WEEKDAY: 'weekday',
  MONTH_OF_YEAR: 'monthOfYear',
  HOUR: 'hour',
  FISCAL_YEAR: 'fiscalYear',
  FISCAL_QUARTER: 'fiscalQuarter',
} as const;
registerEnumType(PlanGrain, {
  name: 'PlanGrain',
  description: 'The part of the calendar a date is grouped by.',
  valuesConfig: {
    YEAR: { description: 'Years of the calendar.' },
    QUARTER: { description: 'Quarters, each of its year.' },
    MONTH: { description: 'Months, each of its year.' },
    WEEK: { description: 'Weeks, from Monday.' },
    DAY: { description: 'Days.' },
    WEEKDAY: { description: 'Monday to Sunday, of all weeks together.' },
    MONTH_OF_YEAR: { description: 'January to December, of all years together.' },
    HOUR: { description: 'Hours of the day, of all days together.' },
    FISCAL_YEAR: { description: 'Years of the company’s own fiscal calendar.' },
    FISCAL_QUARTER: { description: 'Quarters of the company’s own fiscal calendar.' },
  },
});

export const PlanOperator = { PLUS: '+', MINUS: '-', TIMES: '*', DIVIDED_BY: '/' } as const;
registerEnumType(PlanOperator, {
  name: 'PlanOperator',
  description: 'How two numbers are put together.',
  valuesConfig: {
    PLUS: { description: 'Added.' },
    MINUS: { description: 'The right one taken from the left one.' },
    TIMES: { description: 'Multiplied.' },
    DIVIDED_BY: { description: 'The left one divided by the right one; nothing where that is nought.' },
  },
});

export const PlanComparison = { LESS: '<', AT_MOST: '<=', MORE: '>', AT_LEAST: '>=', EQUAL: '=', NOT_EQUAL: '<>' } as const;
registerEnumType(PlanComparison, {
  name: 'PlanComparison',
  description: 'How a number is compared with another.',
  valuesConfig: {
    LESS: { description: 'Less than it.' },
    AT_MOST: { description: 'No more than it.' },
    MORE: { description: 'More than it.' },
    AT_LEAST: { description: 'No less than it.' },
    EQUAL: { description: 'The same.' },
    NOT_EQUAL: { description: 'Any other.' },
  },
});

export const PlanFunction = {
  COUNT: 'count',
  COUNT_DISTINCT: 'countDistinct',
  SUM: 'sum',
  AVERAGE: 'average',
  MIN: 'min',
  MAX: 'max',
  MEDIAN: 'median',
  CORRELATION: 'correlation',
} as const;
registerEnumType(PlanFunction, {
  name: 'PlanFunction',
  description: 'How many records become one number.',
  valuesConfig: {
    COUNT: { description: 'How many there are; of an attribute, how many have it.' },
    COUNT_DISTINCT: { description: 'How many different ones there are.' },
    SUM: { description: 'All added up.' },
    AVERAGE: { description: 'The mean.' },
    MIN: { description: 'The lowest.' },
    MAX: { description: 'The highest.' },
    MEDIAN: { description: 'The one in the middle.' },
    CORRELATION: { description: 'Pearson’s correlation of two numbers of the same records.' },
  },
});

export const PlanOverTime = { LAST: 'last', FIRST: 'first', AVERAGE: 'average', RUNNING: 'running' } as const;
registerEnumType(PlanOverTime, {
  name: 'PlanOverTime',
  description: 'How a number that is no flow, such as a balance, is told of several moments.',
  valuesConfig: {
    LAST: { description: 'By the last moment.' },
    FIRST: { description: 'By the first moment.' },
    AVERAGE: { description: 'By the mean of all moments.' },
    RUNNING: { description: 'By all up to it together.' },
  },
});

export const PlanTextMatch = { CONTAINS: 'contains', STARTS: 'starts', ENDS: 'ends' } as const;
registerEnumType(PlanTextMatch, {
  name: 'PlanTextMatch',
  description: 'Where in a text another one stands.',
  valuesConfig: {
    CONTAINS: { description: 'Anywhere.' },
    STARTS: { description: 'At its beginning.' },
    ENDS: { description: 'At its end.' },
  },
});

export const PlanDatePart = { MONTH: 'month', WEEKDAY: 'weekday', HOUR: 'hour' } as const;
registerEnumType(PlanDatePart, {
  name: 'PlanDatePart',
  description: 'A part of a date that comes round again.',
  valuesConfig: {
    MONTH: { description: '1 to 12.' },
    WEEKDAY: { description: '1, Monday, to 7, Sunday.' },
    HOUR: { description: '0 to 23, in UTC.' },
  },
});

export const PlanOrderBy = { MEASURE: 'measure', DIMENSION: 'dimension', COLUMN: 'column' } as const;
registerEnumType(PlanOrderBy, {
  name: 'PlanOrderBy',
  description: 'What rows are ordered by.',
  valuesConfig: {
    MEASURE: { description: 'One of the measures.' },
    DIMENSION: { description: 'One of the dimensions.' },
    COLUMN: { description: 'One of the columns of a list.' },
  },
});

export const PlanDirection = { ASCENDING: 'asc', DESCENDING: 'desc' } as const;
registerEnumType(PlanDirection, {
  name: 'PlanDirection',
  description: 'Which end comes first.',
  valuesConfig: { ASCENDING: { description: 'The lowest.' }, DESCENDING: { description: 'The highest.' } },
});

export const PlanShiftUnit = { YEAR: 'year', QUARTER: 'quarter', MONTH: 'month', WEEK: 'week', DAY: 'day' } as const;
registerEnumType(PlanShiftUnit, {
  name: 'PlanShiftUnit',
  description: 'What the dates of records are moved by.',
  valuesConfig: {
    YEAR: { description: 'Years.' },
    QUARTER: { description: 'Quarters.' },
    MONTH: { description: 'Months.' },
    WEEK: { description: 'Weeks.' },
    DAY: { description: 'Days.' },
  },
});
