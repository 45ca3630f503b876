import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { EVERYONE, OPERATORS } from './actions.ts';
import { withPolicies } from './policy-directives.ts';

const TABLE = {
  look: { description: 'looking', audience: EVERYONE, covers: ['Query.open', 'Thing.both'] },
  read: {
    description: 'reading',
    audience: OPERATORS,
    covers: ['Query.thing', 'Thing.id', 'Thing.name', 'Thing.both', 'Thing.elsewhere', 'Page.end', 'Node.id'],
  },
  write: { description: 'writing', audience: OPERATORS, covers: ['Thing.name', 'Thing.other'] },
};

const SDL = `
  type Query { open: Int  thing: Thing }
  interface Node { id: ID }
  type Thing implements Node @key(fields: "id") @key(fields: "other { id }") {
    id: ID  name: String @deprecated  both: Int  elsewhere: Int @external  other: Thing
  }
  type Page @shareable { end: String }`;

test('fields say any of the actions that cover them; not those for everyone, of interfaces, or that several subgraphs answer', () => {
  const printed = print(withPolicies(parse(SDL, { noLocation: true }), TABLE)).replaceAll(/\s+/g, ' ');
  expect(printed).toBe(
    [
      'type Query { open: Int thing: Thing @policy(policies: [["read"]]) }',
      'interface Node { id: ID }',
      'type Thing implements Node @key(fields: "id") @key(fields: "other { id }") {',
      'id: ID name: String @deprecated @policy(policies: [["read"], ["write"]]) both: Int elsewhere: Int @external other: Thing }',
      'type Page @shareable { end: String }',
    ].join(' '),
  );
});
