import { Counter, Gauge, type Registry } from 'prom-client';
import { oncePerRegistry } from '../mesh/once-per-registry.ts';

/** What is measured of connections' health, over all tenants. */
export interface HealthMetrics {
  /** Connections by health, of all tenants and processes. */
  connections: Gauge<'status'>;
  changes: Counter<'to'>;
  /** Connections that came back by themselves. */
  healed: Counter;
  /** Attempts to heal, by what was done. */
  attempts: Counter<'how'>;
}

/** Registers them; once for each registry. */
export const createHealthMetrics: (registry: Registry) => HealthMetrics = oncePerRegistry((registry) => {
  const registers = [registry];
  return {
    connections: new Gauge({ name: 'autonomos_connections', help: 'Connections by health.', labelNames: ['status'], registers }),
    changes: new Counter({
      name: 'autonomos_connection_health_changes_total',
      help: 'Changes of connections’ health, by what it became.',
      labelNames: ['to'],
      registers,
    }),
    healed: new Counter({ name: 'autonomos_connections_healed_total', help: 'Connections that came back by themselves.', registers }),
    attempts: new Counter({
      name: 'autonomos_connection_healing_attempts_total',
      help: 'Attempts to heal a connection: RESUMED a sync, SYNCED anew, PROBED its source in vain, PUT_OFF.',
      labelNames: ['how'],
      registers,
    }),
  };
});
