import { withLogContext } from '../subgraphs/kernel/telemetry/logger.ts';
import { currentTraceId, inSpan } from '../subgraphs/kernel/telemetry/span.ts';
import { actorOf } from '../subgraphs/kernel/viewer/actor-of.ts';
import type { GatewayContext } from './context.ts';

/**
 * Carries out one operation of a caller as a span, under whose ids everything about it is logged.
 * @param parent `traceparent` that came with it; null: none
 */
export function inOperationSpan<T>({ requestId, viewer }: GatewayContext, parent: string | null, work: () => Promise<T>): Promise<T> {
  return inSpan('graphql', { kind: 'SERVER', parent, attributes: { 'autonomos.request_id': requestId } }, () => {
    return withLogContext({ requestId, traceId: currentTraceId() ?? requestId, ...actorOf(viewer) }, work);
  });
}
