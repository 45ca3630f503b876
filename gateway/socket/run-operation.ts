import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import { withLogContext } from '../../subgraphs/kernel/telemetry/logger.ts';
import { currentTraceId, inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { GatewayContext } from '../context.ts';

/** One operation as a client sends it. */
export interface OperationRequest {
  query: string;
  variables: Record<string, unknown> | null;
  operationName: string | null;
}

export type RunOperation = (request: OperationRequest, context: GatewayContext) => Promise<FormattedExecutionResult>;

/** Runs operations that came over a socket through the very pipeline of those over HTTP: limits, validation, permissions, masking, journal. */
export function operationRunner(server: ApolloServer<GatewayContext>): RunOperation {
  return (request, context) =>
    inSpan('graphql', { kind: 'SERVER', attributes: { 'autonomos.request_id': context.requestId } }, () => {
      const tenant = context.viewer.kind === 'user' ? { tenantId: context.viewer.tenantId } : {};
      const ids = { requestId: context.requestId, traceId: currentTraceId() ?? context.requestId, ...tenant };
      return withLogContext(ids, async () => {
        const { body } = await server.executeOperation(
          {
            query: request.query,
            ...(request.variables === null ? {} : { variables: request.variables }),
            ...(request.operationName === null ? {} : { operationName: request.operationName }),
          },
          { contextValue: context },
        );
        if (body.kind !== 'single') throw new Error('incremental delivery is not offered');
        return body.singleResult;
      });
    });
}
