/** Every kind of source and what it is, in words for people. */
export const CONNECTION_KINDS = {
  FILES: 'A folder on the server, or an upload, of CSV, JSON, NDJSON, Parquet and Excel files.',
  POSTGRES: 'A PostgreSQL database.',
  SUPABASE: 'The database of a Supabase project.',
  MONGODB: 'A MongoDB database or cluster.',
  SALESFORCE: 'Salesforce, through its REST API.',
  STRIPE: 'Stripe, through its API.',
  ZENDESK: 'Zendesk Support, through its API.',
  NETSUITE: 'NetSuite, through SuiteQL.',
  METRONOME: 'Metronome’s usage metering, through its API.',
  HUBSPOT: 'HubSpot’s CRM, through its API.',
  DATADOG: 'Datadog’s monitoring, through its API.',
  KAFKA: 'Topics of Apache Kafka.',
  EVENTBRIDGE: 'Events that Amazon EventBridge delivers.',
  NATS: 'Streams of NATS JetStream.',
  SNOWFLAKE: 'A Snowflake database.',
  BIGQUERY: 'A Google BigQuery project.',
  OPENAPI: 'A REST API that an OpenAPI document describes.',
  DISCOVERED: 'The applications that scans found.',
  WEBHOOK: 'Signed messages that a source sends by itself.',
} as const satisfies Record<string, string>;

export type ConnectionKind = keyof typeof CONNECTION_KINDS;

/** The kinds as the enum of the graph. */
export const ConnectionKind = Object.fromEntries(Object.keys(CONNECTION_KINDS).map((kind) => [kind, kind])) as {
  readonly [Kind in ConnectionKind]: Kind;
};
