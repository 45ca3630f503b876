import { currentTraceParent } from '../../../subgraphs/kernel/telemetry/span.ts';
import { viewerHeaders } from '../../../subgraphs/kernel/viewer/signed-viewer.ts';
import type { DomainEvent } from '../../../subgraphs/kernel/outbox/consumer.ts';
import type { GatewayContext } from '../../context.ts';
import type { SubgraphOperation } from '../source.ts';
import type { RemoteSubgraph } from './remote-subgraph.ts';

/** What belongs to one connection or to this body, or is ours to say, whoever configured it to go along. */
const NEVER_FORWARDED = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-request-id',
]);

const prefixes = new WeakMap<SubgraphOperation, string>();

/** The body of a fetch. What is the same for every fetch of an operation is written once. */
export function bodyOf(operation: SubgraphOperation, variables: Readonly<Record<string, unknown>>, event: DomainEvent | null): string {
  let prefix = prefixes.get(operation);
  if (prefix === undefined) {
    const name = operation.name === null ? '' : `"operationName":${JSON.stringify(operation.name)},`;
    prefixes.set(operation, (prefix = `{"query":${JSON.stringify(operation.text)},${name}"variables":`));
  }
  const rest = event === null ? '}' : `,"event":${JSON.stringify(event)}}`;
  return prefix + JSON.stringify(variables) + rest;
}

/** Makes the headers of the fetches from one subgraph, names and values by turns. */
export function headersOf(subgraph: RemoteSubgraph): (context: GatewayContext) => string[] {
  const { viewerSecret, headers = {} } = subgraph;
  const same = ['content-type', 'application/json', 'accept', 'application/graphql-response+json, application/json;q=0.9'];
  for (const [name, value] of Object.entries(headers)) same.push(name.toLowerCase(), value);
  // What the operator configured stands, whatever a caller sends.
  const settled = new Set([...NEVER_FORWARDED, ...Object.keys(headers).map((name) => name.toLowerCase())]);
  return (context) => {
    const made = [...same];
    const traceparent = currentTraceParent();
    if (viewerSecret !== null) for (const [name, value] of Object.entries(viewerHeaders(context, viewerSecret))) made.push(name, value);
    else {
      for (const name in context.forwarded) {
        if (settled.has(name) || (name === 'traceparent' && traceparent !== null)) continue;
        made.push(name, context.forwarded[name] ?? '');
      }
      made.push('x-request-id', context.requestId);
    }
    if (traceparent !== null) made.push('traceparent', traceparent);
    return made;
  };
}

/** Equal for callers whom a subgraph tells the same: all that it is told of them. */
export function callerKey(subgraph: RemoteSubgraph, { viewer, localOwner, forwarded }: GatewayContext): string {
  return JSON.stringify(subgraph.viewerSecret === null ? forwarded : [viewer, localOwner]);
}
