/** Every page of the Connect stage that is not about one thing. */
export const CONNECT = [
  '', '/catalogue', '/new', '/new/files', '/new/files?from=server', '/new/postgres', '/new/salesforce', '/new/no-such-kind', '/mesh', '/flow', '/flow/trace', '/drift',
  '/drift?status=OPEN', '/drift/no-such-drift', '/drift/repairs', '/drift/repairs/no-such-repair', '/drift/policy', '/quarantine', '/planes', '/planes/new',
  '/planes/new?kind=AIRBYTE', '/planes/no-such-plane', '/no-such-connection',
].map((path) => `/connections${path}`); // prettier-ignore
