import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { isNumeric, isTemporal } from './model-index.ts';

/** A table of figures: one number a record, named by one of its columns. */
export interface LongSheet {
  metric: ModelAttribute;
  /** The numbers: one column, or one for each scenario. */
  values: ModelAttribute[];
  time: ModelAttribute;
  scenario: ModelAttribute | null;
  grain: ModelAttribute | null;
  unit: ModelAttribute | null;
}

/** A name in lower case, its words apart. */
export const saidName = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase();

const METRIC = /^(?:metric|kpi|measure|indicator|line item|account line|figure)(?: name| code)?$/;
const VALUE =
  /^(?:value|metric value|kpi value|amount|figure|number|actual|actuals|budget|budgeted|plan|planned|forecast|forecasted|target)$/;
const SCENARIO = /^(?:scenario|version|plan type|data type|type|kind|actual or budget|budget version)$/;
const GRAIN = /^(?:grain|granularity|frequency|period length|period type)$/;
const UNIT = /^(?:unit|units|uom|unit of measure|currency)$/;

const called = (attribute: ModelAttribute, pattern: RegExp, canonical: string): boolean =>
  attribute.canonical === canonical || pattern.test(saidName(attribute.label)) || pattern.test(saidName(attribute.name));

/** The columns of a table of figures whose records name what they count; null when it is no such table. */
export function longSheet(entity: ModelEntity): LongSheet | null {
  const text = (pattern: RegExp, canonical: string): ModelAttribute | null =>
    entity.attributes.find((attribute) => attribute.type === 'TEXT' && called(attribute, pattern, canonical)) ?? null;
  const metric = text(METRIC, 'metric');
  const time =
    entity.attributes.find((attribute) => isTemporal(attribute) && attribute.canonical === 'period') ?? entity.attributes.find(isTemporal);
  const values = entity.attributes.filter((attribute) => isNumeric(attribute) && called(attribute, VALUE, 'value'));
  if (metric === null || time === undefined || values.length === 0) return null;
  // What people did with a product is told by records of their own, with many a number of the same name.
  if (entity.canonical !== null && entity.canonical !== 'Observation') return null;
  return { metric, values, time, scenario: text(SCENARIO, 'scenario'), grain: text(GRAIN, 'grain'), unit: text(UNIT, 'unit') };
}
