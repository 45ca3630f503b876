import { defineConfig } from 'vitest/config';

const CODE = '{cli,embedded,gateway,migrations,sandbox,schema,subgraphs,web}';

const ONE_BY_ONE = { fileParallelism: false, testTimeout: 240_000, hookTimeout: 240_000 };

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    setupFiles: ['reflect-metadata'],
    // Products that tests start have the data that tests give them, and are asked faster than people ask.
    env: { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['tests/testkit/postgres-cluster.ts'],
    projects: [
      { extends: true, test: { name: 'unit', include: [`${CODE}/**/*.test.{ts,tsx}`] } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/**/*.test.ts'], exclude: ['tests/journeys/**', 'tests/topology/scaled.test.ts'] },
      },
      {
        extends: true,
        // Each one runs a whole product with its browser: side by side they would only wait for each other.
        test: { name: 'journeys', include: ['tests/journeys/**/*.test.ts', 'tests/topology/scaled.test.ts'], ...ONE_BY_ONE },
      },
      {
        extends: true,
        // The same journeys on the scaled topology, where PostgreSQL and Redis are installed.
        test: {
          name: 'journeys-scaled',
          include: ['tests/journeys/{web,command-line,live,dashboards,settings}.test.ts'],
          env: { AUTONOMOS_TEST_TOPOLOGY: 'scaled' },
          ...ONE_BY_ONE,
        },
      },
    ],
  },
});
