import type { Knowledge } from '../answer/knowledge.ts';
import type { Filter, QueryPlan, Scalar } from '../plan/query-plan.ts';

/** A value as the data writes it: who has not seen the data writes `germany` for `Germany`. */
function written(value: Scalar, known: readonly string[]): Scalar {
  if (typeof value !== 'string' || known.includes(value)) return value;
  const lower = value.toLowerCase();
  return known.find((each) => each.toLowerCase() === lower) ?? value;
}

function groundedFilter({ model, profile }: Knowledge, entity: string, filter: Filter): Filter {
  const inside = (filters: readonly Filter[], of: string): Filter[] =>
    filters.map((each) => groundedFilter({ model, profile } as Knowledge, of, each));
  switch (filter.kind) {
    case 'equals': {
      const at = model.resolve(entity, filter.field);
      const known = at?.attribute == null ? null : (profile.entities[at.entity.name]?.attributes[at.attribute.name]?.values ?? null);
      return known === null ? filter : { ...filter, values: filter.values.map((value) => written(value, known)) };
    }
    case 'related':
      return { ...filter, filters: inside(filter.filters, filter.entity) };
    case 'any':
      return { ...filter, filters: inside(filter.filters, entity) };
    default:
      return filter;
  }
}

/** A plan whose values are written as the data writes them. */
export function grounded(knowledge: Knowledge, plan: QueryPlan): QueryPlan {
  return {
    ...plan,
    sources: plan.sources.map((source) => ({
      ...source,
      filters: source.filters.map((filter) => groundedFilter(knowledge, source.entity, filter)),
    })),
  };
}
