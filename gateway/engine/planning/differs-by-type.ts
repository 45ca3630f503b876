import { Kind, print, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * Whether a response name stands for different things at one place of the response, depending on the types of the objects there or above. Such a
 * document is planned with types in its paths: otherwise each fetch would overwrite what the other has fetched under the name.
 */
export function differsByType(document: DocumentNode): boolean {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && differsIn([definition.selectionSet], fragments),
  );
}

function differsIn(sets: readonly SelectionSetNode[], fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  const meanings = new Map<string, string>();
  const below = new Map<string, SelectionSetNode[]>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode): boolean =>
    set.selections.some((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || spread.has(fragment.name.value)) return false;
        spread.add(fragment.name.value);
        return collect(fragment.selectionSet);
      }
      const name = selection.alias?.value ?? selection.name.value;
      const meaning = `${selection.name.value}(${(selection.arguments ?? []).map(print).toSorted().join()})`;
      if (meanings.has(name) && meanings.get(name) !== meaning) return true;
      meanings.set(name, meaning);
      if (selection.selectionSet !== undefined) {
        const known = below.get(name);
        if (known === undefined) below.set(name, [selection.selectionSet]);
        else known.push(selection.selectionSet);
      }
      return false;
    });
  return sets.some(collect) || [...below.values()].some((each) => differsIn(each, fragments));
}
