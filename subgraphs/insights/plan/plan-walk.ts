import type { Expression, FieldRef, Filter, MeasureExpression, QueryPlan } from './query-plan.ts';

/** Every field an expression reads. */
export function fieldsOfExpression(expression: Expression | null): FieldRef[] {
  if (expression === null) return [];
  switch (expression.kind) {
    case 'field':
    case 'grain':
      return [expression.field];
    case 'number':
      return [];
    case 'days':
      return [expression.from, expression.to];
    case 'arithmetic':
      return [...fieldsOfExpression(expression.left), ...fieldsOfExpression(expression.right)];
  }
}

/** Every field of the filtered entity a filter reads; fields inside `related` belong to another entity and are not among them. */
export function fieldsOfFilter(filter: Filter): FieldRef[] {
  switch (filter.kind) {
    case 'compare':
      return fieldsOfExpression(filter.of);
    case 'any':
      return filter.filters.flatMap(fieldsOfFilter);
    case 'related':
      return [];
    case 'equals':
    case 'text':
    case 'blank':
    case 'time':
    case 'datePart':
    case 'nested':
      return [filter.field];
  }
}

/** The leaves of a measure. */
export function aggregatesOf(expression: MeasureExpression): Extract<MeasureExpression, { kind: 'aggregate' }>[] {
  switch (expression.kind) {
    case 'aggregate':
      return [expression];
    case 'constant':
      return [];
    case 'combine':
      return [...aggregatesOf(expression.left), ...aggregatesOf(expression.right)];
  }
}

/** Every (entity, field) a plan reads, for lineage and confidence; `related` filters included. */
export function fieldsOfPlan(plan: QueryPlan): { entity: string; field: FieldRef }[] {
  const found: { entity: string; field: FieldRef }[] = [];
  const addFilter = (entity: string, filter: Filter): void => {
    for (const field of fieldsOfFilter(filter)) found.push({ entity, field });
    addInside(entity, filter);
  };
  // What belongs to other entities; those of the entity itself are told by the filter, however deep they stand in it.
  const addInside = (entity: string, filter: Filter): void => {
    if (filter.kind === 'related') for (const inner of filter.filters) addFilter(filter.entity, inner);
    if (filter.kind === 'nested') {
      const { entity: inside, field, filters, counted } = filter.set;
      found.push({ entity: inside, field });
      for (const inner of filters) addFilter(inside, inner);
      if (counted !== null) for (const inner of counted.filters) addFilter(counted.entity, inner);
      if (counted !== null) found.push({ entity: counted.entity, field: { path: counted.relation, attribute: 'id' } });
    }
    if (filter.kind === 'any') for (const inner of filter.filters) addInside(entity, inner);
  };
  for (const source of plan.sources) {
    for (const filter of source.filters) addFilter(source.entity, filter);
    for (const key of source.keys) found.push({ entity: source.entity, field: key });
    if (source.span !== undefined)
      for (const field of [source.span.start, source.span.end]) if (field !== null) found.push({ entity: source.entity, field });
    if (source.timeField !== null && (plan.period !== null || plan.compare !== null))
      found.push({ entity: source.entity, field: source.timeField });
  }
  for (const measure of plan.measures) {
    for (const aggregate of aggregatesOf(measure.expression)) {
      const entity = plan.sources[aggregate.source]?.entity;
      if (entity === undefined) continue;
      for (const field of [...fieldsOfExpression(aggregate.of), ...fieldsOfExpression(aggregate.with ?? null)])
        found.push({ entity, field });
      for (const filter of aggregate.filters) addFilter(entity, filter);
    }
  }
  const listed = plan.sources[0]?.entity;
  if (listed !== undefined) for (const column of plan.columns) found.push({ entity: listed, field: column });
  return found;
}
