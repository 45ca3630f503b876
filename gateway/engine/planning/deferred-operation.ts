import { Kind, visit, type DirectiveNode, type DocumentNode, type InlineFragmentNode, type SelectionSetNode } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import type { Operation } from './planned-document.ts';

const MAX_SELECTIONS = 20_000;

/** An operation of which parts are answered later. */
export interface DeferredOperation {
  /** Without named fragments, each deferred part under a label that no other has. */
  operation: Operation;
  /** The caller's label of each deferred part; null where it gave none. */
  labels: ReadonlyMap<string, string | null>;
}

/** Whether a document asks for anything later. */
export function hasDefer(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: ({ name }) => void (found ||= name.value === 'defer') });
  return found;
}

/**
 * A fragment that is spread at several places is deferred at each of them, and at each is ready at another time: so every spread is written out.
 * @throws OPERATION_TOO_COMPLEX
 */
export function deferredOperation({ definition, fragments }: Operation): DeferredOperation {
  const labels = new Map<string, string | null>();
  let selections = 0;
  const inlined = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.flatMap((selection) => {
      if (++selections > MAX_SELECTIONS) throw engineErrors.OPERATION_TOO_COMPLEX({});
      if (selection.kind === Kind.FIELD)
        return selection.selectionSet === undefined ? selection : { ...selection, selectionSet: inlined(selection.selectionSet) };
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) return [];
      const written: InlineFragmentNode = {
        kind: Kind.INLINE_FRAGMENT,
        ...(fragment.typeCondition === undefined ? {} : { typeCondition: fragment.typeCondition }),
        directives: (selection.directives ?? []).map(labelled),
        selectionSet: inlined(fragment.selectionSet),
      };
      return written;
    }),
  });
  const labelled = (directive: DirectiveNode): DirectiveNode => {
    if (directive.name.value !== 'defer') return directive;
    const given = directive.arguments?.find(({ name }) => name.value === 'label')?.value;
    const label = `part${labels.size}`;
    labels.set(label, given?.kind === Kind.STRING ? given.value : null);
    const others = (directive.arguments ?? []).filter(({ name }) => name.value !== 'label');
    const name = { kind: Kind.NAME, value: 'label' } as const;
    return { ...directive, arguments: [...others, { kind: Kind.ARGUMENT, name, value: { kind: Kind.STRING, value: label } }] };
  };
  const operation = { definition: { ...definition, selectionSet: inlined(definition.selectionSet) }, fragments: new Map() };
  return { operation, labels };
}
