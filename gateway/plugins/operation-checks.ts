import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import { refusalOf } from './refusal.ts';

/** An operation that is valid and may be planned, unless a check refuses it. */
export interface CheckedOperation {
  /** The same object for the same text: what is worked out of it is kept by identity. */
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | null;
  /** As they were sent. */
  variables: Readonly<Record<string, unknown>>;
  /** What callers see; another one after a reload. */
  schema: GraphQLSchema;
  context: GatewayContext;
}

/** Why an operation is refused; null when it is not. Quick: it is asked for every operation and every event of a subscription. */
export type OperationCheck = (operation: CheckedOperation) => DomainError | null;

const NO_VARIABLES = Object.freeze({});

/** Asks each check in turn; the first refusal is the reply. One plugin for all, because each plugin costs every request. */
export function checksPlugin(checks: readonly OperationCheck[]): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, operationName, request, schema, contextValue }) {
          if (operation === undefined) return;
          const variables = request.variables ?? NO_VARIABLES;
          const checked = { document, operation, operationName, variables, schema, context: contextValue };
          for (const check of checks) {
            const refusal = check(checked);
            if (refusal !== null) throw refusalOf(refusal);
          }
        },
      };
    },
  };
}
