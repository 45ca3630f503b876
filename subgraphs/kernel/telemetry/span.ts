import { context, propagation, SpanKind, SpanStatusCode, trace, type Attributes, type Context, type Span } from '@opentelemetry/api';

const TRACER = 'autonomos';
const TRACE_PARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

export interface SpanOptions {
  /** What the work is to others: it serves or makes a call, hands over or takes up an event. */
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  /** A `traceparent` from outside that the span belongs under; else it belongs under the span that is open here. */
  parent?: string | null;
}

/** Runs `work` as one span of the trace; what it rejects with is recorded and passed on. Costs next to nothing while nothing is traced. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const { kind = 'INTERNAL', attributes = {}, parent } = options;
  return trace.getTracer(TRACER).startActiveSpan(name, { kind: SpanKind[kind], attributes }, under(parent), async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The same where a trace is open already; elsewhere only the work is done. */
export function inChildSpan<T>(name: string, options: SpanOptions, work: () => Promise<T>): Promise<T> {
  return trace.getActiveSpan()?.isRecording() === true ? inSpan(name, options, work) : work();
}

/** A span that is ended by hand, only where a trace is open already: polling in the background is nobody's trace. Null elsewhere. */
export function startChildSpan(name: string, attributes: () => Attributes): Span | null {
  const parent = trace.getActiveSpan();
  if (parent?.isRecording() !== true) return null;
  return trace.getTracer(TRACER).startSpan(name, { kind: SpanKind.CLIENT, attributes: attributes() });
}

/** Calls the open span by what it turned out to be. */
export function nameSpan(name: string): void {
  trace.getActiveSpan()?.updateName(name);
}

/** Marks a span as failed. */
export function failSpan(span: Span, error: unknown): void {
  span.recordException(error instanceof Error ? error : String(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** W3C `traceparent` of the open span, to be handed on with a call or an event; null while nothing is traced. */
export function currentTraceParent(): string | null {
  if (trace.getActiveSpan() === undefined) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}

/** Id of the open trace, 32 hexadecimal digits; null while nothing is traced. */
export function currentTraceId(): string | null {
  return traceIdOf(currentTraceParent());
}

/** The trace's id in a `traceparent`; null when the text is none. */
export function traceIdOf(traceParent: string | null): string | null {
  return traceParent?.match(TRACE_PARENT)?.[1] ?? null;
}

function under(parent: string | null | undefined): Context {
  const here = context.active();
  return parent == null || !TRACE_PARENT.test(parent) ? here : propagation.extract(here, { traceparent: parent });
}
