import type { Topic } from '../../../../schema/events/events.ts';

/** What a step may wait for: things people know of. Told once to each run that waits. */
export const WAIT_TOPICS = [
  'connectors.connection-created',
  'connectors.connection-removed',
  'connectors.sync-finished',
  'connectors.drift-detected',
  'connectors.repair-changed',
  'connectors.health-changed',
  'ontology.mapping-proposed',
  'ontology.published',
  'ontology.canonical-changed',
  'ontology.quality-changed',
  'agents.approval-decided',
  'insights.metrics-refreshed',
  'insights.metric-alerted',
  'accounts.quota-near',
] as const satisfies readonly Topic[];
