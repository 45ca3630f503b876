import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** `host` never carries a user or a password. `detail` is what the server or the driver said. */
export const mongodbErrors = defineErrors('connectors', {
  MONGODB_URL_INVALID: {
    message: (d: { why: string }) => `That is not the address of a MongoDB deployment: ${d.why}.`,
    todo: 'Write it as mongodb://user@host:port/database or mongodb+srv://user@cluster/database, and give the password by itself.',
    retry: false,
    status: 400,
  },
  MONGODB_UNREACHABLE: {
    message: (d: { host: string; detail: string }) => `No MongoDB server answers at ${d.host}: ${d.detail}.`,
    todo: 'Check host and port, the network access list of the cluster, and that a firewall lets the server through.',
    retry: true,
    status: 502,
  },
  MONGODB_LOGIN_REFUSED: {
    message: (d: { host: string }) => `${d.host} does not let the login in.`,
    todo: 'Check user, password and ?authSource= of the address.',
    retry: false,
    status: 401,
  },
  MONGODB_FORBIDDEN: {
    message: (d: { host: string; detail: string }) => `The login may not do that at ${d.host}: ${d.detail}.`,
    todo: 'Grant it the role `read` on the database, or `readAnyDatabase`.',
    retry: false,
    status: 403,
  },
  MONGODB_CONNECTION_LOST: {
    message: (d: { host: string; detail: string }) => `The connection to ${d.host} broke off: ${d.detail}.`,
    todo: 'Nothing is lost: the sync goes on where it stopped once the server is there again.',
    retry: true,
    status: 502,
  },
  MONGODB_QUERY_FAILED: {
    message: (d: { host: string; detail: string }) => `${d.host} could not answer: ${d.detail}.`,
    todo: 'See whether the collection can be read with mongosh as the same login.',
    retry: false,
    status: 502,
  },
  MONGODB_NO_COLLECTIONS: {
    message: (d: { where: string }) => `There is no collection in ${d.where}.`,
    todo: 'Check the name of the database, and grant the login the role `read` on it.',
    retry: false,
    status: 400,
  },
});
export type MongodbErrorCode = keyof typeof mongodbErrors;
