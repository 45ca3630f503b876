import type { SourceFieldType } from '../../gql/graphql.ts';

/** The types of columns in words. */
export const FIELD_TYPES: Record<SourceFieldType, string> = {
  TEXT: 'text',
  INTEGER: 'whole number',
  DECIMAL: 'number',
  MONEY: 'money',
  PERCENT: 'percentage',
  BOOLEAN: 'yes or no',
  DATE: 'day',
  DATETIME: 'moment',
};
