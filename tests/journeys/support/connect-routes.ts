/** Every page of the Connect stage that is not about one thing. */
export const CONNECT = [
  '', '/catalogue', '/new', '/new/files', '/new/postgres', '/new/salesforce', '/new/no-such-kind', '/mesh', '/flow', '/flow/trace', '/drift',
  '/drift/no-such-drift', '/drift/repairs', '/drift/repairs/no-such-repair', '/drift/policy', '/quarantine', '/planes', '/planes/new',
  '/planes/no-such-plane', '/no-such-connection',
].map((path) => `/connections${path}`); // prettier-ignore
