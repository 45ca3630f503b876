import { Kind, type SelectionSetNode } from 'graphql';
import { clientName } from '../planning/client-names.ts';
import type { Operation } from '../planning/planned-document.ts';

/** The response names that an operation asks for, whatever the types. */
type Outline = Map<string, SelectionSetNode[]>;

/**
 * Turns paths of the data into paths of the response: under the caller's names, and cut off where they go on to something that was only fetched
 * for the gateway itself.
 */
export function clientPaths({ definition, fragments }: Operation): (path: readonly (string | number)[]) => (string | number)[] {
  const outline = (sets: readonly SelectionSetNode[], into: Outline, followed: Set<string>): Outline => {
    for (const selection of sets.flatMap(({ selections }) => selections)) {
      if (selection.kind === Kind.INLINE_FRAGMENT) outline([selection.selectionSet], into, followed);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const { value } = selection.name;
        const set = fragments.get(value)?.selectionSet;
        if (set === undefined || followed.has(value)) continue;
        followed.add(value);
        outline([set], into, followed);
      } else {
        const name = selection.alias?.value ?? selection.name.value;
        const below = into.get(name) ?? [];
        if (selection.selectionSet !== undefined) below.push(selection.selectionSet);
        into.set(name, below);
      }
    }
    return into;
  };
  return (path) => {
    const known: (string | number)[] = [];
    let sets: readonly SelectionSetNode[] = [definition.selectionSet];
    for (const element of path) {
      const name = typeof element === 'string' ? clientName(element) : element;
      if (typeof name === 'string') {
        const below = outline(sets, new Map(), new Set()).get(name);
        if (below === undefined) break;
        sets = below;
      }
      known.push(name);
    }
    return known;
  };
}
