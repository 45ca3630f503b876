import type { SubscriptionOptions } from 'type-graphql';
import type { EventStream } from '../events/event-stream.ts';
import type { GraphContext } from './context.ts';

/** Says what one subscription field follows, after making sure that the viewer may: called when it begins, and when it may be over. */
export type StreamOpener = (args: Readonly<Record<string, unknown>>, context: GraphContext) => Promise<EventStream>;

/**
 * For `@Subscription`: the gateway follows the stream that the module's `streams` entry of the same name opens, and has the field executed for each
 * event with that event as its root. Nothing else subscribes here.
 */
export const throughGateway: Pick<SubscriptionOptions, 'subscribe'> = {
  subscribe: () => {
    throw new Error('subscriptions are followed by the gateway');
  },
};
