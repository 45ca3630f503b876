import { Kind, OperationTypeNode, visit, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import type { Supergraph } from '../supergraph.ts';
import { plannedName, plannedVariable } from './client-names.ts';
import { withConcreteFragments } from './concrete-fragments.ts';
import { inOrder } from './mutation-order.ts';

/** One operation of a document, with the fragments that the document has. */
export interface Operation {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The operation that is meant; null when the document has none of that name, or several and none is named. */
export function operationOf(document: DocumentNode, operationName: string | null): Operation | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const meant = operationName === null ? operations : operations.filter(({ name }) => name?.value === operationName);
  const [definition, ...others] = meant;
  return definition === undefined || others.length > 0 ? null : { definition, fragments };
}

/** What of a supergraph decides how a document is planned. */
export type PlannedFor = Pick<Supergraph, 'withArguments' | 'apiSchema' | 'interfaceObjects'>;

/** The document that is planned for an operation: it alone, with its fragments, under names that cannot be taken for a subgraph's keys. */
export function plannedDocument({ definition, fragments }: Operation, supergraph: PlannedFor, defers = false): DocumentNode {
  const { withArguments, apiSchema, interfaceObjects } = supergraph;
  const ordered = definition.operation === OperationTypeNode.MUTATION ? inOrder(definition, fragments) : definition;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [ordered, ...usedFragments(ordered, fragments)] };
  return visit(interfaceObjects.size > 0 || defers ? withConcreteFragments(document, apiSchema, interfaceObjects) : document, {
    Field(node) {
      const responseName = node.alias?.value ?? node.name.value;
      const planned = plannedName(responseName, node.name.value, withArguments);
      if (planned === responseName) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: planned } };
    },
    // Where everything comes at once, nothing is planned to come later.
    Directive: ({ name }) => (name.value === 'defer' && !defers ? null : undefined),
    Variable(node) {
      const value = plannedVariable(node.name.value);
      return value === node.name.value ? undefined : { ...node, name: { ...node.name, value } };
    },
  });
}

function usedFragments(definition: OperationDefinitionNode, fragments: Operation['fragments']): Set<FragmentDefinitionNode> {
  const used = new Set<FragmentDefinitionNode>();
  const add = (node: OperationDefinitionNode | FragmentDefinitionNode): void =>
    void visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment === undefined || used.has(fragment)) return;
        used.add(fragment);
        add(fragment);
      },
    });
  add(definition);
  return used;
}
