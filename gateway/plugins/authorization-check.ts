import type { GraphQLSchema } from 'graphql';
import type { Authorization } from '../authorization/authorization.ts';
import type { OperationCheck } from './operation-checks.ts';

/** Refuses operations that the caller may not ask, before they are planned; `guardOf` gives who guards a schema that callers see. */
export function authorizationCheck(guardOf: (schema: GraphQLSchema) => Authorization): OperationCheck {
  return ({ schema, document, operationName, context }) => guardOf(schema).judge(document, operationName, context.grants).refusal;
}
