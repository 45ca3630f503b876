import type { ConnectorDefinition } from '../kit/definition.ts';
import type { Kit } from '../kit/kit.ts';
import { busDefinition } from './buses/bus-definition.ts';
import { NATS_DESCRIPTOR } from './buses/nats/descriptor.ts';
import { natsBus } from './buses/nats/nats-session.ts';

/** Sources that are planes themselves: buses and warehouses. */
export const planeDefinitions = (kit: Kit): Record<'NATS', ConnectorDefinition> => ({
  NATS: busDefinition(kit, NATS_DESCRIPTOR, natsBus(kit.rules), 'streams'),
});
