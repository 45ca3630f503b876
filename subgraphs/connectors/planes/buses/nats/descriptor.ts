import { type Descriptor, formField } from '../../../kit/descriptor.ts';
import { BUSES } from '../../kinds/buses.ts';

const optional = { required: false } as const;

export const NATS_DESCRIPTOR = {
  kind: 'NATS',
  label: 'NATS JetStream',
  description: 'NATS JetStream: each stream a table, acknowledged once its records have landed; buckets of keys and values too.',
  category: 'EVENTS',
  verified: BUSES.NATS.verified,
  verification: `Run against ${BUSES.NATS.triedWith}.`,
  form: [
    formField({ name: 'address', label: 'Server', help: 'nats://host:4222 or tls://…; left out, that of the plane.', ...optional }),
    formField({ name: 'streams', label: 'Streams', help: 'Which ones to read, with commas; left out: all.', ...optional }),
    formField({ name: 'subjects', label: 'Subjects', help: 'Only messages of these, with commas; `*` and `>` stand for parts.', ...optional }),
    formField({ name: 'keyField', label: 'Field that identifies a record', help: 'A later message with the same value in it replaces the earlier one; left out: every message is a record.', ...optional }),
    formField({ name: 'user', label: 'User', help: 'Left out, the secret is a token.', ...optional }),
    formField({ name: 'secret', label: 'Password or token', kind: 'SECRET', ...optional }),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
} as const satisfies Descriptor; // prettier-ignore
