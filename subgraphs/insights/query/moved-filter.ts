import type { Expression, FieldRef, Filter } from '../plan/query-plan.ts';

/**
 * A condition on records seen from others that lead to them by `path`; null where it cannot be seen from there: records that belong to them are told
 * of the records themselves only.
 */
export function moved(filter: Filter, path: readonly string[]): Filter | null {
  if (path.length === 0) return filter;
  const field = (one: FieldRef): FieldRef => ({ path: [...path, ...one.path], attribute: one.attribute });
  const expression = (one: Expression): Expression => {
    switch (one.kind) {
      case 'field':
      case 'grain':
        return { ...one, field: field(one.field) };
      case 'days':
        return { ...one, from: field(one.from), to: field(one.to) };
      case 'arithmetic':
        return { ...one, left: expression(one.left), right: expression(one.right) };
      case 'number':
        return one;
    }
  };
  switch (filter.kind) {
    case 'equals':
    case 'text':
    case 'blank':
    case 'time':
    case 'datePart':
    case 'nested':
      return { ...filter, field: field(filter.field) };
    case 'compare':
      return { ...filter, of: expression(filter.of) };
    case 'any': {
      const filters = filter.filters.map((each) => moved(each, path));
      return filters.includes(null) ? null : { ...filter, filters: filters.filter((each) => each !== null) };
    }
    case 'related':
      return null;
  }
}
