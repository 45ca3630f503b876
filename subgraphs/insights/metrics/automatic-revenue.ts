import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import { costOfRevenue } from './cost-of-revenue.ts';
import { automaticMargin, automaticProfit } from './automatic-profit.ts';
import { automaticPurchases } from './automatic-purchases.ts';
import { automaticReceivables } from './automatic-receivables.ts';
import type { MetricComputation } from './bound-metric.ts';
import { lateOrders, onTimeOrders } from './punctuality.ts';
import { soldLine, spokenName as spoken } from './sold-lines.ts';

/** Names of a sold total, best first: what a sales file calls the money of a line. */
const SALES_NAMES = [
  /\b(revenue|sales|turnover)\b/,
  /\b(total|line|order|invoice|transaction|purchase|sale)\s?(price|amount|value|total|cost)?\b/,
  /\b(amount|total|value|paid|payment)\b/,
];
/** The money of one line, written down: nearer to the books than what is multiplied again. */
const LINE_TOTAL = /\b(?:line|item|net|extended) (?:total|amount|price|value)\b/;
const NOT_SALES =
  /\b(tax|discount|shipping|freight|fee|cost|profit|margin|refund|budget|salary|balance|annual|target|quota|expected|tip|tips|limit|charges?|income|credit|debt|loan|debit)\b/;

interface Candidate {
  score: number;
  computation: MetricComputation;
}

function fromAmount(model: ModelIndex, entity: ModelEntity): Candidate[] {
  return entity.attributes
    .filter(
      (attribute) =>
        (attribute.semantic === 'AMOUNT' ||
          (attribute.semantic === 'QUANTITY' && attribute.type === 'DECIMAL' && SALES_NAMES[0]?.test(spoken(attribute)) === true)) &&
        isNumeric(attribute) &&
        attribute.canonical !== 'annualRevenue' &&
        !NOT_SALES.test(spoken(attribute)),
    )
    .flatMap((attribute) => {
      const rank = SALES_NAMES.findIndex((name) => name.test(spoken(attribute)));
      if (rank < 0) return [];
      return [
        {
          score: LINE_TOTAL.test(spoken(attribute)) ? 9 : 10 - rank * 3,
          computation: {
            sources: [{ entity: entity.name, filters: [], timeField: mainTime(model, entity.name) }],
            expression: {
              kind: 'aggregate',
              source: 0,
              function: 'sum',
              of: { kind: 'field', field: { path: [], attribute: attribute.name } },
              filters: [],
            },
            currency: attribute.currency,
            note: `Revenue is taken as the sum of ${attribute.label} of ${entity.pluralLabel}`,
            certainty: rank === 0 ? 0.95 : 0.85,
          } satisfies MetricComputation,
        },
      ];
    });
}

function fromLines(model: ModelIndex, profile: DataProfile, entity: ModelEntity): Candidate[] {
  const product = soldLine(model, profile, entity);
  if (product === null) return [];
  const less = product.discount === null ? '' : `, less ${product.discount.label}`;
  const where = product.priceOwner.name === entity.name ? '' : ` of the ${product.priceOwner.label}`;
  return [
    {
      score: product.quantity === null ? 7 : 8,
      computation: {
        sources: [{ entity: entity.name, filters: [], timeField: mainTime(model, entity.name) }],
        expression: { kind: 'aggregate', source: 0, function: 'sum', of: product.of, filters: [] },
        currency: product.price.currency,
        note:
          product.quantity === null
            ? `Revenue is the sum of ${product.price.label}${where}: each ${entity.label} is taken as one unit`
            : `Revenue is computed as ${product.quantity.label} of each ${entity.label} × ${product.price.label}${where}${less}`,
        certainty: product.quantity === null ? 0.85 : 0.92,
      },
    },
  ];
}

/** What was sold by the tenant's own tables, best named first. Two equally good ones on different tables: nobody can know, and none is taken. */
function soldTotals(model: ModelIndex, profile: DataProfile): MetricComputation[] {
  const candidates = model.model.entities
    .filter((entity) => entity.canonical === null || entity.canonical === 'Order')
    .filter((entity) => mainTime(model, entity.name) !== null || entity.relations.length > 0)
    .flatMap((entity) => [...fromAmount(model, entity), ...fromLines(model, profile, entity)])
    .toSorted((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (best === undefined) return [];
  const tied =
    second !== undefined && second.score === best.score && second.computation.sources[0]?.entity !== best.computation.sources[0]?.entity;
  return tied ? [] : candidates.map((each) => each.computation);
}

/** Those of them that are lines of orders: what invoices say as one sum, by what was ordered. */
function soldByLines(model: ModelIndex, profile: DataProfile): MetricComputation[] {
  return soldTotals(model, profile).filter(({ sources: [source] }) => {
    const targets = source === undefined ? [] : model.entity(source.entity).relations.map(({ target }) => model.find(target)?.canonical);
    return targets.includes('Order');
  });
}

/** How a metric can be told from a tenant's own tables when no canonical binding fits or reaches. */
export function fallbackComputations(metric: string, model: ModelIndex, profile: DataProfile): MetricComputation[] {
  const billed = model.canonical('Revenue') !== null;
  const sold = (): MetricComputation[] => (billed ? soldByLines(model, profile) : soldTotals(model, profile));
  const revenues = (): MetricComputation[] => (billed ? [] : soldTotals(model, profile));
  switch (metric) {
    case 'revenue':
      return sold();
    case 'order_value':
      return soldByLines(model, profile);
    case 'average_order_value':
      return sold().flatMap((each) => perOrder(model, each) ?? []);
    case 'gross_profit':
    case 'profit':
      return automaticProfit(model, profile);
    case 'cogs':
      return costOfRevenue(model, profile);
    case 'gross_margin':
      return automaticMargin(automaticProfit(model, profile), revenues());
    case 'receivables':
      return automaticReceivables(model, profile);
    case 'purchases':
      return automaticPurchases(model);
    case 'late_orders':
      return lateOrders(model);
    case 'on_time_delivery':
      return onTimeOrders(model);
    default:
      return [];
  }
}

const ORDERS = /^(?:order|sale|transaction|invoice|receipt|purchase|bill|ticket|checkout)s?$/i;

/** Revenue divided by how many orders it came in: the order the lines lead to, the order's number on each line, or the records themselves. */
function perOrder(model: ModelIndex, revenue: MetricComputation): MetricComputation | null {
  const source = revenue.sources[0];
  if (source === undefined || revenue.sources.length > 1) return null;
  const entity = model.entity(source.entity);
  const path = model
    .paths(source.entity)
    .find((each) => each.relations.length > 0 && ORDERS.test(model.entity(each.target).label.split(' ').at(-1) ?? ''));
  const numbered = entity.attributes.find(
    (attribute) => attribute.semantic === 'IDENTIFIER' && ORDERS.test(attribute.label.replace(/ ?(?:id|number|no|key|code)$/i, '')),
  );
  const field =
    path !== undefined
      ? { path: path.relations, attribute: 'id' }
      : numbered !== undefined
        ? { path: [], attribute: numbered.name }
        : ORDERS.test(entity.label)
          ? { path: [], attribute: 'id' }
          : null;
  if (field === null) return null;
  const orders = {
    kind: 'aggregate' as const,
    source: 0,
    function: 'countDistinct' as const,
    of: { kind: 'field' as const, field },
    filters: [],
  };
  return {
    ...revenue,
    expression: { kind: 'combine', operator: '/', left: revenue.expression, right: orders },
    note: `${revenue.note ?? 'Revenue'}, divided by the number of orders`,
    certainty: revenue.certainty - 0.02,
  };
}
