import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface Metrics {
  registry: Registry;
  /** Seconds a GraphQL operation took, by operation kind and outcome. */
  operationSeconds: Histogram<'kind' | 'outcome'>;
  /** Seconds a subgraph took to answer one fetch. */
  subgraphSeconds: Histogram<'subgraph' | 'outcome'>;
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
      labelNames: ['kind', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    subgraphSeconds: new Histogram({
      name: 'autonomos_subgraph_fetch_seconds',
      help: 'Seconds a subgraph took to answer one fetch.',
      labelNames: ['subgraph', 'outcome'],
      buckets: SECONDS,
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
