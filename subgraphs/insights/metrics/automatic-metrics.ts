import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { isCode, isNumeric, neverAdded, type ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { MeasureExpression, Unit } from '../plan/query-plan.ts';
import type { BoundMetric } from './bound-metric.ts';
import { metricDefinitionSchema } from './metric-definition.ts';
import { meaningOfLine } from './sheet-words.ts';

/** Automatic metrics of one tenant; the rest can still be asked for by the names of its columns. */
const MAX_AUTOMATIC = 300;

const snake = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/\W+/g, '_')
    .toLowerCase();

const adds = (attribute: ModelAttribute): boolean =>
  isNumeric(attribute) &&
  (attribute.semantic === 'AMOUNT' || attribute.semantic === 'QUANTITY') &&
  attribute.type !== 'PERCENT' &&
  !isCode(attribute) &&
  !neverAdded(attribute);

function metric(
  model: ModelIndex,
  entity: ModelEntity,
  name: string,
  told: { label: string; definition: string; unit: Unit; currency: string | null },
  expression: MeasureExpression,
): BoundMetric {
  const definition = metricDefinitionSchema.parse({
    name,
    label: told.label,
    description: `${told.label}, as your own records have it.`,
    definition: told.definition,
    source: `Your own data: ${entity.pluralLabel}`,
    kind: told.unit === 'COUNT' && expression.kind === 'aggregate' && expression.of === null ? 'COUNT' : 'SUM',
    origin: 'AUTOMATIC',
    unit: told.unit,
    ...meaningOfLine(told.label),
    needs: entity.pluralLabel.toLowerCase(),
  });
  const computation = {
    sources: [{ entity: entity.name, filters: [], timeField: mainTime(model, entity.name) }],
    expression,
    currency: told.currency,
    note: null,
    certainty: 1,
  };
  return { definition, computation, alternatives: [], missing: [] };
}

/** What every entity type of a tenant's ontology can be told by without anybody defining it: how many there are, and the totals of what adds up. */
export function automaticMetrics(model: ModelIndex, taken: ReadonlySet<string>): BoundMetric[] {
  const found = model.model.entities.flatMap((entity) => {
    const records = entity.pluralLabel.toLowerCase();
    const count = metric(
      model,
      entity,
      `count_${snake(entity.name)}`,
      { label: `Number of ${records}`, definition: `Count of ${records}.`, unit: 'COUNT', currency: null },
      { kind: 'aggregate', source: 0, function: 'count', of: null, filters: [] },
    );
    const sums = entity.attributes.filter(adds).map((attribute) =>
      metric(
        model,
        entity,
        `sum_${snake(entity.name)}_${snake(attribute.name)}`,
        {
          label: `Total ${attribute.label.toLowerCase()} of ${records}`,
          definition: `Sum of ${attribute.label} of ${records}.`,
          unit: attribute.semantic === 'AMOUNT' ? 'MONEY' : 'NUMBER',
          currency: attribute.currency,
        },
        {
          kind: 'aggregate',
          source: 0,
          function: 'sum',
          of: { kind: 'field', field: { path: [], attribute: attribute.name } },
          filters: [],
        },
      ),
    );
    return [count, ...sums];
  });
  return found.filter(({ definition }) => !taken.has(definition.name)).slice(0, MAX_AUTOMATIC);
}
