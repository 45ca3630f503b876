import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { MetricComputation } from './bound-metric.ts';

const PURCHASES = /^(?:purchase|procurement|supplier|vendor) orders?$/i;

/** What was ordered from suppliers, by the one money of the purchase orders; empty where costs are recorded, which say what was spent. */
export function automaticPurchases(model: ModelIndex): MetricComputation[] {
  if (model.canonical('Cost') !== null) return [];
  return model.model.entities
    .filter(({ label, canonical }) => canonical === null && PURCHASES.test(label))
    .flatMap((entity): MetricComputation[] => {
      const amounts = entity.attributes.filter((attribute) => attribute.semantic === 'AMOUNT' && isNumeric(attribute));
      const [amount] = amounts;
      if (amount === undefined || amounts.length > 1) return [];
      return [
        {
          sources: [{ entity: entity.name, filters: [], timeField: mainTime(model, entity.name) }],
          expression: {
            kind: 'aggregate',
            source: 0,
            function: 'sum',
            of: { kind: 'field', field: { path: [], attribute: amount.name } },
            filters: [],
          },
          currency: amount.currency,
          note: `What was spent is taken as ${amount.label} of ${entity.pluralLabel}`,
          certainty: 0.95,
        },
      ];
    });
}
