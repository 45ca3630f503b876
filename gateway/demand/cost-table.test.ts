import { Kind, buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { readCosts } from './cost-table.ts';
import { createDemandControl } from './demand-control.ts';

const TYPES = `
  type Query {
    things(input: Page, ids: [ID!], at: [Page!]): [Thing!]! @LIST(slicingArguments: ["input.page.first", "ids"], requireOneSlicingArgument: false, assumedSize: 9)
  }
  type Thing @COST(weight: 2) { id: ID! }
  input Page { page: Inner }
  input Inner { first: Int }
`;
const linked = (link: string, cost: string, list: string): string =>
  `schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/cost/v0.1"${link}) { query: Query } ${TYPES.replaceAll('COST', cost).replaceAll('LIST', list)}`;

test.each([
  ['its own names', '', 'cost', 'cost__listSize'],
  ['imported names', ', import: ["@cost", "@listSize"]', 'cost', 'listSize'],
  ['names of their own', ', import: [{ name: "@cost", as: "@price" }, { name: "@listSize", as: "@length" }]', 'price', 'length'],
  ['another feature name', ', as: "money"', 'money', 'money__listSize'],
])('costs are read by %s', (_what, link, cost, list) => {
  const { weights, sizes } = readCosts(linked(link, cost, list));
  expect([...weights]).toEqual([['Thing', 2]]);
  expect(sizes.get('Query.things')).toEqual({ assumed: 9, slicing: ['input.page.first', 'ids'], sizedFields: [], requireOne: false });
});

test('an argument inside an object says how many, and so does a list of what is wanted', () => {
  const apiSchema = buildSchema(TYPES.replaceAll(/@(COST|LIST)\([^)]*\)/g, ''));
  const demand = createDemandControl(
    { sdl: linked(', import: ["@cost", "@listSize"]', 'cost', 'listSize'), apiSchema },
    { mode: 'ENFORCE', maximum: 1, perRole: {}, listSize: 10 },
  );
  const costOf = (text: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(text);
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    return demand.estimate(document, operation, variables).cost;
  };
  const inputObjects = 2;
  expect(costOf('{ things { id } }')).toBe(9 * 2);
  expect(costOf('{ things(input: { page: { first: 5 } }) { id } }')).toBe(5 * 2 + inputObjects);
  expect(costOf('query ($n: Int) { things(input: { page: { first: $n } }) { id } }', { n: 7 })).toBe(7 * 2 + inputObjects);
  expect(costOf('query ($page: Inner = { first: 4 }) { things(input: { page: $page }) { id } }')).toBe(4 * 2 + inputObjects);
  expect(costOf('query ($input: Page) { things(input: $input) { id } }', { input: { page: { first: 3 } } })).toBe(3 * 2 + inputObjects);
  expect(costOf('{ things(ids: ["a", "b"]) { id } }')).toBe(2 * 2);
  expect(costOf('query ($ids: [ID!]) { things(ids: $ids) { id } }', { ids: ['a', 'b', 'c'] })).toBe(3 * 2);
});
