/** What a number of a plan is: what was, what is expected, what was planned. */
export const SCENARIOS = ['ACTUAL', 'FORECAST', 'BUDGET'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const GRAINS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Grain = (typeof GRAINS)[number];

/** One column whose cells are numbers of their own. */
export interface UnpivotCell {
  readonly column: string;
  /** Null: the row's label says it. */
  readonly metric: string | null;
  /** First day of the period, YYYY-MM-DD; null: the row says it. */
  readonly period: string | null;
  readonly grain: Grain | null;
  readonly scenario: Scenario | null;
  readonly unit: string | null;
}

/** How each cell of a sheet becomes a record: one for each row and cell column. */
export interface UnpivotPlan {
  /** The column with the period of a row; null: the cells' names say it. */
  readonly periodColumn: string | null;
  /** Of the periods in that column. */
  readonly grain: Grain | null;
  /** The column with the name of a row's metric; null: the cells' names say it. */
  readonly metricColumn: string | null;
  readonly scenarioColumn: string | null;
  readonly unitColumn: string | null;
  readonly cells: readonly UnpivotCell[];
  /** Columns that say more about a row: they stay attributes of every record. */
  readonly dimensions: readonly string[];
}

/** Names of the columns that unpivoting makes; no source has such. */
export const MADE = {
  period: '(period)',
  grain: '(grain)',
  metric: '(metric)',
  scenario: '(scenario)',
  value: '(value)',
  unit: '(unit)',
} as const;

/** Between a source record's key and the column of a cell in the key of an observation: no key has it. */
export const CELL_SEPARATOR = '\u001f';
