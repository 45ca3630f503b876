import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext, SubscriptionPhase } from '../context.ts';

/** A subgraph as the gateway reaches it, in process or over HTTP. */
export interface Source extends GraphQLDataSource<GatewayContext> {
  name: string;
}

export type FetchOptions = GraphQLDataSourceProcessOptions<GatewayContext>;

/** The context of the client's request behind a fetch. @throws for the gateway's own probes, which this product does not use */
export function contextOf(options: FetchOptions): GatewayContext {
  if (!('incomingRequestContext' in options)) throw new Error(`unexpected fetch: ${options.kind}`);
  return options.context;
}

const SUBSCRIPTION = /^\s*subscription\b/;

/** Which part of a subscription this fetch is; null for the fetches around it (what other subgraphs add to an event). */
export function phaseOf(options: FetchOptions): SubscriptionPhase | null {
  return SUBSCRIPTION.test(options.request.query ?? '') ? contextOf(options).subscription : null;
}
