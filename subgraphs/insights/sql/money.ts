import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { ModelIndex } from '../model/model-index.ts';
import type { MoneyRule } from '../model/money-rules.ts';
import { aggregatesOf, fieldsOfExpression } from '../plan/plan-walk.ts';
import type { Expression, FieldRef, QueryPlan } from '../plan/query-plan.ts';
import type { JoinBook } from './joins.ts';

/** How a field of a record is read as a number. */
export type FieldReader = (field: FieldRef, book: JoinBook) => RawBuilder<unknown>;

/** A field as it is written. */
export const writtenOf: FieldReader = (field, book) => book.column(field);

/** What has to be done to amounts: nothing, conversion, or care that one currency is not added to another. */
interface Treatment {
  rule: MoneyRule;
  to: string | null;
}

function treatmentOf(model: ModelIndex, entity: string, field: FieldRef): Treatment | null {
  const { money } = model;
  const at = money === undefined || field.attribute === 'id' ? null : model.resolve(entity, field);
  if (money === undefined || at?.attribute == null) return null;
  const rule = money.of(at.entity.name, field.attribute);
  if (rule === null) return null;
  const one = rule.kind === 'fixed' ? rule.currency : rule.only;
  if (money.reporting !== null) return one === money.reporting ? null : { rule, to: money.reporting };
  return one === null ? { rule, to: null } : null;
}

/** Where a record says its currency, from the source's entity. */
const placeOf = (field: FieldRef, rule: Extract<MoneyRule, { kind: 'column' }>): FieldRef => ({
  path: [...field.path, ...rule.field.path],
  attribute: rule.field.attribute,
});

/** Amounts whose currency stands in one place are converted by one join. */
const keyOf = (code: FieldRef | string): string => (typeof code === 'string' ? code : JSON.stringify(code));

const codeOf = (field: FieldRef, rule: MoneyRule, book: JoinBook): RawBuilder<unknown> =>
  rule.kind === 'fixed' ? sql`${rule.currency}::text` : sql`upper(btrim(${book.column(placeOf(field, rule))}))`;

/** A field as a number; an amount in the currency it is reported in, null where nobody said the rate of its day. */
export const amountOf: FieldReader = (field, book) => {
  const column = book.column(field);
  const treatment = treatmentOf(book.model, book.entityName, field);
  if (treatment?.to == null) return column;
  const { rule, to } = treatment;
  return sql`(${column} * ${book.rate(codeOf(field, rule, book), keyOf(rule.kind === 'fixed' ? rule.currency : placeOf(field, rule)), to)})`;
};

/** What has to hold of a group for its amounts to be taken together; null where there is nothing to take care of. */
export function oneCurrency(
  of: Expression,
  book: JoinBook,
  read: (reader: FieldReader) => RawBuilder<unknown>,
  where: RawBuilder<unknown>,
) {
  const found = fieldsOfExpression(of).flatMap((field) => {
    const treatment = treatmentOf(book.model, book.entityName, field);
    return treatment === null ? [] : [{ field, ...treatment }];
  });
  if (found.length === 0) return null;
  if (found.some(({ to }) => to !== null)) return sql`count(${read(writtenOf)})${where} = count(${read(amountOf)})${where}`;
  const mixed = found.map(({ field, rule }) => sql`count(distinct coalesce(${codeOf(field, rule, book)}, '?'))${where} <= 1`);
  return sql.join(mixed, sql` and `);
}

/** The one currency a plan narrows records down to; null when it does not. */
function narrowed(plan: QueryPlan, source: number, place: FieldRef): string | null {
  for (const filter of plan.sources[source]?.filters ?? []) {
    if (filter.kind !== 'equals' || filter.negated || JSON.stringify(filter.field) !== JSON.stringify(place)) continue;
    const codes = new Set(filter.values.map((value) => String(value).trim().toUpperCase()));
    const [only] = codes;
    if (codes.size === 1 && only !== undefined) return only;
  }
  return null;
}

/** The currencies that a measure of a plan is told in; empty when nobody knows. */
function currenciesOf(plan: QueryPlan, model: ModelIndex, measure: QueryPlan['measures'][number]): Set<string | null> {
  const { money } = model;
  const found = new Set<string | null>();
  for (const leaf of aggregatesOf(measure.expression)) {
    const entity = plan.sources[leaf.source]?.entity ?? '';
    for (const field of fieldsOfExpression(leaf.of)) {
      const at = model.resolve(entity, field);
      const rule = at?.attribute == null ? null : (money?.of(at.entity.name, field.attribute) ?? null);
      if (rule === null) continue;
      const one = rule.kind === 'fixed' ? rule.currency : (rule.only ?? narrowed(plan, leaf.source, placeOf(field, rule)));
      found.add(money?.reporting ?? one);
    }
  }
  return found;
}

/** The plan with the currency each amount comes out in. */
export function settleMoney(plan: QueryPlan, model: ModelIndex): QueryPlan {
  if (model.money === undefined) return plan;
  const measures = plan.measures.map((measure) => {
    if (measure.unit !== 'MONEY') return measure;
    const [only, ...others] = currenciesOf(plan, model, measure);
    return only === undefined ? measure : { ...measure, currency: others.length === 0 ? only : null };
  });
  return { ...plan, measures };
}

/** Amounts of a plan that are in other currencies than it is told in, or in several: where their currency stands. */
export function foreignAmounts(
  plan: QueryPlan,
  model: ModelIndex,
): { source: number; field: FieldRef; code: FieldRef | string; to: string | null }[] {
  const seen = new Set<string>();
  return plan.measures.flatMap((measure) =>
    aggregatesOf(measure.expression).flatMap((leaf) =>
      fieldsOfExpression(leaf.function === 'count' || leaf.function === 'countDistinct' ? null : leaf.of).flatMap((field) => {
        const treatment = treatmentOf(model, plan.sources[leaf.source]?.entity ?? '', field);
        const key = JSON.stringify([leaf.source, field]);
        if (treatment === null || seen.has(key)) return [];
        seen.add(key);
        const { rule, to } = treatment;
        return [{ source: leaf.source, field, code: rule.kind === 'fixed' ? rule.currency : placeOf(field, rule), to }];
      }),
    ),
  );
}

export type Foreign = ReturnType<typeof foreignAmounts>[number];

const codeColumn = ({ code }: Foreign, book: JoinBook): RawBuilder<unknown> =>
  typeof code === 'string' ? sql`${code}::text` : sql`upper(btrim(${book.column(code)}))`;

/** Parts of the statement that tells which currencies of an amount cannot be told in the reporting one, or, without one, which there are. */
export function gapColumns(amount: Foreign, book: JoinBook, day: RawBuilder<unknown> | null) {
  const code = codeColumn(amount, book);
  const lacks = amount.to === null ? sql`true` : sql`${amountOf(amount.field, book)} is null`;
  const first = day === null ? sql`null::text` : sql`min(${day})::text`;
  return {
    columns: sql`${code} as code, count(*)::int as records, ${first} as first`,
    where: sql`${book.column(amount.field)} is not null and ${lacks}`,
  };
}

/** Parts of the statement that tells by which rates an amount is converted `to` another currency. */
export function rateColumns(amount: Foreign, to: string, book: JoinBook) {
  const code = codeColumn(amount, book);
  const rate = book.rateRow(code, keyOf(amount.code), to);
  const [value, day, source] = [sql.id(rate, 'rate'), sql.id(rate, 'day'), sql.id(rate, 'source')];
  return {
    columns: sql`${code} as code, count(distinct ${day})::int as days, min(${day})::text as first, max(${day})::text as last,
      min(${value})::float8 as rate, array_agg(distinct ${source}) filter (where ${source} is not null) as sources`,
    where: sql`${book.column(amount.field)} is not null and ${code} <> ${to}`,
  };
}
