import { Counter, type Registry } from 'prom-client';
import type { FlowEvent } from './record-flow.ts';
import { oncePerRegistry } from '../mesh/once-per-registry.ts';

/** What is measured of records on their way, over all tenants. */
export interface FlowMetrics {
  count(event: FlowEvent): void;
}

/** Registers them; once for each registry. */
export const createFlowMetrics: (registry: Registry) => FlowMetrics = oncePerRegistry((registry) => {
  const registers = [registry];
  const records = new Counter({
    name: 'autonomos_flow_records_total',
    help: 'Records that passed a stage on their way from sources to metrics.',
    labelNames: ['stage'],
    registers,
  });
  const syncs = new Counter({ name: 'autonomos_syncs_total', help: 'Syncs that ended, by how.', labelNames: ['status'], registers });
  const refreshes = new Counter({ name: 'autonomos_metric_refreshes_total', help: 'How often metrics were bound to new data.', registers });
  return {
    count(event) {
      switch (event.topic) {
        case 'connectors.records-landed':
          records.inc({ stage: 'LANDED' }, event.payload.changed);
          return;
        case 'connectors.sync-finished':
          syncs.inc({ status: event.payload.status });
          return;
        case 'ontology.canonical-changed':
          records.inc({ stage: 'RESOLVED' }, event.payload.entities.reduce((sum, { changed, removed }) => sum + changed + removed, 0)); // prettier-ignore
          return;
        case 'insights.metrics-refreshed':
          refreshes.inc();
          return;
        case 'connectors.records-replayed':
          records.inc({ stage: 'LANDED' }, event.payload.objects.reduce((sum, { changed, removed }) => sum + changed + removed, 0)); // prettier-ignore
          return;
        case 'connectors.sync-started':
        case 'connectors.connection-removed':
      }
    },
  };
});
