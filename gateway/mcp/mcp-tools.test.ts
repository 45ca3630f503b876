import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { MCP_TOOLS } from './mcp-tools.ts';

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'));
const GIVEN: Readonly<Record<string, object>> = {
  ask: { question: 'revenue' },
  query: { query: '{ viewer { __typename } }' },
  mutate: { mutation: 'mutation { logOut { __typename } }' },
};

test('what tools ask is there in the graph', () => {
  for (const { name, operation } of MCP_TOOLS)
    expect([name, ...validate(schema, parse(operation(GIVEN[name] ?? {}).query))]).toEqual([name]);
});

test('a tool that reads changes nothing', () => {
  const query = MCP_TOOLS.find(({ name }) => name === 'query');
  for (const wrong of ['mutation { logOut }', '{ viewer { id } } mutation { logOut }', 'subscription { tenantFeed { cursor } }'])
    expect(() => query?.operation({ query: wrong })).toThrowError('expected one query');
});
