import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import type { Descriptor } from '../kit/descriptor.ts';
import { createDiscoveredConnector, tryDiscovered } from './discovered-connector.ts';

/** Where it leads: to the tenant's own assets, of which there is one set. */
export const DISCOVERED_LOCATION = 'discovered:applications';

const descriptor: Descriptor = {
  kind: 'DISCOVERED',
  label: 'Discovered applications',
  description: 'The applications that scans found: what they are, who owns them, what they risk and cost. Read anew after each scan.',
  category: 'OBSERVABILITY',
  verified: true,
  verification: 'Run against the graph itself.',
  form: [],
  capabilities: { incremental: false, deletes: true, schedules: true, live: true },
};

/** What scans found, as one of the kinds of sources. */
export const discoveredDefinition = (system: System): ConnectorDefinition => ({
  descriptor,
  connector: createDiscoveredConnector(system),
  draft: () => ({ location: DISCOVERED_LOCATION, secret: null, settings: null, name: descriptor.label }),
  attempt: (source, signal) => tryDiscovered(system, source, signal),
  fieldOf: () => null,
});
