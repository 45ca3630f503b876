import { type PlaneKindSpec, addressField, planeField, secretField } from '../plane-kind.ts';

/** Warehouses: what is in their tables is read with SQL, and never written. */
export const WAREHOUSES = {
  SNOWFLAKE: {
    label: 'Snowflake',
    category: 'WAREHOUSE',
    description: 'Tables of a Snowflake database, by its SQL API and key-pair authentication. Nothing is written.',
    verified: false,
    triedWith: 'a simulated server that answers as the SQL API is documented',
    capabilities: ['HOLDS_TABLES'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField('Account address', 'https://<account>.snowflakecomputing.com.'),
      planeField('account', 'Account', 'The account identifier, such as MYORG-MYACCOUNT.', { required: true }),
      planeField('user', 'User', 'Whose public key was registered.', { required: true }),
      planeField('database', 'Database', 'Which one to read.', { required: true }),
      planeField('warehouse', 'Warehouse', 'What runs the queries; the user’s own when left out.'),
      planeField('role', 'Role', 'Which one to take; the user’s own when left out.'),
      secretField('Private key', 'PEM (PKCS #8, not encrypted), the counterpart of RSA_PUBLIC_KEY.'),
    ],
  },
  BIGQUERY: {
    label: 'Google BigQuery',
    category: 'WAREHOUSE',
    description: 'Tables of a BigQuery project, by its jobs API and a service account. Nothing is written.',
    verified: false,
    triedWith: 'a simulated server that answers as the REST API is documented',
    capabilities: ['HOLDS_TABLES'],
    protocols: ['https:', 'http:'],
    fields: [
      addressField('API address', 'Google’s, unless there is a private endpoint.', 'https://bigquery.googleapis.com'),
      planeField('project', 'Project', 'Its id.', { required: true }),
      planeField('location', 'Location', 'Where the datasets are, such as EU.'),
      planeField('tokenAddress', 'Token endpoint', 'Left out, what the key file names.'),
      secretField('Key file', 'The service account’s JSON key, whole.'),
    ],
  },
} as const satisfies Record<string, PlaneKindSpec>;
