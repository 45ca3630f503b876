import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';

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
  /** What it is estimated to cost and may cost, noted by the check that works it out; `told`: the caller hears of it, too. */
  cost: { estimated: number; maximum: number; told: boolean } | null;
}

/** Why an operation is refused; null when it is not. Quick: it is asked for every operation and every event of a subscription. */
export type OperationCheck = (operation: CheckedOperation) => DomainError | null;
