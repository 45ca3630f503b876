import { isNumeric } from '../model/model-index.ts';
import type { Expression } from '../plan/query-plan.ts';
import type { Context } from './context.ts';
import { shortestPaths } from './fields.ts';

/** An entity whose records lead to another (order lines lead to products): the other way round would multiply records. */
export interface Fact {
  entity: string;
  path: string[];
}

/** Entities with a many-to-one way to `target`, nearest first; ambiguous ways (two of equal length) are left out. */
export function factsOf(context: Context, target: string): Fact[] {
  return context.model.model.entities
    .filter((entity) => entity.name !== target)
    .flatMap((entity) => {
      const paths = shortestPaths(context, entity.name, target);
      const only = paths[0];
      return only === undefined || paths.length > 1 ? [] : [{ entity: entity.name, path: only }];
    })
    .toSorted((a, b) => a.path.length - b.path.length);
}

/** The quantity of a fact record, when it has exactly one that is counted in units. */
export function quantityOf(context: Context, entity: string): { of: Expression; label: string } | null {
  const quantities = context.model
    .entity(entity)
    .attributes.filter(
      (attribute) =>
        attribute.semantic === 'QUANTITY' &&
        isNumeric(attribute) &&
        /quantity|qty|units|sold|pieces|copies|tickets/i.test(`${attribute.label} ${attribute.name}`),
    );
  const only = quantities[0];
  return only === undefined || quantities.length > 1
    ? null
    : { of: { kind: 'field', field: { path: [], attribute: only.name } }, label: only.label };
}
