import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';

/** Names told apart besides those of the manifest: a caller can make up as many as it likes. */
const MAX_OTHER_NAMES = 200;
const MAX_CODES = 200;
const OTHER = 'other';
const CODE = /^[A-Z][A-Z\d_]{0,63}$/;

/** Counts finished operations. */
export interface OperationMetrics {
  /** @param code of the first error; null: there was none */
  count(operation: { name: string | null; kind: string; code: string | null; seconds: number; cost: number | null }): void;
}

/** @param known names that are always told apart */
export function createOperationMetrics(metrics: Metrics, known: ReadonlySet<string>): OperationMetrics {
  const names = new Set(known);
  const codes = new Set<string>();
  const maximum = known.size + MAX_OTHER_NAMES;
  // What a label costs to look up is paid once.
  const seconds = new Map<string, { observe: (seconds: number) => void }>();
  return {
    count({ name, kind, code, seconds: took, cost }) {
      const operation = name === null ? 'anonymous' : bounded(names, name, maximum);
      const outcome = code === null ? 'ok' : 'error';
      const key = `${operation} ${kind} ${outcome}`;
      let histogram = seconds.get(key);
      if (histogram === undefined) seconds.set(key, (histogram = metrics.operationSeconds.labels({ operation, kind, outcome })));
      histogram.observe(took);
      if (cost !== null) metrics.operationCost.observe(cost);
      if (code !== null) metrics.operationErrors.inc({ operation, code: CODE.test(code) ? bounded(codes, code, MAX_CODES) : OTHER });
    },
  };
}

function bounded(names: Set<string>, name: string, maximum: number): string {
  if (names.has(name)) return name;
  if (names.size >= maximum) return OTHER;
  names.add(name);
  return name;
}
