import type { ApolloServer, GraphQLRequest } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { withLogContext } from '../../subgraphs/kernel/telemetry/logger.ts';
import { currentTraceId, inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { GatewayContext } from '../context.ts';
import { ResponseData } from '../engine/response/response-data.ts';
import { inTime } from '../http/in-time.ts';

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

/** One result, or the increments of a deferred one, each as it is to be sent. */
export type OperationOutcome = FormattedExecutionResult | AsyncIterable<unknown>;

export type RunOperation = (request: OperationRequest, context: GatewayContext) => Promise<OperationOutcome>;

/**
 * Runs operations that came over a socket through the very pipeline of those over HTTP: limits, validation, permissions, masking, journal.
 * @param timeoutMs how long an operation, or one event of a subscription, may take altogether, in milliseconds
 */
export function operationRunner(server: ApolloServer<GatewayContext>, timeoutMs: number): RunOperation {
  return (request, context) =>
    inSpan('graphql', { kind: 'SERVER', attributes: { 'autonomos.request_id': context.requestId } }, () => {
      const tenant = context.viewer.kind === 'user' ? { tenantId: context.viewer.tenantId } : {};
      const ids = { requestId: context.requestId, traceId: currentTraceId() ?? context.requestId, ...tenant };
      return withLogContext(ids, async (): Promise<OperationOutcome> => {
        const operation = toOperation(request);
        const { body } = await inTime(server.executeOperation(operation, { contextValue: context }), timeoutMs);
        return body.kind === 'single' ? asObjects(body.singleResult) : increments(body);
      });
    });
}

/** The engine has written the data as text; here it is looked into. */
function asObjects(result: FormattedExecutionResult): FormattedExecutionResult {
  return result.data instanceof ResponseData ? { ...result, data: result.data.toJSON() as Record<string, unknown> } : result;
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

async function* increments(body: { initialResult: unknown; subsequentResults: AsyncIterable<unknown> }): AsyncGenerator {
  yield body.initialResult;
  yield* body.subsequentResults;
}
