import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Failures of subscriptions, whatever they are about. */
export const socketErrors = defineErrors('gateway', {
  SUBSCRIPTION_NEEDS_WEBSOCKET: {
    message: () => 'Subscriptions are not answered over plain HTTP.',
    todo: 'Open a WebSocket at /graphql with the subprotocol graphql-transport-ws.',
    retry: false,
    status: 400,
  },
  SUBSCRIPTION_INTERRUPTED: {
    message: (d: { what: string }) => `${d.what} could not be followed for a while; what happened meanwhile was not told.`,
    todo: 'Read the state anew. If the subscription has ended, subscribe again.',
    retry: true,
    status: 503,
  },
  SUBSCRIPTION_OUTDATED: {
    message: () => 'The graph has changed and does not answer this subscription any more.',
    todo: 'Check the subscription against the schema as it is now, then subscribe again after the last cursor you have.',
    retry: false,
    status: 409,
  },
  TOO_MANY_SUBSCRIPTIONS: {
    message: (d: { maximum: number; whose: string }) => `${d.whose} may have ${d.maximum} of these under way.`,
    todo: 'End subscriptions that are no longer needed, then subscribe again.',
    retry: true,
    status: 429,
  },
  // Reasons for which a socket is closed, with code 4429; nothing can be told on it any more.
  TOO_MANY_SOCKETS: {
    message: () => 'You have too many sockets open.',
    todo: 'Carry all subscriptions over one socket, and close those that are no longer needed.',
    retry: true,
    status: 429,
  },
  TOO_MANY_MESSAGES: {
    message: () => 'Messages came faster than they may.',
    todo: 'Send fewer than 1 000 messages a second.',
    retry: true,
    status: 429,
  },
});
