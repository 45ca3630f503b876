import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';

const EXPORT_TIMEOUT_MS = 5_000;
/** Spans that wait for the collector; more are dropped, never kept for ever. */
const MAX_WAITING_SPANS = 4_096;

export interface TracingOptions {
  /** Base address of an OTLP collector over HTTP, such as http://localhost:4318; null traces nothing. */
  endpoint: string | null;
  /** Which process of the topology this is. */
  serviceName: string;
  /** Share of the traces that are kept, 0…1; a caller that already traces decides for itself. */
  ratio: number;
}

/** Spans of this process go to the collector, in batches, and are dropped while it is away. */
export interface Tracing {
  /** Sends what waits (5 s at most) and ends. */
  stop(): Promise<void>;
}

/** Starts tracing for the whole process; without an endpoint every span stays a no-op. */
export function startTracing({ endpoint, serviceName, ratio }: TracingOptions): Tracing {
  if (endpoint === null) return { stop: () => Promise.resolve() };
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: EXPORT_TIMEOUT_MS });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName, 'service.namespace': 'autonomos' }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter, maxQueueSize: MAX_WAITING_SPANS, exportTimeoutMillis: EXPORT_TIMEOUT_MS })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return {
    async stop() {
      // A collector that is away must not keep the server from stopping.
      await provider.shutdown().catch(() => undefined);
      trace.disable();
      propagation.disable();
      context.disable();
    },
  };
}
