import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { Expression, Filter } from '../plan/query-plan.ts';
import type { MetricComputation } from './bound-metric.ts';

const OWED = ['OPEN', 'OVERDUE'];
const UNDONE = ['VOID', 'FAILED', 'REFUNDED'];

/** What is still owed of invoices that have no amount due: the amount less what was paid, where all say so; else the amount of those open. */
export function automaticReceivables(model: ModelIndex, profile: DataProfile): MetricComputation[] {
  const entity = model.canonical('Revenue');
  const named = (canonical: string) => entity?.attributes.find((attribute) => attribute.canonical === canonical);
  const [amount, paid, settlement, date] = [named('amount'), named('amountPaid'), named('settlement'), named('date')];
  if (entity === null || amount === undefined) return [];
  const of = (attribute: string): Expression => ({ kind: 'field', field: { path: [], attribute } });
  const states = (values: string[], negated: boolean): Filter[] =>
    settlement === undefined ? [] : [{ kind: 'equals', field: { path: [], attribute: settlement.name }, values, negated }];
  const sum = (expression: Expression, filters: Filter[], note: string): MetricComputation => ({
    sources: [{ entity: entity.name, filters, timeField: date === undefined ? null : { path: [], attribute: date.name } }],
    expression: { kind: 'aggregate', source: 0, function: 'sum', of: expression, filters: [] },
    currency: amount.currency,
    note,
    certainty: 0.95,
  });
  const records = entity.pluralLabel;
  if (paid !== undefined && profile.entities[entity.name]?.attributes[paid.name]?.blanks === 0) {
    const rest: Expression = { kind: 'arithmetic', operator: '-', left: of(amount.name), right: of(paid.name) };
    return [sum(rest, states(UNDONE, true), `Receivables are ${amount.label} less ${paid.label} of ${records}`)];
  }
  return settlement === undefined
    ? []
    : [sum(of(amount.name), states(OWED, false), `Receivables are ${amount.label} of ${records} not yet paid`)];
}
