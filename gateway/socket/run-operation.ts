import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { inTime } from '../http/in-time.ts';
import { inOperationSpan } from '../operation-span.ts';

/** One operation as a client sends it. */
export interface OperationRequest {
  /** Empty when it is named by `documentId` or by `extensions.persistedQuery` instead. */
  query: string;
  variables: Record<string, unknown> | null;
  operationName: string | null;
  extensions: Record<string, unknown> | null;
  /** `sha256:<hex>` of a document that the server knows already. */
  documentId: string | null;
}

export type RunOperation = (request: OperationRequest, context: GatewayContext) => Promise<FormattedExecutionResult>;

/**
 * Runs operations that came over a socket through the very pipeline of those over HTTP: limits, validation, permissions, masking, journal.
 * @param timeoutMs how long an operation, or one event of a subscription, may take altogether, in milliseconds
 */
export function operationRunner(server: ApolloServer<GatewayContext>, timeoutMs: number): RunOperation {
  return (request, context) =>
    inOperationSpan(context, null, async () => {
      const operation = toOperation(request);
      const { body } = await inTime(server.executeOperation(operation, { contextValue: context }), timeoutMs);
      // Replies in parts are for whoever says to accept them, and over a socket there is no such word.
      if (body.kind !== 'single') throw new Error('an operation over a socket was answered in parts');
      return body.singleResult;
    });
}

function toOperation({ query, variables, operationName, extensions }: OperationRequest): GraphQLRequest {
  return {
    // Apollo Server takes an empty text for a text.
    ...(query === '' ? {} : { query }),
    ...(variables === null ? {} : { variables }),
    ...(operationName === null ? {} : { operationName }),
    ...(extensions === null ? {} : { extensions }),
  };
}
