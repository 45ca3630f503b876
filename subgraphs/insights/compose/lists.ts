import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { RankBy } from '../language/keywords.ts';
import { isNumeric, isTemporal } from '../model/model-index.ts';
import { timeAttributes } from '../model/time-axis.ts';
import type { FieldRef, Filter } from '../plan/query-plan.ts';
import { fieldsOfFilter } from '../plan/plan-walk.ts';
import type { Context } from './context.ts';
import { moneyOf } from './measure-choices.ts';

/** Columns of a list beyond which nobody reads. */
const MAX_LIST_COLUMNS = 8;
const key = (field: FieldRef): string => [...field.path, field.attribute].join('.');

/** The columns that show a record: its title, what the question spoke about, then its links, categories, money and dates. */
export function listColumns(context: Context, entity: string, asked: FieldRef[], filters: Filter[]): FieldRef[] {
  const found = context.model.entity(entity);
  const title: FieldRef = { path: [], attribute: found.titleAttribute ?? 'id' };
  if (asked.length > 0) return unique([title, ...asked]).slice(0, MAX_LIST_COLUMNS);
  const filtered = filters.flatMap(fieldsOfFilter).filter((field) => field.attribute !== 'id' && !field.attribute.startsWith('~'));
  const links: FieldRef[] = found.relations.map((relation) => ({ path: [relation.name], attribute: 'id' }));
  // What a record is worth stands before what kind it is.
  const wanted = ['STATUS', 'AMOUNT', 'CATEGORY', 'PRICE', 'QUANTITY', 'DATE', 'PLACE', 'PERSON', 'RATE', 'FLAG', 'NAME'];
  const rest = found.attributes
    .filter((attribute) => wanted.includes(attribute.semantic))
    .toSorted((a, b) => wanted.indexOf(a.semantic) - wanted.indexOf(b.semantic))
    .map((attribute): FieldRef => ({ path: [], attribute: attribute.name }));
  return unique([title, ...filtered, ...links, ...rest]).slice(0, MAX_LIST_COLUMNS);
}

function unique(fields: FieldRef[]): FieldRef[] {
  const seen = new Set<string>();
  return fields.filter((field) => !seen.has(key(field)) && seen.add(key(field)));
}

const BY_NAME: Record<Exclude<RankBy, 'measure' | 'time'>, RegExp> = {
  price: /price|cost|fare|fee|amount/i,
  age: /\bage\b|birth|founded|established|built|tenure/i,
  duration: /duration|length|minutes|hours|runtime|time|distance/i,
  pay: /salary|pay|wage|income|compensation|earning/i,
  size: /size|employees|population|area/i,
};

/** What a thing is sold for comes before what it was bought for. */
function priceRank(attribute: ModelAttribute): number {
  const cost = /cost/i.test(`${attribute.name} ${attribute.label}`) ? 1 : 0;
  return (attribute.semantic === 'PRICE' ? 0 : 2) + cost;
}

/** The attribute a superlative orders records by (`most expensive`, `oldest`, `latest`); descending is flipped for birthdays. */
export function superlativeField(context: Context, entity: string, by: RankBy): { field: FieldRef; label: string; flip: boolean } | null {
  const found: ModelEntity = context.model.entity(entity);
  if (by === 'measure') {
    const money = moneyOf(context, entity);
    const attribute = money?.rowField == null ? null : context.model.attribute(entity, money.rowField.attribute);
    return money?.rowField == null || attribute === null ? null : { field: money.rowField, label: attribute.label, flip: false };
  }
  if (by === 'time') {
    const date = timeAttributes(found)[0];
    return date === undefined ? null : { field: { path: [], attribute: date.name }, label: date.label, flip: false };
  }
  const fitting = found.attributes.filter(
    (attribute) =>
      BY_NAME[by].test(`${attribute.name.replaceAll(/([A-Z])/g, ' $1')} ${attribute.label}`) &&
      (isNumeric(attribute) || isTemporal(attribute) || attribute.type === 'INTEGER'),
  );
  const preferred = by === 'price' ? fitting.toSorted((a, b) => priceRank(a) - priceRank(b))[0] : fitting[0];
  if (preferred === undefined || (fitting.length > 1 && by !== 'price' && by !== 'pay')) return null;
  const flip = by === 'age' && (isTemporal(preferred) || /founded|established|built/i.test(preferred.label));
  return { field: { path: [], attribute: preferred.name }, label: preferred.label, flip };
}
