import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { isNumeric, isTemporal } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { longSheet } from '../model/sheet-shape.ts';
import type { FieldRef, Filter } from '../plan/query-plan.ts';
import type { ScenarioField } from './bound-metric.ts';
import type { ScenarioName } from './metric-definition.ts';
import { lineKeys, nameAndScenario, scenarioOfWord } from './sheet-words.ts';

/** A figure of a sheet that can be a metric: the records it stands in, and the column for each scenario. */
export interface SheetLine {
  name: string;
  keys: string[];
  entity: ModelEntity;
  columns: Partial<Record<ScenarioName, ModelAttribute>>;
  filters: Filter[];
  defaults: Filter[];
  scenario: ScenarioField | null;
  time: ModelAttribute;
  unit: string | null;
  min: number | null;
  max: number | null;
}

const own = (attribute: ModelAttribute): FieldRef => ({ path: [], attribute: attribute.name });
const equals = (attribute: ModelAttribute, values: string[]): Filter => ({ kind: 'equals', field: own(attribute), values, negated: false });

/** Finest first: of figures for months and for their quarters only those for months are added up. */
const GRAINS = [
  /^(?:d|days?|daily)$/i,
  /^(?:w|weeks?|weekly)$/i,
  /^(?:m|months?|monthly)$/i,
  /^(?:q|quarters?|quarterly)$/i,
  /^(?:y|years?|yearly|annual|annually)$/i,
];
const TOTAL = /^(?:total|all|overall|company|group|consolidated|grand total|whole company|all segments)$/i;
/** Names of a wide table that have to be known before it counts as a sheet of figures; one will do where every record is of a period. */
const MIN_KNOWN = 2;
const PERIOD = /^(?:reporting |fiscal |calendar )?(?:month|quarter|period|year|week)(?: end(?:ing)?| start)?$/i;

function scenarioField(attribute: ModelAttribute | null, values: readonly string[]): ScenarioField | null {
  if (attribute === null || values.length === 0) return null;
  const found: ScenarioField['values'] = {};
  for (const value of values) {
    const scenario = scenarioOfWord(value);
    if (scenario === null) return null;
    found[scenario] = [...(found[scenario] ?? []), value];
  }
  return { field: own(attribute), values: found };
}

const valuesOf = (profile: DataProfile, entity: ModelEntity, attribute: ModelAttribute | null): string[] =>
  attribute === null ? [] : (profile.entities[entity.name]?.attributes[attribute.name]?.values ?? []);

/** What is taken for granted: what happened, and the whole where its parts stand beside it. */
function defaultsOf(profile: DataProfile, entity: ModelEntity, scenario: ScenarioField | null): Filter[] {
  const actual = scenario?.values.ACTUAL;
  const happened: Filter[] =
    scenario === null || actual === undefined ? [] : [{ kind: 'equals', field: scenario.field, values: actual, negated: false }];
  const wholes = entity.attributes.flatMap((attribute): Filter[] => {
    const values = attribute.type === 'TEXT' ? valuesOf(profile, entity, attribute) : [];
    const totals = values.filter((value) => TOTAL.test(value.trim()));
    return totals.length > 0 && values.length > totals.length ? [equals(attribute, totals)] : [];
  });
  return [...happened, ...wholes];
}

function longLines(profile: DataProfile, entity: ModelEntity): SheetLine[] {
  const sheet = longSheet(entity);
  if (sheet === null) return [];
  const scenario = scenarioField(sheet.scenario, valuesOf(profile, entity, sheet.scenario));
  const columns: SheetLine['columns'] = {};
  for (const value of sheet.values) columns[scenarioOfWord(value.label) ?? 'ACTUAL'] ??= value;
  const defaults = defaultsOf(profile, entity, scenario);
  return (profile.entities[entity.name]?.lines ?? []).map((line) => {
    const finest = GRAINS.map((pattern) => line.grains.filter((grain) => pattern.test(grain))).find((found) => found.length > 0);
    const ofGrain =
      sheet.grain === null || finest === undefined || finest.length === line.grains.length ? [] : [equals(sheet.grain, finest)];
    return {
      name: line.name,
      keys: lineKeys(line.name),
      entity,
      columns,
      filters: [equals(sheet.metric, [line.name]), ...ofGrain],
      defaults: defaults.filter((filter) => filter.kind !== 'equals' || filter.field.attribute !== sheet.metric.name),
      scenario,
      time: sheet.time,
      unit: line.unit,
      min: line.min,
      max: line.max,
    };
  });
}

/** Tables of months with a column for each figure: no names, no identifiers that tell records apart, no links to other records. */
function wideLines(profile: DataProfile, entity: ModelEntity, known: (key: string) => boolean): SheetLine[] {
  const time = entity.attributes.find(isTemporal);
  const facts = profile.entities[entity.name];
  if (entity.canonical !== null || time === undefined || facts === undefined || entity.relations.length > 0 || longSheet(entity) !== null)
    return [];
  if (
    entity.attributes.some(({ semantic, type }) => type === 'TEXT' && ['NAME', 'PERSON', 'EMAIL', 'PHONE', 'IDENTIFIER'].includes(semantic))
  )
    return [];
  const numbers = entity.attributes.filter((attribute) => isNumeric(attribute) && attribute.type !== 'TEXT');
  const lines = new Map<string, SheetLine>();
  const texts = entity.attributes.filter((attribute) => attribute.type === 'TEXT');
  const scenarios = texts.flatMap((attribute) => scenarioField(attribute, valuesOf(profile, entity, attribute)) ?? []);
  const [scenario = null] = scenarios;
  for (const attribute of numbers) {
    const { name, scenario: said } = nameAndScenario(attribute.label);
    const { min = null, max = null } = facts.attributes[attribute.name] ?? {};
    const line = lines.get(name) ?? {
      name: said === 'ACTUAL' ? attribute.label : name,
      keys: lineKeys(name),
      entity,
      columns: {},
      filters: [],
      defaults: defaultsOf(profile, entity, scenario),
      scenario,
      time,
      unit: attribute.unit ?? attribute.currency,
      min: min === null ? null : Number(min),
      max: max === null ? null : Number(max),
    };
    line.columns[said] ??= attribute;
    lines.set(name, line);
  }
  const found = [...lines.values()].filter(({ columns }) => columns.ACTUAL !== undefined);
  return found.filter(({ keys }) => keys.some(known)).length >= (PERIOD.test(time.label.trim()) ? 1 : MIN_KNOWN) ? found : [];
}

/** Every figure of every sheet of a tenant. `known`: whether a name is that of a defined metric. */
export function sheetLines(model: ModelIndex, profile: DataProfile, known: (key: string) => boolean): SheetLine[] {
  return model.model.entities.flatMap((entity) => [...longLines(profile, entity), ...wideLines(profile, entity, known)]);
}
