import { GraphQLError, Kind, OperationTypeNode, getArgumentValues, getOperationAST, getVariableValues } from 'graphql';
import type { EventStream } from '../events/event-stream.ts';
import { withLogContext } from '../telemetry/logger.ts';
import type { BuiltSubgraph } from './build-subgraph.ts';
import type { GraphContext } from './context.ts';
import { createDocuments } from './documents.ts';
import type { SubgraphRequest } from './execute-subgraph.ts';
import type { StreamOpener } from './subscriptions.ts';

/** Opens the stream behind a subscription operation. @throws DomainError why it may not be followed; GraphQLError when it is no such operation */
export type SubgraphStreams = (request: SubgraphRequest, context: GraphContext) => Promise<EventStream>;

/** The subscriptions of a subgraph. @throws when a field of its Subscription type has no opener */
export function createSubgraphStreams(built: BuiltSubgraph, openers: Readonly<Record<string, StreamOpener>>): SubgraphStreams {
  const fields = built.schema.getSubscriptionType()?.getFields() ?? {};
  const closed = Object.keys(fields).filter((name) => !Object.hasOwn(openers, name));
  if (closed.length > 0) throw new Error(`${built.name} opens no stream for Subscription.${closed.join(', Subscription.')}`);
  const prepare = createDocuments(built);
  return async ({ query, variables, operationName }, context) => {
    const prepared = prepare(query, context);
    if ('errors' in prepared) throw prepared.errors[0] ?? new GraphQLError('invalid');
    const operation = getOperationAST(prepared.document, operationName);
    const [selection, ...others] = operation?.selectionSet.selections ?? [];
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || selection?.kind !== Kind.FIELD || others.length > 0)
      throw new GraphQLError('This is not one subscription.');
    const field = fields[selection.name.value];
    const open = openers[selection.name.value];
    if (field === undefined || open === undefined) throw new GraphQLError('There is no such subscription.');
    const { coerced, errors } = getVariableValues(built.schema, operation.variableDefinitions ?? [], variables ?? {});
    if (errors !== undefined) throw errors[0] ?? new GraphQLError('invalid');
    const args = getArgumentValues(field, selection, coerced);
    return withLogContext({ requestId: context.requestId }, () => open(args, context));
  };
}
