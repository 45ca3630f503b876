import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { inChildSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { FetchResult } from './source.ts';

/** Measures the fetches of one subgraph, and makes each a span where a trace is open. */
export function fetchWatch(name: string, { subgraphSeconds }: Metrics, kind: 'INTERNAL' | 'CLIENT') {
  const options = { kind, attributes: { 'autonomos.subgraph': name } };
  const spanName = `subgraph ${name}`;
  const ok = { subgraph: name, outcome: 'ok' };
  const error = { subgraph: name, outcome: 'error' };
  const unreachable = { subgraph: name, outcome: 'unreachable' };
  return async <T extends FetchResult>(fetch: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    try {
      const result = await inChildSpan(spanName, options, fetch);
      subgraphSeconds.observe(result.errors.length === 0 ? ok : error, (performance.now() - start) / 1_000);
      return result;
    } catch (cause) {
      subgraphSeconds.observe(unreachable, (performance.now() - start) / 1_000);
      throw cause;
    }
  };
}
