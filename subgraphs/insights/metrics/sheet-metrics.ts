import { phraseKey } from '../language/tokenize.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { Expression, MeasureExpression, Unit } from '../plan/query-plan.ts';
import type { BoundMetric, MetricComputation } from './bound-metric.ts';
import { kindOf } from './metric-kind.ts';
import { metricDefinitionSchema } from './metric-definition.ts';
import type { MetricDefinition, ScenarioName } from './metric-definition.ts';
import { sheetLines } from './sheet-lines.ts';
import type { SheetLine } from './sheet-lines.ts';
import { currencyIn, flowOf, meaningOfLine, unitOfLine } from './sheet-words.ts';
import type { Flow } from './sheet-words.ts';

/** Shares above this are written in percent, not as fractions: no growth or retention is thirty-fold. */
const LARGEST_FRACTION = 3;
/** Automatic metrics of sheets; the rest can still be asked for by the names of its columns. */
const MAX_AUTOMATIC = 300;

/** How a defined metric is taken over time where a sheet gives it. */
export function flowOfDefinition(definition: MetricDefinition): Flow {
  if (definition.sheet !== undefined) return definition.sheet;
  const kind = kindOf(definition);
  // What stands at a moment (ARR) is not added up over the months that report it, however it is computed from records.
  if (kind === 'POINT_IN_TIME' || (definition.asOf === true && ['MONEY', 'COUNT'].includes(definition.unit))) return 'BALANCE';
  if (
    definition.unit === 'PERCENT' ||
    definition.unit === 'DAYS' ||
    kind === 'AVERAGE' ||
    kind === 'RATIO' ||
    kind === 'PERIOD_OVER_PERIOD'
  )
    return 'RATE';
  return 'FLOW';
}

function valueOf(line: SheetLine, scenario: ScenarioName, unit: Unit): Expression | null {
  const column = line.columns[scenario];
  if (column === undefined) return null;
  const field: Expression = { kind: 'field', field: { path: [], attribute: column.name } };
  const percent =
    unit === 'PERCENT' && column.type !== 'PERCENT' && Math.max(Math.abs(line.max ?? 0), Math.abs(line.min ?? 0)) > LARGEST_FRACTION;
  return percent ? { kind: 'arithmetic', operator: '/', left: field, right: { kind: 'number', value: 100 } } : field;
}

function expressionOf(of: Expression, flow: Flow): MeasureExpression {
  const base = { kind: 'aggregate' as const, source: 0, of, filters: [] };
  if (flow === 'RATE') return { ...base, function: 'average' };
  return flow === 'BALANCE' ? { ...base, function: 'sum', overTime: 'last' } : { ...base, function: 'sum' };
}

/** What a line of a sheet comes to as a metric; null when it says nothing of what happened. */
export function computationOf(line: SheetLine, unit: Unit, flow: Flow): MetricComputation | null {
  const actual = valueOf(line, 'ACTUAL', unit);
  if (actual === null) return null;
  const byScenario: MetricComputation['byScenario'] = {};
  for (const scenario of ['BUDGET', 'FORECAST'] as const) {
    const of = valueOf(line, scenario, unit);
    if (of !== null) byScenario[scenario] = expressionOf(of, flow);
  }
  const written =
    line.scenario === null ? [] : (['ACTUAL', 'FORECAST', 'BUDGET'] as const).filter((each) => line.scenario?.values[each] !== undefined);
  const scenarios = [
    ...new Set<ScenarioName>(['ACTUAL', ...written, ...(['BUDGET', 'FORECAST'] as const).filter((each) => byScenario[each] !== undefined)]),
  ];
  return {
    sources: [
      { entity: line.entity.name, filters: line.filters, defaults: line.defaults, timeField: { path: [], attribute: line.time.name } },
    ],
    expression: expressionOf(actual, flow),
    currency: unit === 'MONEY' ? (currencyIn(`${line.unit ?? ''} ${line.name}`) ?? line.columns.ACTUAL?.currency ?? null) : null,
    note: null,
    certainty: 1,
    ...(scenarios.length > 1 ? { scenarios, byScenario } : {}),
    ...(line.scenario === null ? {} : { scenario: line.scenario }),
  };
}

const namesOfDefinition = ({ label, name, synonyms }: MetricDefinition): string[] =>
  [label, name.replaceAll('_', ' '), ...synonyms].map(phraseKey);

/** The sheets of a tenant, by the metrics they give. */
export class Sheets {
  readonly #lines: SheetLine[];
  readonly #byMetric = new Map<string, SheetLine>();
  /** Entities whose lines are mostly money. */
  readonly #money: ReadonlySet<string>;

  constructor(definitions: readonly MetricDefinition[], model: ModelIndex, profile: DataProfile) {
    const names = new Map<string, MetricDefinition>();
    // A name of its own goes before another metric's synonym.
    for (const definition of definitions)
      for (const key of namesOfDefinition(definition).slice(0, 2)) names.set(key, names.get(key) ?? definition);
    for (const definition of definitions)
      for (const key of namesOfDefinition(definition).slice(2)) names.set(key, names.get(key) ?? definition);
    this.#lines = sheetLines(model, profile, (key) => names.has(key));
    for (const line of this.#lines) {
      const definition = line.keys.map((key) => names.get(key)).find((found) => found !== undefined);
      if (definition !== undefined && !this.#byMetric.has(definition.name)) this.#byMetric.set(definition.name, line);
    }
    const isMoney = (line: SheetLine): boolean =>
      (line.keys.map((key) => names.get(key)).find((found) => found !== undefined)?.unit ?? unitOfLine(line.name, line.unit)) === 'MONEY';
    const byEntity = Map.groupBy(this.#lines, ({ entity }) => entity.name);
    this.#money = new Set([...byEntity].filter(([, lines]) => lines.filter(isMoney).length * 2 > lines.length).map(([name]) => name));
  }

  /** How a defined metric is told from a sheet; null when no sheet has it. */
  of(definition: MetricDefinition): MetricComputation | null {
    const line = this.#byMetric.get(definition.name);
    return line === undefined ? null : computationOf(line, definition.unit, flowOfDefinition(definition));
  }

  /** Metrics of the lines that no definition knows, by the names they have there. */
  others(taken: ReadonlySet<string>): BoundMetric[] {
    const known = new Set(this.#byMetric.values());
    const names = new Set(taken);
    return this.#lines.slice(0, MAX_AUTOMATIC).flatMap((line): BoundMetric[] => {
      const name = line.name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '_')
        .replaceAll(/^_+|_+$/g, '');
      if (known.has(line) || !/^[a-z]/.test(name) || names.has(name)) return [];
      const money = line.unit === null && this.#money.has(line.entity.name);
      const said = unitOfLine(line.name, line.unit);
      const unit = money && said === 'COUNT' && flowOf(line.name, null) === 'FLOW' ? 'MONEY' : said;
      const flow = flowOf(line.name, line.unit);
      const computation = computationOf(line, unit, flow);
      if (computation === null) return [];
      names.add(name);
      const how = { FLOW: 'Sum', BALANCE: 'Last figure of the period', RATE: 'Average' }[flow];
      const definition = metricDefinitionSchema.parse({
        name,
        label: line.name,
        description: `${line.name}, as ${line.entity.pluralLabel} have it.`,
        definition: `${how} of ${line.name} of ${line.entity.pluralLabel}, by ${line.time.label.toLowerCase()}.`,
        source: `Your own data: ${line.entity.pluralLabel}`,
        kind: { FLOW: 'SUM', BALANCE: 'POINT_IN_TIME', RATE: 'AVERAGE' }[flow],
        origin: 'AUTOMATIC',
        unit,
        ...meaningOfLine(line.name, money),
        needs: line.name,
        sheet: flow,
      });
      return [{ definition, computation, alternatives: [], missing: [] }];
    });
  }
}
