import type { DocumentNode, GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { GatewayContext, OpenedStream } from '../context.ts';

/** One operation that a plan asks of a subgraph; made once per plan, so whatever a source prepares for it is kept by its identity. */
export interface SubgraphOperation {
  text: string;
  name: string | null;
  kind: OperationTypeNode;
  document: DocumentNode;
}

/** What a subgraph said; the gateway merges into `data`, so it is the caller's own. */
export interface FetchResult {
  data: Record<string, unknown> | null;
  /** Empty when there are none. Paths are the subgraph's. */
  errors: readonly GraphQLFormattedError[];
}

/** A subgraph as the gateway reaches it: in this process or over HTTP. */
export interface Source {
  readonly name: string;
  /** @throws DomainError when it cannot be reached, is too slow, or its breaker is open: its fields are null then, with that error */
  fetch(operation: SubgraphOperation, variables: Readonly<Record<string, unknown>>, context: GatewayContext): Promise<FetchResult>;
  /** Opens what a subscription follows. @throws DomainError, GraphQLError why nothing is */
  open(operation: SubgraphOperation, variables: Readonly<Record<string, unknown>>, context: GatewayContext): Promise<OpenedStream>;
  /** Lets go of connections; what is under way ends first. */
  close(): Promise<void>;
}
