import { type PlaneKindSpec, addressField, planeField, secretField } from '../plane-kind.ts';

/** Event buses: their messages are records. */
export const BUSES = {
  KAFKA: {
    label: 'Apache Kafka',
    category: 'EVENT_BUS',
    description: 'Topics of a Kafka cluster: the messages are JSON, their keys identify records, a message without a value deletes one.',
    verified: false,
    triedWith: 'unit tests of the adapter alone: no broker was at hand',
    capabilities: ['DELIVERS_EVENTS'],
    protocols: ['kafka:', 'kafkas:'],
    fields: [
      addressField('Brokers', 'kafka://host:9092, or kafkas://… with TLS; more hosts in `brokers`.'),
      planeField('brokers', 'More brokers', 'host:port of others to begin with, with commas.'),
      planeField('mechanism', 'SASL mechanism', 'How to log in.', {
        kind: 'CHOICE', choices: ['NONE', 'PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'], fallback: 'NONE',
      }),
      planeField('user', 'User', 'For SASL.'),
      secretField('Password', 'For SASL.', false),
    ],
  },
  EVENTBRIDGE: {
    label: 'Amazon EventBridge',
    category: 'EVENT_BUS',
    description: 'Events of a bus come in over an API destination, with its key; each is a record of its detail-type.',
    verified: false,
    triedWith: 'deliveries as AWS documents API destinations, and a simulated PutEvents that checks signatures',
    capabilities: ['DELIVERS_EVENTS'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField('Endpoint', 'Of the region, such as https://events.eu-west-1.amazonaws.com.'),
      planeField('region', 'Region', 'Such as eu-west-1.', { required: true }),
      planeField('bus', 'Event bus', 'Its name or ARN.', { fallback: 'default' }),
      planeField('accessKeyId', 'Access key id', 'Of a user that may describe the bus; without it only deliveries are taken.'),
      secretField('Secret access key', 'Of the same user.', false),
    ],
  },
  NATS: {
    label: 'NATS JetStream',
    category: 'EVENT_BUS',
    description: 'Streams of NATS JetStream: a durable consumer for each connection, acknowledged once records have landed.',
    verified: true,
    triedWith: 'nats-server 2.9 with JetStream',
    capabilities: ['DELIVERS_EVENTS'],
    protocols: ['nats:', 'tls:'],
    fields: [
      addressField('Server', 'nats://host:4222, or tls://… with TLS.'),
      planeField('user', 'User', 'Left out, the secret is a token.'),
      secretField('Password or token', 'Left out where the server wants none.', false),
    ],
  },
} as const satisfies Record<string, PlaneKindSpec>; // prettier-ignore
