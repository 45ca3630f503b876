import { getOperationAST, GraphQLError, Kind, OperationTypeNode, parse } from 'graphql';

const MAX_TOKENS = 2_000;

/** What an operation is called; or why it is none that a widget can show. Only its form is looked at: whether it fits the graph, running it tells. */
export function readOperation(document: string, operationName: string | null): { name: string | null; title: string } | { reason: string } {
  try {
    const parsed = parse(document, { maxTokens: MAX_TOKENS });
    const operation = getOperationAST(parsed, operationName);
    if (operation == null)
      return {
        reason: operationName === null ? 'The document has several operations; say which.' : 'The document has no operation of that name.',
      };
    if (operation.operation !== OperationTypeNode.QUERY)
      return { reason: 'Only a query can be shown: what a dashboard shows it reads again and again.' };
    const fields = operation.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [(each.alias ?? each.name).value] : []));
    return { name: operation.name?.value ?? null, title: inWords(operation.name?.value ?? fields.join(', ')) };
  } catch (error) {
    return { reason: error instanceof GraphQLError ? error.message.slice(0, 200) : 'This is no GraphQL document.' };
  }
}

/** `openDealsByStage` → `Open deals by stage`. */
export function inWords(name: string): string {
  const spaced = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}`.slice(0, 100);
}
