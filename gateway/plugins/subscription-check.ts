import { OperationTypeNode } from 'graphql';
import { socketErrors } from '../socket/socket.errors.ts';
import type { OperationCheck } from './operation-checks.ts';

/** Refuses subscriptions that do not come over a socket; those that do are told which document they turned out to be. */
export const subscriptionCheck: OperationCheck = ({ operation, document, context: { subscription } }) => {
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return null;
  if (subscription === null) return socketErrors.SUBSCRIPTION_NEEDS_WEBSOCKET({});
  if (subscription.kind === 'OPEN') subscription.resolved?.(document);
  return null;
};
