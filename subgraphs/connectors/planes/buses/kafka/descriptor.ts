import { type Descriptor, formField } from '../../../kit/descriptor.ts';
import { BUSES } from '../../kinds/buses.ts';

const optional = { required: false } as const;

export const KAFKA_DESCRIPTOR = {
  kind: 'KAFKA',
  label: 'Apache Kafka',
  description: 'Apache Kafka: each topic a table of JSON messages; keys identify records, messages without a value delete them.',
  category: 'EVENTS',
  verified: BUSES.KAFKA.verified,
  verification: `Tried with ${BUSES.KAFKA.triedWith}.`,
  form: [
    formField({ name: 'address', label: 'Broker', help: 'kafka://host:9092, or kafkas://… with TLS; left out, that of the plane.', ...optional }),
    formField({ name: 'brokers', label: 'More brokers', help: 'host:port of others to begin with, with commas.', ...optional }),
    formField({ name: 'topics', label: 'Topics', help: 'Which ones to read, with commas; left out: all.', ...optional }),
    formField({ name: 'keyField', label: 'Field that identifies a record', help: 'Left out, the key of the message does.', ...optional }),
    formField({
      name: 'mechanism', label: 'SASL mechanism', kind: 'CHOICE', ...optional,
      choices: ['NONE', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'].map((value) => ({ value, label: value })),
    }),
    formField({ name: 'user', label: 'User', help: 'For SASL.', ...optional }),
    formField({ name: 'secret', label: 'Password', kind: 'SECRET', help: 'For SASL.', ...optional }),
  ],
  capabilities: { incremental: true, deletes: true, schedules: true, live: false },
} as const satisfies Descriptor; // prettier-ignore
