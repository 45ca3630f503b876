import { randomUUID } from 'node:crypto';
import type { System } from '../../kernel/system.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import { createInboundConnector } from './inbound-connector.ts';
import { newSigningSecret } from '../../kernel/webhooks/signatures.ts';

const descriptor: Descriptor = {
  kind: 'WEBHOOK',
  label: 'Webhooks',
  description: 'Signed messages that a source sends by itself: Standard Webhooks, Stripe, GitHub, Slack, or your own.',
  category: 'EVENTS',
  verified: true,
  verification: 'Run with messages signed as the published examples of these senders are.',
  form: [
    formField({
      name: 'secret', label: 'Signing secret', kind: 'SECRET', required: false, where: 'What the sender shows for the endpoint.',
      help: 'When left out one is made; rotateInboundSecret shows another one, once. It can be changed later, when the sender has told it.',
    }),
  ],
  capabilities: { incremental: true, deletes: false, schedules: false, live: true },
}; // prettier-ignore

/** Inbound webhooks, as one of the kinds of sources. */
export const inboundDefinition = (system: System): ConnectorDefinition => ({
  descriptor,
  connector: createInboundConnector(system, 'WEBHOOK'),
  draft: ({ secret }) => ({
    location: `inbound:${randomUUID()}`,
    secret: secret ?? newSigningSecret(),
    settings: null,
    name: descriptor.label,
  }),
  attempt: () => Promise.resolve([]),
  fieldOf: () => 'secret',
});
