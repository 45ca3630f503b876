import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { TEST_CONTEXT } from '../engine/engine.testkit.ts';
import type { GatewayContext } from '../context.ts';
import { sharingKey } from './sharing-key.ts';

const QUERY = 'subscription { tenantFeed { connection { entityTypes { recordCount } } } }';
const request = { query: QUERY, variables: null, operationName: null, extensions: null, documentId: null };
const contextOf = (userId: string): GatewayContext => ({
  ...TEST_CONTEXT,
  viewer: { kind: 'user', tenantId: 'acme', userId, role: 'VIEWER' },
});

test('subscribers of equal rights share what they are told only where rules leave them the same data', () => {
  const seen: Record<string, string | null> = { ada: 'north', ben: 'north', cy: 'south', dot: null };
  const keyOf = sharingKey(parse(QUERY), request, ({ userId }) => seen[userId] ?? null);
  const [ada, ben, cy, dot] = ['ada', 'ben', 'cy', 'dot'].map((userId) => keyOf(contextOf(userId)));
  expect(ada).not.toBeNull();
  expect(ben).toBe(ada);
  expect(cy).not.toBe(ada);
  // What is not known at this moment is not shared at all.
  expect(dot).toBeNull();
  seen['ben'] = 'south';
  expect(keyOf(contextOf('ben'))).toBe(cy);
});
