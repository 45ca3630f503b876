import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { Expression, MeasureExpression } from '../plan/query-plan.ts';
import type { MetricComputation } from './bound-metric.ts';
import { soldLine, spokenName } from './sold-lines.ts';

const PROFIT_NAMES = /^(?:(?:gross|net|total) )?profit\b/;
const NO_PROFIT = /\b(?:margin|rate|ratio|target|expected|percent|forecast)\b/;

const sum = (of: Expression): MeasureExpression => ({ kind: 'aggregate', source: 0, function: 'sum', of, filters: [] });

function profitOf(
  model: ModelIndex,
  profile: DataProfile,
  entity: ModelEntity,
): { of: Expression; currency: string | null; note: string } | null {
  const written = entity.attributes.filter(
    (attribute) =>
      isNumeric(attribute) &&
      attribute.type !== 'PERCENT' &&
      attribute.semantic === 'AMOUNT' &&
      PROFIT_NAMES.test(spokenName(attribute)) &&
      !NO_PROFIT.test(spokenName(attribute)),
  );
  const [first] = written;
  if (first !== undefined && written.length === 1) {
    const of: Expression = { kind: 'field', field: { path: [], attribute: first.name } };
    return { of, currency: first.currency, note: `Profit is taken as the sum of ${first.label} of ${entity.pluralLabel}` };
  }
  const line = written.length > 0 ? null : soldLine(model, profile, entity);
  if (line === null || line.profit === null) return null;
  const units = line.quantity === null ? '' : `${line.quantity.label} × `;
  const note = `Profit is computed as ${units}(${line.price.label}${line.discount === null ? '' : ' less discount'} − ${line.cost?.label ?? 'cost'})`;
  return { of: line.profit, currency: line.price.currency, note };
}

/**
 * How profit can be told from a tenant's own tables: a profit that is written there, else quantity × (price − cost) of sold lines.
 * Two tables that both could mean that nobody can know: then none is taken.
 */
export function automaticProfit(model: ModelIndex, profile: DataProfile): MetricComputation[] {
  const found = model.model.entities
    .filter((entity) => entity.canonical === null || entity.canonical === 'Order')
    .flatMap((entity) => {
      const profit = profitOf(model, profile, entity);
      return profit === null ? [] : [{ entity, profit }];
    });
  const [only] = found;
  if (only === undefined || found.length > 1) return [];
  const { entity, profit } = only;
  const sources = [{ entity: entity.name, filters: [], timeField: mainTime(model, entity.name) }];
  return [{ sources, expression: sum(profit.of), currency: profit.currency, note: profit.note, certainty: 0.92 }];
}

/** Profit ÷ revenue, when both are told from the same records. */
export function automaticMargin(profit: MetricComputation[], revenue: MetricComputation[]): MetricComputation[] {
  return profit.flatMap((each) => {
    const same = revenue.find((other) => JSON.stringify(other.sources) === JSON.stringify(each.sources));
    if (same === undefined) return [];
    const expression: MeasureExpression = { kind: 'combine', operator: '/', left: each.expression, right: same.expression };
    return [{ ...each, expression, currency: null, note: `${each.note ?? 'Profit'}, divided by revenue` }];
  });
}
