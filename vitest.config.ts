import { defineConfig } from 'vitest/config';

const CODE = '{cli,embedded,gateway,migrations,sandbox,schema,subgraphs,web}';

/** Each one runs a whole product with its browser, which mostly wait: two go side by side, after everything else. */
const BY_TWOS = { maxWorkers: 2, sequence: { groupOrder: 1 }, testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    setupFiles: ['reflect-metadata'],
    // Products that tests start have the data that tests give them, and are asked faster than people ask.
    env: { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes when the machine has time for it.
    expect: { poll: { timeout: 20_000 } },
    globalSetup: ['tests/testkit/postgres-cluster.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: [`${CODE}/**/*.test.{ts,tsx}`] } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/**/*.test.ts'], exclude: ['tests/journeys/**', 'tests/topology/scaled.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts', 'tests/topology/scaled.test.ts'], ...BY_TWOS },
      },
      {
        extends: true,
        // The same journeys on the scaled topology, where PostgreSQL and Redis are installed.
        test: {
          name: 'journeys-scaled',
          include: ['tests/journeys/{web,command-line,live,dashboards,settings}.test.ts'],
          env: { AUTONOMOS_TEST_TOPOLOGY: 'scaled' },
          ...BY_TWOS,
        },
      },
    ],
  },
});
