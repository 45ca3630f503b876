import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { isDimension, isNumeric, isTemporal } from '../model/model-index.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import type { BoundMetric } from './bound-metric.ts';

/** Dimensions beyond these are far from the records; they can still be asked for. */
const MAX_DIMENSIONS = 40;
const MAX_STEPS = 2;
/** An attribute with more values than this tells single records apart; it is no dimension to offer. */
const MAX_OFFERED_VALUES = 200;

/** Something a metric can be split by. */
export interface DimensionFacts {
  label: string;
  entity: string;
  field: FieldRef;
  attributeId: string;
  values: number | null;
}

/** What the metric's records can be split by, nearest first; the measured columns themselves are not among them. */
export function dimensionsOf({ model, profile }: Knowledge, { computation }: BoundMetric): DimensionFacts[] {
  const [source] = computation?.sources ?? [];
  if (source === undefined) return [];
  const found: DimensionFacts[] = [];
  for (const path of model.paths(source.entity)) {
    if (path.relations.length > MAX_STEPS || found.length >= MAX_DIMENSIONS) break;
    const entity = model.entity(path.target);
    for (const attribute of entity.attributes) {
      const values = profile.entities[entity.name]?.attributes[attribute.name]?.values?.length ?? null;
      if (!isDimension(attribute) || isNumeric(attribute) || ['TEXT', 'EMAIL', 'IDENTIFIER'].includes(attribute.semantic)) continue;
      if (values !== null && values > MAX_OFFERED_VALUES && attribute.semantic !== 'NAME') continue;
      found.push({
        label: path.relations.length === 0 ? attribute.label : `${entity.label}: ${attribute.label}`,
        entity: entity.name,
        field: { path: path.relations, attribute: attribute.name },
        attributeId: attribute.id,
        values,
      });
    }
  }
  return found.slice(0, MAX_DIMENSIONS);
}

/** Levels that lie within one another, widest first, by what the shipped ontology and plain words call them. */
const LADDERS: readonly { label: string; levels: readonly RegExp[] }[] = [
  {
    label: 'Place',
    levels: [
      /^continent$/i,
      /^region$/i,
      /^country$/i,
      /^(?:state|province|county)$/i,
      /^city$/i,
      /^(?:post(?:al)? ?code|zip(?: code)?)$/i,
    ],
  },
  {
    label: 'Product',
    levels: [
      /^(?:department|division)$/i,
      /^(?:family|category|product category|product line)$/i,
      /^(?:sub ?category|brand)$/i,
      /^(?:name|product name)$/i,
    ],
  },
];

function ladders(entity: ModelEntity): { label: string; levels: string[] }[] {
  return LADDERS.flatMap(({ label, levels }) => {
    if (label === 'Product' && !/product|item|article/i.test(`${entity.canonical ?? ''} ${entity.name}`)) return [];
    const found = levels.flatMap((level) => entity.attributes.find((attribute) => level.test(attribute.label))?.label ?? []);
    return found.length < 2 ? [] : [{ label: `${label} of ${entity.label}`, levels: found }];
  });
}

/** Ways down from the whole to its parts: the calendar, places, product families, and records that belong to records of their own kind. */
export function hierarchiesOf({ model }: Knowledge, { computation }: BoundMetric): { label: string; levels: string[] }[] {
  const [source] = computation?.sources ?? [];
  if (source === undefined) return [];
  const found: { label: string; levels: string[] }[] = [];
  const date = source.timeField === null ? null : model.resolve(source.entity, source.timeField);
  if (date?.attribute != null && isTemporal(date.attribute))
    found.push({ label: date.attribute.label, levels: ['Fiscal year', 'Fiscal quarter', 'Year', 'Quarter', 'Month', 'Week', 'Day'] });
  for (const path of model.paths(source.entity).filter(({ relations }) => relations.length <= MAX_STEPS)) {
    const entity = model.entity(path.target);
    found.push(...ladders(entity));
    for (const relation of entity.relations)
      if (relation.target === entity.name)
        found.push({ label: `${relation.label} of ${entity.label}`, levels: [relation.label, entity.label] });
  }
  return found.filter(({ label }, at) => found.findIndex((each) => each.label === label) === at);
}

/** What one record behind the metric is, and what places it in time, in words. */
export function grainOf({ model }: Knowledge, { computation }: BoundMetric): string | null {
  const [source] = computation?.sources ?? [];
  if (source === undefined) return null;
  const entity = model.entity(source.entity);
  const at = source.timeField === null ? null : model.resolve(source.entity, source.timeField)?.attribute;
  const when =
    at == null ? ', as things stand' : source.span === undefined ? ` by ${at.label.toLowerCase()}` : `, from ${at.label.toLowerCase()} on`;
  return `one ${entity.label.toLowerCase()}${when}`;
}
