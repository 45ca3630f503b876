import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { MetricComputation } from './bound-metric.ts';

/** Where a cost entry says what it was for. */
const KINDS = /^(?:cost |expense |spend )?(?:category|type|account|account name|kind|class)$/i;
/** What making and delivering costs, as books call it. */
const DIRECT =
  /\b(?:cogs|cost of (?:goods|sales|revenue)|direct costs?|(?:raw )?materials?|(?:cloud )?hosting|freight|packaging|manufacturing|production|merchandise|payment processing|ingredients|goods)\b/i;

/** The cost of revenue from the cost entries whose category says so; empty where none does. */
export function costOfRevenue(model: ModelIndex, profile: DataProfile): MetricComputation[] {
  const entity = model.canonical('Cost');
  const amount = entity?.attributes.find(({ canonical }) => canonical === 'amount');
  if (entity === null || amount === undefined) return [];
  for (const attribute of entity.attributes.filter(({ label, canonical }) => canonical === 'category' || KINDS.test(label))) {
    const values = (profile.entities[entity.name]?.attributes[attribute.name]?.values ?? []).filter((value) => DIRECT.test(value));
    if (values.length === 0) continue;
    return [
      {
        sources: [
          {
            entity: entity.name,
            filters: [{ kind: 'equals', field: { path: [], attribute: attribute.name }, values, negated: false }],
            timeField: mainTime(model, entity.name),
          },
        ],
        expression: {
          kind: 'aggregate',
          source: 0,
          function: 'sum',
          of: { kind: 'field', field: { path: [], attribute: amount.name } },
          filters: [],
        },
        currency: amount.currency,
        note: `The cost of revenue is taken to be ${values.join(', ')} of ${entity.pluralLabel.toLowerCase()}, by ${attribute.label.toLowerCase()}`,
        certainty: 0.85,
      },
    ];
  }
  return [];
}
