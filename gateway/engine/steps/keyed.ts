import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import type { EntityKeys } from '../planning/entity-keys.ts';
import type { RepresentationBuilder } from './representation.ts';
import type { TypeCondition } from './type-conditions.ts';

type Fragment = Extract<QueryPlanSelectionNode, { kind: 'InlineFragment' }>;

/**
 * A builder for entities whose key is selected. Where the planner selects the key for some types of an interface only, nothing is asked of the
 * others: their subgraph could not tell which entity is meant.
 */
export function keyedOnly(
  build: RepresentationBuilder,
  {
    requires,
    subgraph,
    keys,
    isOfType,
  }: { requires: readonly QueryPlanSelectionNode[]; subgraph: string; keys: EntityKeys; isOfType: TypeCondition },
): RepresentationBuilder {
  const fragments = requires.filter((one): one is Fragment => one.kind === 'InlineFragment');
  const known = [...keys]
    .filter(([at]) => at.startsWith(`${subgraph} `))
    .map(([at, each]) => [at.slice(subgraph.length + 1), each] as const);
  const hasKey = ({ typeCondition = '', selections }: Fragment): boolean => {
    const names = new Set(selections.flatMap((one) => (one.kind === 'Field' ? [one.name] : [])));
    const related = known.filter(([type]) => isOfType(type, typeCondition) || isOfType(typeCondition, type));
    return related.some(([, each]) => each.some((key) => key.every((name) => names.has(name))));
  };
  const keyed = fragments.filter(hasKey);
  if (keyed.length === 0 || keyed.length === fragments.length) return build;
  return (entity) => {
    const { __typename: name } = entity;
    return typeof name !== 'string' || keyed.some(({ typeCondition = name }) => isOfType(name, typeCondition)) ? build(entity) : null;
  };
}
