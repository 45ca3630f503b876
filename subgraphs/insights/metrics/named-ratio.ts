import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { phraseKey } from '../language/tokenize.ts';
import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { MeasureExpression } from '../plan/query-plan.ts';
import type { MetricComputation } from './bound-metric.ts';
import type { MetricDefinition } from './metric-definition.ts';

const ADDS_UP = new Set(['AMOUNT', 'QUANTITY']);

/** The one attribute that has one of the names, earlier names before later ones. */
function named(entity: ModelEntity, names: string[]): ModelAttribute | null {
  for (const name of names) {
    const key = phraseKey(name);
    const found = entity.attributes.filter(
      (attribute) =>
        isNumeric(attribute) &&
        ADDS_UP.has(attribute.semantic) &&
        [attribute.label, attribute.name].some((label) => phraseKey(label) === key),
    );
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

/**
 * A metric that divides one column's total by another's on the same table (`clicks ÷ impressions`), by the columns' own names.
 * Empty when no table has both, or several have.
 */
export function namedRatio(definition: MetricDefinition, model: ModelIndex): MetricComputation[] {
  const { ratio } = definition;
  if (ratio === undefined) return [];
  const found = model.model.entities.flatMap((entity) => {
    const [of, to] = [named(entity, ratio.of), named(entity, ratio.to)];
    return of === null || to === null || of === to ? [] : [{ entity, of, to }];
  });
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const total = (attribute: ModelAttribute): MeasureExpression => ({
    kind: 'aggregate',
    source: 0,
    function: 'sum',
    of: { kind: 'field', field: { path: [], attribute: attribute.name } },
    filters: [],
  });
  return [
    {
      sources: [{ entity: only.entity.name, filters: [], timeField: mainTime(model, only.entity.name) }],
      expression: { kind: 'combine', operator: '/', left: total(only.of), right: total(only.to) },
      currency: definition.unit === 'MONEY' ? only.of.currency : null,
      note: `${definition.label} is total ${only.of.label.toLowerCase()} ÷ total ${only.to.label.toLowerCase()} of ${only.entity.pluralLabel}`,
      certainty: 0.95,
    },
  ];
}
