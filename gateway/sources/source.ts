import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { GatewayContext } from '../context.ts';

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
