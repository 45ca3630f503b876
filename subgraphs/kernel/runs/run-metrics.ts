import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.05, 0.25, 1, 5, 15, 60, 300, 1_200];

/** What is measured of durable runs. */
export interface RunMetrics {
  /** Seconds a worker had a run, by workflow. */
  segmentSeconds: Histogram<'workflow'>;
  stepFailures: Counter<'workflow' | 'step'>;
  /** Runs taken from workers that were gone. */
  takenOver: Counter;
  /** Runs by status, of all tenants and processes. */
  runs: Gauge<'status'>;
}

/** Registers them; once for each registry. */
export function createRunMetrics(registry: Registry): RunMetrics {
  const registers = [registry];
  return {
    segmentSeconds: new Histogram({
      name: 'autonomos_run_segment_seconds',
      help: 'Seconds a worker had a run in its hands.',
      labelNames: ['workflow'],
      buckets: SECONDS,
      registers,
    }),
    stepFailures: new Counter({
      name: 'autonomos_run_step_failures_total',
      help: 'Tries of a step that failed.',
      labelNames: ['workflow', 'step'],
      registers,
    }),
    takenOver: new Counter({ name: 'autonomos_runs_taken_over_total', help: 'Runs taken over from workers that were gone.', registers }),
    runs: new Gauge({ name: 'autonomos_runs', help: 'Durable runs by status.', labelNames: ['status'], registers }),
  };
}
