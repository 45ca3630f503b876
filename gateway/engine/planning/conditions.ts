import { Kind, visit, type DirectiveNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Operation } from './planned-document.ts';

/** A document with more of them is planned with its conditions: there would be too many cases. */
const MAX_VARIABLES = 6;

/** A variable that decides what of a document is asked. */
export interface Decider {
  name: string;
  /** What it is when it is not sent. */
  otherwise: boolean;
}

/** What decides what is asked of an operation; none when nothing does, or too much. */
export function decidersOf({ definition, fragments }: Operation): readonly Decider[] {
  const names = new Set<string>();
  for (const node of [definition, ...fragments.values()]) {
    visit(node, {
      Directive: (directive) => {
        const value = isCondition(directive) ? directive.arguments?.[0]?.value : undefined;
        if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
      },
    });
  }
  if (names.size > MAX_VARIABLES) return [];
  const defaults = (definition.variableDefinitions ?? []).map(
    ({ variable, defaultValue: value }) => [variable.name.value, value?.kind === Kind.BOOLEAN && value.value] as const,
  );
  const otherwise = new Map(defaults);
  return [...names].map((name) => ({ name, otherwise: otherwise.get(name) ?? false }));
}

/** What was decided. Other than booleans there are none: the operation is refused for them before anything is done. */
export function decide(deciders: readonly Decider[], variables: Readonly<Record<string, unknown>>): ReadonlyMap<string, boolean> {
  return new Map(deciders.map(({ name, otherwise }) => [name, Object.hasOwn(variables, name) ? variables[name] === true : otherwise]));
}

/**
 * The operation as it is once its conditions are decided: the planner takes what a field requires for missing when the field is skipped, and leaves
 * out everything else that its subgraph would have answered. Null when nothing is left.
 */
export function withoutConditions({ definition, fragments }: Operation, decided: ReadonlyMap<string, boolean>): Operation | null {
  const left = setWithout(definition.selectionSet, decided);
  if (left.selections.length === 0) return null;
  const parts = [...fragments].map(
    ([name, fragment]) => [name, { ...fragment, selectionSet: kept(setWithout(fragment.selectionSet, decided)) }] as const,
  );
  return { definition: { ...definition, selectionSet: left }, fragments: new Map(parts) };
}

function setWithout(set: SelectionSetNode, decided: ReadonlyMap<string, boolean>): SelectionSetNode {
  return { ...set, selections: set.selections.flatMap((selection) => selectionWithout(selection, decided)) };
}

function selectionWithout(selection: SelectionNode, decided: ReadonlyMap<string, boolean>): SelectionNode[] {
  const directives: DirectiveNode[] = [];
  for (const directive of selection.directives ?? []) {
    const is = isCondition(directive) ? valueOf(directive, decided) : null;
    if (is === null) directives.push(directive);
    else if (is !== (directive.name.value === 'include')) return [];
  }
  if (selection.kind === Kind.FRAGMENT_SPREAD || selection.selectionSet === undefined) return [{ ...selection, directives }];
  const selectionSet = setWithout(selection.selectionSet, decided);
  if (selectionSet.selections.length === 0 && selection.kind === Kind.INLINE_FRAGMENT) return [];
  return [{ ...selection, directives, selectionSet: kept(selectionSet) }];
}

/** Something is selected of every object, even if nothing of it is shown. */
export function kept(set: SelectionSetNode): SelectionSetNode {
  return set.selections.length > 0 ? set : { ...set, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
}

const isCondition = ({ name }: DirectiveNode): boolean => name.value === 'skip' || name.value === 'include';

/** What the condition is; null while it is not decided. */
function valueOf({ arguments: [argument] = [] }: DirectiveNode, decided: ReadonlyMap<string, boolean>): boolean | null {
  if (argument?.value.kind === Kind.VARIABLE) return decided.get(argument.value.name.value) ?? null;
  return argument?.value.kind === Kind.BOOLEAN ? argument.value.value : null;
}
