import { Counter, Histogram, type Registry } from 'prom-client';
import type { HealthEvent } from '../kit/health.ts';
import { oncePerRegistry } from '../mesh/once-per-registry.ts';

const SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What is measured of requests to sources. */
export interface TrafficMetrics {
  count(event: HealthEvent): void;
}

/** Registers them; once for each registry. */
export const createTrafficMetrics: (registry: Registry) => TrafficMetrics = oncePerRegistry((registry) => {
  const registers = [registry];
  const seconds = new Histogram({
    name: 'autonomos_source_request_seconds',
    help: 'Seconds sources took to answer, by class of the reply.',
    labelNames: ['reply'],
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'autonomos_source_request_failures_total',
    help: 'Requests to sources that failed, by code.',
    labelNames: ['code'],
    registers,
  });
  const waited = new Counter({
    name: 'autonomos_source_limit_wait_seconds_total',
    help: 'Seconds waited because sources asked for it.',
    registers,
  });
  const breakers = new Counter({
    name: 'autonomos_source_breaker_changes_total',
    help: 'Breakers of ways to sources, by what they became.',
    labelNames: ['state'],
    registers,
  });
  const renewals = new Counter({
    name: 'autonomos_source_authorisations_total',
    help: 'Tokens that were fetched from sources; renewed: because the one before was refused or ran out.',
    labelNames: ['renewed'],
    registers,
  });
  return {
    count(event) {
      switch (event.kind) {
        case 'ANSWERED':
          seconds.observe({ reply: `${Math.floor(event.status / 100)}xx` }, event.milliseconds / 1_000);
          return;
        case 'LIMITED':
          waited.inc(event.waitMilliseconds / 1_000);
          return;
        case 'FAILED':
          failures.inc({ code: event.code });
          return;
        case 'BREAKER':
          breakers.inc({ state: event.state });
          return;
        case 'AUTHORISED':
          renewals.inc({ renewed: String(event.renewed) });
      }
    },
  };
});
