import {
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** More variables than that on a mutation's own fields are not told apart: there would be too many cases. */
const MAX_VARIABLES = 4;

/** Spreads of fragments that are followed; what spreads more is a riddle, and planned as it is. */
const MAX_SPREADS = 1_000;

/** A variable and what it must be. */
interface Condition {
  variable: string;
  is: boolean;
}

/** A field of the mutation, with everything that must hold for it to be done. */
interface Occurrence {
  field: FieldNode;
  conditions: readonly Condition[];
}

/**
 * The mutation with its fields in the order they are to be done in, each once. The planner takes fragments apart in its own order, and does a field
 * twice that is there twice, once on a condition; so it gets one plain list of fields for each case of the conditions.
 */
export function inOrder(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): OperationDefinitionNode {
  const followed = new Set<string>();
  const occurrences = collect(definition.selectionSet, [], fragments, followed);
  if (followed.size > MAX_SPREADS) return definition;
  const variables = [...new Set(occurrences.flatMap(({ conditions }) => conditions.map(({ variable }) => variable)))];
  if (variables.length > MAX_VARIABLES) return definition;
  const selections = casesOf(occurrences, variables);
  // A mutation of which nothing is left still is an operation.
  return { ...definition, selectionSet: setOf(selections.length === 0 ? definition.selectionSet.selections : selections) };
}

function collect(
  set: SelectionSetNode,
  outer: readonly Condition[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  followed: Set<string>,
): Occurrence[] {
  return set.selections.flatMap((selection): Occurrence[] => {
    const own = conditionsOf(selection);
    if (own === null) return [];
    const conditions = [...outer, ...own];
    if (selection.kind === Kind.FIELD) {
      const directives = (selection.directives ?? []).filter((directive) => !isCondition(directive));
      return [{ field: { ...selection, directives }, conditions }];
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet, conditions, fragments, followed);
    // Spread a second time under the same conditions, a fragment adds nothing.
    const spread = `${selection.name.value} ${keyOf(conditions)}`;
    const fragment = fragments.get(selection.name.value);
    if (fragment === undefined || followed.has(spread) || followed.size > MAX_SPREADS) return [];
    followed.add(spread);
    return collect(fragment.selectionSet, conditions, fragments, followed);
  });
}

function keyOf(conditions: readonly Condition[]): string {
  return [...new Set(conditions.map(({ variable, is }) => `${variable}:${is}`))].toSorted().join();
}

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

/** What must hold for a selection; null when it never is. */
function conditionsOf({ directives = [] }: SelectionNode): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (const directive of directives.filter(isCondition)) {
    const is = directive.name.value === 'include';
    const value = directive.arguments?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, is });
    else if (value?.kind === Kind.BOOLEAN && value.value !== is) return null;
  }
  return conditions;
}

/** The fields, in one fragment for each value of the first variable, and so on. */
function casesOf(occurrences: readonly Occurrence[], [variable, ...others]: readonly string[]): SelectionNode[] {
  if (variable === undefined) return merged(occurrences.map(({ field }) => field));
  return [true, false].flatMap((is) => {
    const left = occurrences.filter(({ conditions }) => conditions.every((one) => one.variable !== variable || one.is === is));
    const selections = casesOf(left, others);
    return selections.length === 0
      ? []
      : [{ kind: Kind.INLINE_FRAGMENT, directives: [conditionOn(variable, is)], selectionSet: setOf(selections) } as const];
  });
}

/** Each response name once, where it comes first, with everything that is selected under it. */
function merged(fields: readonly FieldNode[]): FieldNode[] {
  const byName = new Map<string, FieldNode>();
  for (const field of fields) {
    const name = field.alias?.value ?? field.name.value;
    const known = byName.get(name);
    const selections = [...(known?.selectionSet?.selections ?? []), ...(field.selectionSet?.selections ?? [])];
    byName.set(name, known === undefined || selections.length === 0 ? (known ?? field) : { ...known, selectionSet: setOf(selections) });
  }
  return [...byName.values()];
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function conditionOn(variable: string, is: boolean): DirectiveNode {
  const value = { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: is ? 'include' : 'skip' },
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' }, value }],
  };
}
