import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const COSTS = [1, 10, 50, 100, 500, 1_000, 5_000, 10_000, 50_000, 100_000];

export interface Metrics {
  registry: Registry;
  /** Seconds a GraphQL operation took, by its name (of which only so many are told apart), kind and outcome. */
  operationSeconds: Histogram<'operation' | 'kind' | 'outcome'>;
  /** Operations that failed, by name and by the first error's code. */
  operationErrors: Counter<'operation' | 'code'>;
  /** Operations under way. */
  operationsInFlight: Gauge;
  /** Seconds it took to plan an operation that was not planned yet. */
  planSeconds: Histogram;
  /** What operations were estimated to cost. */
  operationCost: Histogram;
  /** Documents that were asked for by id or hash, and those that are in no manifest, by what became of it. */
  persistedDocuments: Counter<'outcome'>;
  /** Seconds a subgraph took to answer one fetch. */
  subgraphSeconds: Histogram<'subgraph' | 'outcome'>;
  /** Fetches that were tried again. */
  subgraphRetries: Counter<'subgraph'>;
  /** Whether a subgraph is asked: 0 yes, 1 one fetch is tried, 2 no, because it failed several times in a row. */
  subgraphBreaker: Gauge<'subgraph'>;
  /** Seconds the database took for one statement. */
  querySeconds: Histogram<'kind' | 'outcome'>;
  /** Seconds a consumer took for one event. */
  eventSeconds: Histogram<'consumer'>;
  /** Events handled, by consumer and outcome. */
  eventsHandled: Counter<'consumer' | 'outcome'>;
  /** Committed events that wait for their number. */
  outboxPending: Gauge;
  /** WebSockets that are open. */
  openSockets: Gauge;
  /** Subscriptions that are followed. */
  openSubscriptions: Gauge;
}

/** A registry of its own, so that several servers in one process (tests) do not share counters. */
export function createMetrics(options: { processMetrics: boolean }): Metrics {
  const registry = new Registry();
  if (options.processMetrics) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    operationSeconds: new Histogram({
      name: 'autonomos_operation_seconds',
      help: 'Seconds a GraphQL operation took.',
      labelNames: ['operation', 'kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    operationErrors: new Counter({
      name: 'autonomos_operation_errors_total',
      help: 'GraphQL operations that failed, by the code of their first error.',
      labelNames: ['operation', 'code'],
      registers,
    }),
    operationsInFlight: new Gauge({ name: 'autonomos_operations_in_flight', help: 'GraphQL operations under way.', registers }),
    planSeconds: new Histogram({
      name: 'autonomos_plan_seconds',
      help: 'Seconds it took to plan a GraphQL operation; those planned before need no plan.',
      buckets: SECONDS,
      registers,
    }),
    operationCost: new Histogram({
      name: 'autonomos_operation_cost',
      help: 'What GraphQL operations were estimated to cost.',
      buckets: COSTS,
      registers,
    }),
    persistedDocuments: new Counter({
      name: 'autonomos_persisted_documents_total',
      help: 'Documents asked for by id or hash, and those in no manifest.',
      labelNames: ['outcome'],
      registers,
    }),
    subgraphSeconds: new Histogram({
      name: 'autonomos_subgraph_fetch_seconds',
      help: 'Seconds a subgraph took to answer one fetch.',
      labelNames: ['subgraph', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    subgraphRetries: new Counter({
      name: 'autonomos_subgraph_retries_total',
      help: 'Fetches from a subgraph that were tried again.',
      labelNames: ['subgraph'],
      registers,
    }),
    subgraphBreaker: new Gauge({
      name: 'autonomos_subgraph_breaker_state',
      help: 'Whether a subgraph is asked: 0 yes, 1 one fetch is tried, 2 no.',
      labelNames: ['subgraph'],
      registers,
    }),
    querySeconds: new Histogram({
      name: 'autonomos_query_seconds',
      help: 'Seconds the database took for one statement.',
      labelNames: ['kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    eventSeconds: new Histogram({
      name: 'autonomos_event_seconds',
      help: 'Seconds a consumer took for one event.',
      labelNames: ['consumer'],
      buckets: SECONDS,
      registers,
    }),
    eventsHandled: new Counter({
      name: 'autonomos_events_handled_total',
      help: 'Events handled by consumers.',
      labelNames: ['consumer', 'outcome'],
      registers,
    }),
    openSockets: new Gauge({ name: 'autonomos_open_sockets', help: 'WebSockets that are open.', registers }),
    openSubscriptions: new Gauge({ name: 'autonomos_open_subscriptions', help: 'Subscriptions that are followed.', registers }),
    outboxPending: new Gauge({ name: 'autonomos_outbox_pending', help: 'Deliveries that are waiting for their consumer.', registers }),
  };
}
