import type { ColumnType, DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { weighed } from './detect-coercion.ts';
import { type NamedPeriod, periodOf } from './period-names.ts';
import { SCENARIO_WORDS, scenarioOf } from './scenario-names.ts';
import type { SuggestedUnpivot } from './shaped.ts';
import type { Grain, UnpivotCell, UnpivotPlan } from './unpivot-plan.ts';

/** Fewer columns or rows are no series. */
const LEAST_PERIODS = 3;
const LEAST_METRICS = 2;
/** More cells of one record than this are no sheet of a person's. */
const MAX_CELLS = 1_000;
/** At and above it a sheet is unpivoted unless a person says otherwise. */
export const UNPIVOT_BY_ITSELF = 0.9;
const NUMERIC: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);
const METRIC_NAMES = /^(?:metric|metrics|kpi|measure|indicator|line[ _-]?item|account|category|item|name|description|series)$/i;

/** Tells a sheet whose rows or columns are periods and whose cells are numbers of many metrics; null when it is none. */
export function detectUnpivot(object: DiscoveredObject): SuggestedUnpivot | null {
  return periodsInColumns(object) ?? metricsInColumns(object);
}

const isNumber = ({ type, profile }: DiscoveredColumn): boolean => NUMERIC.has(type) || profile.rows === profile.blanks;

function scenarioColumnOf(columns: readonly DiscoveredColumn[]): DiscoveredColumn | null {
  const says = (column: DiscoveredColumn): boolean => {
    const values = [...weighed(column).keys()];
    return column.type === 'TEXT' && values.length > 0 && values.every((value) => SCENARIO_WORDS.has(value.trim().toLowerCase()));
  };
  return columns.find(says) ?? null;
}

/** Rows are metrics or things, columns are months: `Metric | Jan-24 | Feb-24 | …`. */
function periodsInColumns(object: DiscoveredObject): SuggestedUnpivot | null {
  const found = object.columns.flatMap((column) => {
    const period = isNumber(column) ? periodOf(column.name) : null;
    return period === null ? [] : [{ column, period }];
  });
  const grain = commonGrain(found.map(({ period }) => period));
  const cells = found.filter(({ period }) => period.grain === grain);
  const periods = new Set(cells.map(({ period }) => period.start));
  if (grain === null || periods.size < LEAST_PERIODS || cells.length > MAX_CELLS) return null;
  const others = object.columns.filter((column) => cells.every((cell) => cell.column !== column));
  if (
    others.some(
      (column) => NUMERIC.has(column.type) && column.profile.blanks < column.profile.rows && others.length > 1 && !isLabel(column),
    )
  )
    return null;
  const labels = others.filter((column) => column.type === 'TEXT');
  const scenario = scenarioColumnOf(labels);
  const metric =
    labels.find((column) => column !== scenario && METRIC_NAMES.test(column.name.trim())) ??
    labels.find((column) => column !== scenario) ??
    null;
  const named = cells.map(({ column, period }): UnpivotCell => {
    const said = scenarioOf(period.rest);
    const rest = said?.rest ?? period.rest;
    return {
      column: column.name,
      metric: rest === '' ? null : rest,
      period: period.start,
      grain,
      scenario: said?.scenario ?? null,
      unit: column.currency,
    };
  });
  if (metric === null && named.every((cell) => cell.metric === null)) return null;
  const sheet = {
    periodColumn: null,
    grain,
    metricColumn: metric?.name ?? null,
    scenarioColumn: scenario?.name ?? null,
    unitColumn: unitColumnOf(labels),
    cells: named,
  };
  return {
    plan: withDimensions(sheet, others),
    confidence: periods.size >= 4 && cells.length > others.length ? 0.93 : 0.8,
    evidence: [
      `${periods.size} columns are named after a ${grain.toLowerCase()} and hold numbers, such as ${quotedNames(cells.map(({ column }) => column))}`,
    ],
  };
}

/** A number that tells rows apart is no metric: `No.`, `ID`. */
const isLabel = (column: DiscoveredColumn): boolean =>
  column.type === 'INTEGER' && column.position === 0 && column.profile.distinct >= column.profile.rows - column.profile.blanks;

/** Rows are months, columns are metrics: `Month | Revenue | Cost | Headcount`. */
function metricsInColumns(object: DiscoveredObject): SuggestedUnpivot | null {
  const dated = object.columns.flatMap((column) => {
    const grain = grainOfValues(column);
    return grain === null ? [] : [{ column, grain }];
  });
  const [period] = dated;
  if (period === undefined || dated.length > 1 || object.rowCount < LEAST_PERIODS) return null;
  const others = object.columns.filter((column) => column !== period.column);
  const numbers = others.filter((column) => NUMERIC.has(column.type));
  const labels = others.filter((column) => !NUMERIC.has(column.type));
  const scenario = scenarioColumnOf(labels);
  // Rows that are not told apart by their period and a few labels are events, not periods.
  const groups = labels.reduce((product, column) => product * Math.max(1, column.profile.distinct), 1);
  if (numbers.length < LEAST_METRICS || labels.length > 3 || object.rowCount > period.column.profile.distinct * groups) return null;
  if (labels.some((column) => column.type !== 'TEXT') || period.column.profile.distinct < LEAST_PERIODS) return null;
  const cells = numbers.map((column): UnpivotCell => {
    const said = scenarioOf(column.name);
    return {
      column: column.name,
      metric: said === null || said.rest === '' ? column.name : said.rest,
      period: null,
      grain: null,
      scenario: said?.scenario ?? null,
      unit: column.currency,
    };
  });
  const scenarios = cells.filter((cell) => cell.scenario !== null).length;
  const sheet = {
    periodColumn: period.column.name,
    grain: period.grain,
    metricColumn: null,
    scenarioColumn: scenario?.name ?? null,
    unitColumn: null,
    cells,
  };
  return {
    plan: withDimensions(
      sheet,
      others.filter((column) => !numbers.includes(column)),
    ),
    // As it is, its metrics can be asked for by name: that is as good, but for plans beside actuals.
    confidence: scenarios >= 2 || scenario !== null ? 0.85 : 0.7,
    evidence: [
      `each row is a ${period.grain.toLowerCase()} of “${period.column.name}”, and ${numbers.length} columns hold its numbers, such as ${quotedNames(numbers)}`,
      ...(scenarios > 0 ? [`${scenarios} of them say whether they are actual, forecast or budget`] : []),
    ],
  };
}

function grainOfValues(column: DiscoveredColumn): Grain | null {
  if (column.type === 'DATE' || column.type === 'DATETIME') {
    const days = [...weighed(column).keys()].map((value) => value.slice(0, 10));
    if (days.length === 0) return null;
    if (days.every((day) => day.endsWith('-01-01')) || days.every((day) => day.endsWith('-12-31'))) return 'YEAR';
    const ends = days.every((day) => day.endsWith('-01')) || days.every((day) => /-(?:28|29|30|31)$/.test(day));
    return ends ? 'MONTH' : 'DAY';
  }
  if (column.type !== 'TEXT') return null;
  const periods = [...weighed(column).keys()].map((value) => periodOf(value));
  return periods.length > 0 && periods.every((period) => period !== null && period.rest === '')
    ? commonGrain(periods.filter((period) => period !== null))
    : null;
}

function commonGrain(periods: readonly NamedPeriod[]): Grain | null {
  const counts = Map.groupBy(periods, ({ grain }) => grain);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0] ?? null;
}

const unitColumnOf = (columns: readonly DiscoveredColumn[]): string | null =>
  columns.find(({ name }) => /^(?:unit|units|uom|currency)$/i.test(name.trim()))?.name ?? null;

function withDimensions(sheet: Omit<UnpivotPlan, 'dimensions'>, others: readonly DiscoveredColumn[]): UnpivotPlan {
  const used = new Set([sheet.metricColumn, sheet.scenarioColumn, sheet.unitColumn, sheet.periodColumn]);
  return {
    ...sheet,
    dimensions: others.filter(({ name, profile }) => !used.has(name) && profile.blanks < profile.rows).map(({ name }) => name),
  };
}

const quotedNames = (columns: readonly DiscoveredColumn[]): string =>
  columns
    .slice(0, 3)
    .map(({ name }) => `“${name}”`)
    .join(', ');
