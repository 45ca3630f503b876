import type { System } from '../../kernel/system.ts';
import { createFilesConnector } from '../files/files-connector.ts';
import { createPostgresConnector } from '../postgres/postgres-connector.ts';
import { vendorConnector } from '../vendors/vendor-connector.ts';
import { VENDORS } from '../vendors/vendors.ts';
import type { Connector } from './connector.ts';
import type { ConnectionKind } from './kinds.ts';

export type ConnectorRegistry = Readonly<Record<ConnectionKind, Connector>>;

/** One connector for each kind of connection. */
export function createConnectorRegistry(system: System): ConnectorRegistry {
  return {
    FILES: createFilesConnector(system),
    POSTGRES: createPostgresConnector(system),
    SALESFORCE: vendorConnector(system, 'SALESFORCE', VENDORS.SALESFORCE.vendor),
    STRIPE: vendorConnector(system, 'STRIPE', VENDORS.STRIPE.vendor),
    ZENDESK: vendorConnector(system, 'ZENDESK', VENDORS.ZENDESK.vendor),
    NETSUITE: vendorConnector(system, 'NETSUITE', VENDORS.NETSUITE.vendor),
    METRONOME: vendorConnector(system, 'METRONOME', VENDORS.METRONOME.vendor),
  };
}
