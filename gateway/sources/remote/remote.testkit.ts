import { OperationTypeNode, parse } from 'graphql';
import { afterEach } from 'vitest';
import { createMetrics, type Metrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { ANONYMOUS } from '../../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../../context.ts';
import type { Source, SubgraphOperation } from '../source.ts';
import { FaultySubgraph } from './faulty-subgraph.testkit.ts';
import { httpSource } from './http-source.ts';
import type { RemoteLimits, RemoteSubgraph } from './remote-subgraph.ts';

const operation = (text: string, kind = OperationTypeNode.QUERY): SubgraphOperation => ({ text, name: null, kind, document: parse(text) });
export const QUERY = operation('query ($n: Int) { ok(n: $n) }');
export const MUTATION = operation('mutation { ok }', OperationTypeNode.MUTATION);

/** Somebody’s request, with headers that go along. */
export function contextOf(forwarded: Record<string, string> = {}): GatewayContext {
  const grants = { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set<string>(), policies: new Set<string>() };
  return {
    viewer: ANONYMOUS,
    requestId: 'r-1',
    localOwner: false,
    clientAddress: null,
    clientAgent: null,
    subscription: null,
    grants,
    forwarded,
  };
}

let opened = new AsyncDisposableStack();
afterEach(async () => {
  await opened.disposeAsync();
  opened = new AsyncDisposableStack();
});

/** A subgraph that does what a test wants, and the source over it. */
export interface Remote {
  subgraph: FaultySubgraph;
  source: Source;
  metrics: Metrics;
  ask: (n?: number) => Promise<unknown>;
}

/** Starts both; they end after the test. */
export async function remote(options: Partial<RemoteSubgraph> = {}, limits: Partial<RemoteLimits> = {}): Promise<Remote> {
  const subgraph = opened.use(await FaultySubgraph.start());
  const metrics = createMetrics({ processMetrics: false });
  const source = httpSource(
    {
      name: 'partner',
      url: subgraph.url,
      viewerSecret: null,
      timeoutMs: 400,
      ...options,
      limits: { openMs: 60, longestOpenMs: 60, ...limits },
    },
    metrics,
  );
  opened.defer(async () => {
    await subgraph[Symbol.asyncDispose]();
    await source.close();
  });
  return { subgraph, source, metrics, ask: (n = 0) => source.fetch(QUERY, { n }, contextOf()) };
}

/** What a well subgraph says. */
export const OK = { data: { ok: true }, errors: [] };
