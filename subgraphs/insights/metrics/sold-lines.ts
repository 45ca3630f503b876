import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { isNumeric } from '../model/model-index.ts';
import type { ModelIndex, Path } from '../model/model-index.ts';
import type { Expression } from '../plan/query-plan.ts';

/** Prices further away than this say nothing about the line. */
const MAX_PRICE_HOPS = 2;
const QUANTITY_NAMES = /quantity|qty|units|pieces|count|sold|ordered/;
const NO_SELLING_PRICE = /cost|original|msrp|old|discount/;
const COST_NAMES = /\bcost\b/;
/** Tables whose every record is one unit sold when they carry no quantity. */
const LINE_TABLES = /^(?:item|detail|line|sale|transaction|purchase)s?$/;

/** What an attribute is called, label and name, in lower case with spaces. */
export const spokenName = (attribute: ModelAttribute): string =>
  `${attribute.label} ${attribute.name.replaceAll(/([A-Z])/g, ' $1')}`.toLowerCase().replaceAll('_', ' ');

/** The money of one record of a table of sold lines, and how it is computed in words. */
export interface SoldLine {
  /** quantity × price × (1 − discount), as far as each is there. */
  of: Expression;
  /** quantity × (price − cost); null when there is no cost, or a discount that the cost does not know. */
  profit: Expression | null;
  quantity: ModelAttribute | null;
  price: ModelAttribute;
  priceOwner: ModelEntity;
  discount: ModelAttribute | null;
  cost: ModelAttribute | null;
}

const field = (attribute: string, path: string[]): Expression => ({ kind: 'field', field: { path, attribute } });
const arithmetic = (operator: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression => ({
  kind: 'arithmetic',
  operator,
  left,
  right,
});

function only(attributes: ModelAttribute[], wanted: (attribute: ModelAttribute) => boolean): ModelAttribute | null {
  const found = attributes.filter((attribute) => isNumeric(attribute) && wanted(attribute));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function nearestPrice(
  model: ModelIndex,
  entity: ModelEntity,
  wanted: (attribute: ModelAttribute) => boolean,
): { attribute: ModelAttribute; path: Path } | null {
  for (const path of model.paths(entity.name)) {
    if (path.relations.length > MAX_PRICE_HOPS) return null;
    const attribute = only(model.entity(path.target).attributes, (each) => each.semantic === 'PRICE' && wanted(each));
    if (attribute !== null) return { attribute, path };
  }
  return null;
}

/** What a discounted line still costs, 0…1; null when its discount is money, is sometimes blank, or is on no scale that the data shows. */
function remainder(profile: DataProfile, entity: ModelEntity): { of: Expression; discount: ModelAttribute } | null {
  const discount = only(entity.attributes, (attribute) => /\bdiscount\b/.test(spokenName(attribute)) && attribute.semantic !== 'AMOUNT');
  const facts = discount === null ? undefined : profile.entities[entity.name]?.attributes[discount.name];
  if (discount === null || facts === undefined || facts.blanks > 0 || facts.max === null || facts.min === null) return null;
  const [least, most] = [Number(facts.min), Number(facts.max)];
  if (!(least >= 0) || !(most <= 100)) return null;
  const share = most <= 1 ? field(discount.name, []) : arithmetic('/', field(discount.name, []), { kind: 'number', value: 100 });
  return { of: arithmetic('-', { kind: 'number', value: 1 }, share), discount };
}

/**
 * The money of one record as quantity × unit price, less its discount, when the record or something it belongs to carries the price.
 * A table of lines without any quantity sells one unit a line. Null when there is no price, or several.
 */
export function soldLine(model: ModelIndex, profile: DataProfile, entity: ModelEntity): SoldLine | null {
  const quantities = entity.attributes.filter(
    (attribute) => attribute.semantic === 'QUANTITY' && isNumeric(attribute) && QUANTITY_NAMES.test(spokenName(attribute)),
  );
  const [quantity = null] = quantities;
  const single = quantity === null && LINE_TABLES.test(entity.label.toLowerCase().split(' ').at(-1) ?? '');
  if (quantities.length > 1 || (quantity === null && !single)) return null;
  const priced = nearestPrice(model, entity, (attribute) => !NO_SELLING_PRICE.test(spokenName(attribute)));
  if (priced === null) return null;
  const costed = nearestPrice(model, entity, (attribute) => COST_NAMES.test(spokenName(attribute)));
  const times = (money: Expression): Expression => (quantity === null ? money : arithmetic('*', field(quantity.name, []), money));
  const price = field(priced.attribute.name, priced.path.relations);
  const left = remainder(profile, entity);
  const sold = left === null ? price : arithmetic('*', price, left.of);
  const profit = costed === null ? null : arithmetic('-', sold, field(costed.attribute.name, costed.path.relations));
  return {
    of: left === null ? times(price) : arithmetic('*', times(price), left.of),
    profit: profit === null ? null : times(profit),
    quantity,
    price: priced.attribute,
    priceOwner: model.entity(priced.path.target),
    discount: left?.discount ?? null,
    cost: costed?.attribute ?? null,
  };
}
