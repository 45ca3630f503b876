import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { FieldRef } from '../plan/query-plan.ts';
import type { DataProfile } from './data-profile.ts';
import type { ModelIndex } from './model-index.ts';

/** What is known of the currency of an amount: one for all records, or what each record says. */
export type MoneyRule =
  /** `assumed`: nothing says so but that all other money of the tenant is in it. */
  | { kind: 'fixed'; currency: string; assumed?: true }
  /**
   * `field` is where each record says it, from the amount's own entity; `only`: the one currency that any record names, which those are
   * taken to be in that name none; `unnamed`: how many records name none.
   */
  | { kind: 'column'; field: FieldRef; only: string | null; unnamed: number };

/** How amounts of a tenant become one currency. */
export interface MoneyRules {
  /** The currency amounts are told in; null: they stay as they are. */
  readonly reporting: string | null;
  /** The one currency that numbers come out in, reported or because there is no other; null: there are several, or nobody knows. */
  readonly told: string | null;
  /** Null: it is no amount of money, or nobody knows its currency. */
  of(entity: string, attribute: string): MoneyRule | null;
}

/** No money is known of. */
export const NO_MONEY: MoneyRules = { reporting: null, told: null, of: () => null };

const CODE = /^[A-Za-z]{3}$/;
const NAMED = /\b(?:currency|ccy|curr)\b/;
/** Categories of few letters that are no currency have more values than there are currencies. */
const MAX_CURRENCIES = 180;

const spoken = (attribute: ModelAttribute): string =>
  `${attribute.label} ${attribute.name.replaceAll(/([A-Z])/g, ' $1')}`.toLowerCase().replaceAll('_', ' ');

const isMoney = (attribute: ModelAttribute): boolean =>
  attribute.type === 'MONEY' ||
  ((attribute.semantic === 'AMOUNT' || attribute.semantic === 'PRICE') && attribute.type !== 'PERCENT' && attribute.type !== 'TEXT');

function currencyColumns(entity: ModelEntity, profile: DataProfile): ModelAttribute[] {
  return entity.attributes.filter((attribute) => {
    if (attribute.type !== 'TEXT' || !NAMED.test(spoken(attribute))) return false;
    const values = profile.entities[entity.name]?.attributes[attribute.name]?.values ?? null;
    return values === null || (values.length <= MAX_CURRENCIES && values.every((value) => CODE.test(value.trim())));
  });
}

/** The column of several that goes with an amount: `fee currency` with `fee`, else the plainest name. */
function nearest(amount: ModelAttribute, columns: ModelAttribute[]): ModelAttribute | undefined {
  const words = new Set(spoken(amount).split(' '));
  const shared = (column: ModelAttribute): number =>
    spoken(column)
      .split(' ')
      .filter((word) => words.has(word)).length;
  return columns.toSorted((a, b) => shared(b) - shared(a) || spoken(a).length - spoken(b).length)[0];
}

/** Tells of every amount of the model which currency it is in: by its own definition, by a column beside it, or by the record it belongs to. */
export function moneyRules(model: ModelIndex, profile: DataProfile, reporting: string | null): MoneyRules {
  const known = new Map<string, MoneyRule | null>();
  const columnOf = (entity: ModelEntity, path: string[], amount: ModelAttribute): MoneyRule | null => {
    const column = nearest(amount, currencyColumns(entity, profile));
    if (column === undefined) return null;
    const facts = profile.entities[entity.name]?.attributes[column.name];
    const values = [...new Set((facts?.values ?? []).map((value) => value.trim().toUpperCase()))];
    const only = facts?.values != null && values.length === 1 ? (values[0] ?? null) : null;
    return { kind: 'column', field: { path, attribute: column.name }, only, unnamed: facts?.blanks ?? 0 };
  };
  const find = (entity: ModelEntity, amount: ModelAttribute): MoneyRule | null => {
    const own = columnOf(entity, [], amount);
    if (own !== null) return own;
    if (amount.currency !== null) return { kind: 'fixed', currency: amount.currency };
    const parents = entity.relations.flatMap((relation) => {
      const target = model.find(relation.target);
      const rule = target === null || target.name === entity.name ? null : columnOf(target, [relation.name], amount);
      return rule === null ? [] : [rule];
    });
    // Two records that it belongs to may each have a currency of their own: then nobody knows.
    return parents.length === 1 ? (parents[0] ?? null) : null;
  };
  /** The one currency that all money is in whose currency is known; null when there are several, or none. */
  const house = (): string | null => {
    const codes = new Set<string | null>();
    for (const entity of model.model.entities)
      for (const amount of entity.attributes) {
        const rule = isMoney(amount) ? find(entity, amount) : null;
        if (rule !== null) codes.add(rule.kind === 'fixed' ? rule.currency : rule.only);
      }
    const [only = null] = codes;
    return codes.size === 1 ? only : null;
  };
  const currency = house();
  const assumed: MoneyRule | null = currency === null ? null : { kind: 'fixed', currency, assumed: true };
  return {
    reporting,
    told: reporting ?? currency,
    of(entity, attribute) {
      const key = `${entity}.${attribute}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const owner = model.find(entity);
      const amount = owner === null ? null : model.attribute(entity, attribute);
      const rule = owner === null || amount === null || !isMoney(amount) ? null : (find(owner, amount) ?? assumed);
      known.set(key, rule);
      return rule;
    },
  };
}
