import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** `host` carries the port, never a user or a password. `detail` is what the server or the system said. */
export const postgresErrors = defineErrors('connectors', {
  POSTGRES_URL_INVALID: {
    message: (d: { why: string }) => `That is not the URL of a PostgreSQL database: ${d.why}.`,
    todo: 'Write it as postgres://user:password@host:port/database; special characters of the password in percent-encoding.',
    retry: false,
    status: 400,
  },
  POSTGRES_UNREACHABLE: {
    message: (d: { host: string; detail: string }) => `No database answers at ${d.host}: ${d.detail}.`,
    todo: 'Check host and port, that the database runs, and that a firewall lets the server through.',
    retry: true,
    status: 502,
  },
  POSTGRES_LOGIN_REFUSED: {
    message: (d: { host: string; user: string }) =>
      `${d.host} does not let ${d.user} in: the password is wrong, or the login may not connect.`,
    todo: 'Check user and password, and what pg_hba.conf of the database allows.',
    retry: false,
    status: 401,
  },
  POSTGRES_NOT_FOUND: {
    message: (d: { host: string; database: string }) => `${d.host} has no database called ${d.database}.`,
    todo: 'Check the name at the end of the URL.',
    retry: false,
    status: 404,
  },
  POSTGRES_TLS_REQUIRED: {
    message: (d: { host: string }) => `${d.host} takes encrypted connections only.`,
    todo: 'Leave sslmode=disable out of the URL, or write sslmode=require.',
    retry: false,
    status: 400,
  },
  POSTGRES_TLS_REFUSED: {
    message: (d: { host: string; detail: string }) => `No trusted encrypted connection to ${d.host}: ${d.detail}.`,
    todo: 'Have the operator trust its certificate authority (NODE_EXTRA_CA_CERTS), or write sslmode=no-verify to encrypt without knowing whom you talk to.',
    retry: false,
    status: 502,
  },
  POSTGRES_FORBIDDEN: {
    message: (d: { host: string; detail: string }) => `The login may not do that at ${d.host}: ${d.detail}.`,
    todo: 'Grant it CONNECT on the database, USAGE on the schemas and SELECT on the tables.',
    retry: false,
    status: 403,
  },
  POSTGRES_BUSY: {
    message: (d: { host: string; detail: string }) => `${d.host} cannot serve us now: ${d.detail}.`,
    todo: 'Try again later, when it has connections free or its tables are not locked.',
    retry: true,
    status: 503,
  },
  POSTGRES_CONNECTION_LOST: {
    message: (d: { host: string; detail: string }) => `The connection to ${d.host} broke off: ${d.detail}.`,
    todo: 'Nothing is lost: the sync goes on where it stopped once the database is there again.',
    retry: true,
    status: 502,
  },
  POSTGRES_QUERY_FAILED: {
    message: (d: { host: string; detail: string }) => `${d.host} could not answer: ${d.detail}.`,
    todo: 'See whether the table or view can be read with psql as the same login.',
    retry: false,
    status: 502,
  },
  POSTGRES_NO_TABLES: {
    message: (d: { where: string }) => `There is no table or view in ${d.where}.`,
    todo: 'Check the schemas, and grant the login USAGE on them and SELECT on their tables.',
    retry: false,
    status: 400,
  },
  SCHEMA_NOT_FOUND: {
    message: (d: { schemas: string }) => `The database has no schema called ${d.schemas}, or the login may not use it.`,
    todo: 'Check the names (they are case-sensitive), or leave them out to read all.',
    retry: false,
    status: 404,
  },
});

export type PostgresErrorCode = keyof typeof postgresErrors;
