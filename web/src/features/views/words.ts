import type { EntityViewOperator } from '../../gql/graphql.ts';

/** How a view compares, in words. */
export const OPERATORS: Record<EntityViewOperator, string> = {
  EQUALS: 'is',
  NOT_EQUALS: 'is not',
  LESS: 'less than',
  AT_MOST: 'at most',
  MORE: 'more than',
  AT_LEAST: 'at least',
  CONTAINS: 'contains',
  STARTS_WITH: 'starts with',
  IS_EMPTY: 'is empty',
  IS_NOT_EMPTY: 'is not empty',
};

/** Operators that compare with nothing. */
export const ALONE: readonly EntityViewOperator[] = ['IS_EMPTY', 'IS_NOT_EMPTY'];
