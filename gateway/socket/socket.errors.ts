import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Failures of subscriptions, whatever they are about. */
export const socketErrors = defineErrors('gateway', {
  SUBSCRIPTION_NEEDS_WEBSOCKET: {
    message: () => 'Subscriptions are not answered over plain HTTP.',
    todo: 'Open a WebSocket at /graphql with the subprotocol graphql-transport-ws.',
    retry: false,
    status: 400,
  },
  TOO_MANY_SUBSCRIPTIONS: {
    message: (d: { maximum: number; whose: string }) => `${d.whose} may have ${d.maximum} of these under way.`,
    todo: 'End subscriptions that are no longer needed, then subscribe again.',
    retry: true,
    status: 429,
  },
});
