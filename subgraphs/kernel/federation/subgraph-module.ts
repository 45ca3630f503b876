import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphContext } from './context.ts';
import type { StreamOpener } from './subscriptions.ts';
import type { ActionTable } from '../permissions/actions.ts';
import type { Consumer } from '../outbox/consumer.ts';
import type { PrivacyPart } from '../privacy/privacy-registry.ts';
import type { SealedColumn } from '../vault/sealed-column.ts';
import type { Workflow } from '../runs/workflow.ts';

/** An entity type of the supergraph that this subgraph owns or adds fields to. */
export interface EntityReference {
  /** Name in the graph: `Connection`. */
  name: string;
  /** The TypeGraphQL class; also makes the type part of the schema when no root field leads to it. */
  type: new () => object;
  /** Loads the entity by the key another subgraph refers to it with; null when it is not there (or not the viewer's). */
  resolve: (reference: Readonly<Record<string, string>>, context: GraphContext) => Promise<object | null> | object | null;
}

/** A plain HTTP route of a subgraph beside its graph, such as uploads. The gateway authenticates and hands the viewer on. */
export interface HttpRoute {
  method: 'GET' | 'PUT' | 'POST';
  /** First path segments, such as `/uploads/`. */
  prefix: string;
  handle: (request: IncomingMessage, response: ServerResponse, context: GraphContext) => Promise<void>;
}

/** One subgraph: everything the topology needs to serve it, in process or alone. */
export interface SubgraphModule {
  name: string;
  /** Instances of the `@Resolver()` classes. */
  resolvers: readonly object[];
  references: readonly EntityReference[];
  actions: ActionTable;
  consumers: readonly Consumer[];
  routes?: readonly HttpRoute[];
  /** What each field of the Subscription type follows. */
  streams?: Readonly<Record<string, StreamOpener>>;
  /** Durable runs of this subgraph: what their steps do. */
  workflows?: readonly Workflow[];
  /** Where it keeps personal data, and for how long. */
  privacy?: PrivacyPart;
  /** Columns that hold what the vault sealed, for when its key changes. */
  sealed?: readonly SealedColumn[];
  /** Picks up what an earlier process left unfinished; called once the whole system is up. */
  start?: () => Promise<void>;
  /** Ends background work; must return within seconds. */
  stop?: () => Promise<void>;
}
