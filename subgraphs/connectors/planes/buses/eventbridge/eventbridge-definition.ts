import { randomUUID } from 'node:crypto';
import type { System } from '../../../../kernel/system.ts';
import { createInboundConnector } from '../../../inbound/inbound-connector.ts';
import { newSigningSecret } from '../../../../kernel/webhooks/signatures.ts';
import type { ConnectorDefinition } from '../../../kit/definition.ts';
import { type Descriptor, formField } from '../../../kit/descriptor.ts';
import { BUSES } from '../../kinds/buses.ts';

const descriptor = {
  kind: 'EVENTBRIDGE',
  label: 'Amazon EventBridge',
  description: 'Events of a bus, delivered by an API destination; each detail-type is a table.',
  category: 'EVENTS',
  verified: BUSES.EVENTBRIDGE.verified,
  verification: `Run against ${BUSES.EVENTBRIDGE.triedWith}.`,
  form: [
    formField({
      name: 'secret', label: 'Key of the API destination', kind: 'SECRET', required: false, where: 'EventBridge → API destinations → Connections (API key, header x-api-key)',
      help: 'What its connection sends as x-api-key. When left out one is made; rotateInboundSecret shows another one, once.',
    }),
  ],
  capabilities: { incremental: true, deletes: false, schedules: false, live: true },
} as const satisfies Descriptor; // prettier-ignore

/** EventBridge, as one of the kinds of sources: it delivers by itself. */
export const eventBridgeDefinition = (system: System): ConnectorDefinition => ({
  descriptor,
  connector: createInboundConnector(system, 'EVENTBRIDGE'),
  draft: ({ secret }) => ({
    location: `inbound:${randomUUID()}`,
    secret: secret ?? newSigningSecret(),
    settings: null,
    name: descriptor.label,
  }),
  attempt: () => Promise.resolve([]),
  fieldOf: () => 'secret',
});
