import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { setupFiles: ['reflect-metadata'], testTimeout: 60_000, hookTimeout: 120_000 },
});
