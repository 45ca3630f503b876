import { createHash } from 'node:crypto';
import {
  Kind,
  print,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** One operation of a client, as it is run when it is asked for by its id. */
export interface PersistedDocument {
  name: string;
  /** SHA-256 of the text, 64 hexadecimal digits. */
  hash: string;
  text: string;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * Each operation with the fragments it uses, by name. Every object is asked for its `__typename`: the client's cache works by it.
 * @throws when an operation has no name, or two have the same
 */
export function persistedDocuments(documents: readonly DocumentNode[]): PersistedDocument[] {
  const definitions = documents.flatMap((document) => document.definitions.map(withTypenames));
  const fragments = new Map(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const persisted = operations.map((operation) => persistedDocument(operation, fragments));
  const names = new Set(persisted.map(({ name }) => name));
  if (names.size < persisted.length) throw new Error('two operations of the client have the same name');
  return persisted.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function persistedDocument(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): PersistedDocument {
  if (operation.name === undefined) throw new Error('an operation of the client has no name');
  const used = new Set<FragmentDefinitionNode>();
  const follow = (definition: DefinitionNode): void => {
    visit(definition, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...used] });
  return { name: operation.name.value, hash: createHash('sha256').update(text).digest('hex'), text };
}

function withTypenames(definition: DefinitionNode): DefinitionNode {
  return visit(definition, {
    SelectionSet(set, _key, parent): SelectionSetNode | undefined {
      const isRoot = parent !== undefined && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const asked = set.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value === '__typename');
      return isRoot || asked ? undefined : { ...set, selections: [...set.selections, TYPENAME] };
    },
  });
}
