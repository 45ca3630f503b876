import { expect, test } from 'vitest';
import { builtFiles, clientIsBuilt, measureBuiltClient } from './support/built-client.ts';

/** Compressed JavaScript, in kilobytes of 1 000 bytes. */
const INITIAL_KB = 130;
const ROUTE_KB = 60;

test('the first load and every page stay within their budgets', (context) => {
  if (!clientIsBuilt()) context.skip('the client is not built (npm run build)');
  const { initialJsKb, routes } = measureBuiltClient();
  // A build that is read wrongly would be within any budget.
  expect(builtFiles()).toBeGreaterThan(100);
  expect(initialJsKb).toBeGreaterThan(50);
  expect(routes.length).toBeGreaterThan(50);
  expect(initialJsKb).toBeLessThanOrEqual(INITIAL_KB);
  expect(routes.filter(({ kb }) => kb > ROUTE_KB)).toEqual([]);
});
