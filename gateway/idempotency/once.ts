import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { GraphQLRequest } from '@apollo/server';
import { OperationTypeNode, type GraphQLError, type GraphQLFormattedError, type OperationDefinitionNode } from 'graphql';
import type { Idempotency } from '../../subgraphs/kernel/idempotency/idempotency.ts';
import type { GatewayContext } from '../context.ts';
import { keptReply, readReply } from './kept-reply.ts';
import { keyOf } from './key-of.ts';
import { requestText } from './request-text.ts';
import { whatCameOfIt } from './what-came-of-it.ts';

/** An operation as the pipeline has it once it may be carried out. */
export interface PipelineOperation {
  operation: OperationDefinitionNode | undefined;
  /** The text of its document. */
  source: string | undefined;
  request: GraphQLRequest;
  context: GatewayContext;
}

/** Carries out mutations of people and keys once per idempotency key. */
export interface OncePerKey {
  /** The result, by itself or of the first request with the key; null: the operation has no key, and is carried out as it is. @throws DomainError what is wrong with the key */
  run(
    asked: PipelineOperation,
    work: () => Promise<GatewayExecutionResult>,
  ): Promise<{ result: GatewayExecutionResult; replayed: boolean }> | null;
}

/** @param format an error as callers are shown it */
export function oncePerKey(idempotency: Idempotency, format: (error: GraphQLError) => GraphQLFormattedError): OncePerKey {
  return {
    run({ operation, source, request, context }, work) {
      const { viewer } = context;
      if (operation?.operation !== OperationTypeNode.MUTATION || viewer.kind !== 'user') return null;
      const key = keyOf(context.idempotencyKey, request.extensions);
      if (key === null) return null;
      const { tenantId, userId: actorId } = viewer;
      const call = { tenantId, actorId, key, request: requestText(source ?? '', request.operationName ?? null, request.variables ?? {}) };
      return idempotency
        .once(
          call,
          async (claim) => {
            context.effect = { key, claim };
            const value = await work();
            const fate = whatCameOfIt(value);
            return fate === 'KEEP' ? { value, fate, reply: keptReply(value, (value.errors ?? []).map(format)) } : { value, fate };
          },
          readReply,
        )
        .then(({ value, replayed }) => ({ result: value, replayed }));
    },
  };
}
