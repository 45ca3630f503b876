import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import { socketErrors } from '../socket/socket.errors.ts';

/** Refuses subscriptions that do not come over a socket, and everything else that pretends to be one. */
export const subscriptionPlugin: ApolloServerPlugin<GatewayContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || contextValue.subscription !== null) return;
        const { message, extensions } = socketErrors.SUBSCRIPTION_NEEDS_WEBSOCKET({});
        throw new GraphQLError(message, { extensions: { ...extensions } });
      },
    };
  },
};
