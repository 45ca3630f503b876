import { OperationTypeNode } from 'graphql';
import { socketErrors } from '../socket/socket.errors.ts';
import type { OperationCheck } from './operation-checks.ts';

/** Refuses subscriptions that do not come over a socket. */
export const subscriptionCheck: OperationCheck = ({ operation, context }) =>
  operation.operation === OperationTypeNode.SUBSCRIPTION && context.subscription === null
    ? socketErrors.SUBSCRIPTION_NEEDS_WEBSOCKET({})
    : null;
