import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { isTemporal } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';
import type { Filter, MeasureExpression } from '../plan/query-plan.ts';
import type { MetricComputation } from './bound-metric.ts';

const ORDERS = /\b(?:orders?|deliver(?:y|ies)|shipments?)$/i;
const PURCHASE = /\b(?:purchase|procurement|supplier|vendor)\b/i;
const PROMISED = /\b(?:promised|required|requested|committed|agreed|expected|estimated|scheduled|due|planned)\b/i;
/** What tells that it came, before what tells that it left. */
const DONE = [/\b(?:delivered|delivery|arrived|arrival|received)\b/i, /\b(?:shipped|ship|sent|dispatched|shipping)\b/i];

interface Dates {
  entity: ModelEntity;
  promised: ModelAttribute;
  done: ModelAttribute;
}

/** The one kind of customers' orders that says until when they were promised and when they came; null when there is none, or several. */
function promisedOrders(model: ModelIndex): Dates | null {
  const found = model.model.entities
    .filter(({ canonical, label }) => canonical === 'Order' || (canonical === null && ORDERS.test(label) && !PURCHASE.test(label)))
    .flatMap((entity): Dates[] => {
      const dates = entity.attributes.filter(isTemporal);
      const promised = dates.filter(({ label }) => PROMISED.test(label));
      const done = DONE.map((name) => dates.filter((date) => name.test(date.label) && !promised.includes(date))).find(
        ({ length }) => length > 0,
      );
      const [until] = promised;
      const [at] = done ?? [];
      return until === undefined || at === undefined || promised.length > 1 || (done?.length ?? 0) > 1
        ? []
        : [{ entity, promised: until, done: at }];
    });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Orders that came so many days after the promise, or not: `>` nought for those that are late. */
const byDelay = ({ promised, done }: Dates, operator: '>' | '<='): Filter => ({
  kind: 'compare',
  of: { kind: 'days', from: { path: [], attribute: promised.name }, to: { path: [], attribute: done.name } },
  operator,
  value: 0,
});

const counted = (filters: Filter[]): MeasureExpression => ({ kind: 'aggregate', source: 0, function: 'count', of: null, filters });

function computed(model: ModelIndex, dates: Dates, filters: Filter[], expression: MeasureExpression, note: string): MetricComputation {
  return {
    sources: [{ entity: dates.entity.name, filters, timeField: mainTime(model, dates.entity.name) }],
    expression,
    currency: null,
    note: `${note}, by ${dates.done.label.toLowerCase()} and ${dates.promised.label.toLowerCase()} of ${dates.entity.pluralLabel.toLowerCase()}`,
    certainty: 0.97,
  };
}

/** The number of orders that came later than promised; empty where orders do not say so. */
export function lateOrders(model: ModelIndex): MetricComputation[] {
  const dates = promisedOrders(model);
  return dates === null ? [] : [computed(model, dates, [byDelay(dates, '>')], counted([]), 'Late is what came after it was promised')];
}

/** The share of the orders that came which came in time; empty where orders do not say so. */
export function onTimeOrders(model: ModelIndex): MetricComputation[] {
  const dates = promisedOrders(model);
  if (dates === null) return [];
  const said = [dates.promised, dates.done].map((date): Filter => ({
    kind: 'blank',
    field: { path: [], attribute: date.name },
    negated: true,
  }));
  const share: MeasureExpression = { kind: 'combine', operator: '/', left: counted([byDelay(dates, '<=')]), right: counted([]) };
  return [computed(model, dates, said, share, 'On time is what came by when it was promised')];
}
