import fc from 'fast-check';
import { GraphQLError, buildSchema, execute, parse, validate, type ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { compileOperation } from './compile-operation.ts';
import { randomOperation } from './random-operation.testkit.ts';
import { Turns, chanceOf, randomSchema } from './random-schema.testkit.ts';

const schema = randomSchema();

/** What can be compared: errors in any order, with their places. */
function plain({ data, errors }: ExecutionResult): unknown {
  return {
    data: data === undefined ? 'none' : JSON.parse(JSON.stringify(data)),
    errors: (errors ?? []).map((error) => JSON.stringify({ ...error.toJSON(), from: error.originalError?.message })).toSorted(),
  };
}

async function bothSay(text: string, variables: Record<string, unknown>, world: { seed: number; faults: number }): Promise<void> {
  const document = parse(text, { noLocation: true });
  const wrong = validate(schema, document);
  // Aliases that mean different fields may not be merged: such documents never come here.
  if (wrong.length > 0) return;
  valid += 1;
  const reference = await execute({ schema, document, contextValue: { ...world, turns: new Turns() }, variableValues: variables });
  const compiled = compileOperation(schema, document, null);
  // Often enough that functions are generated.
  for (let round = 0; round < 3; round++)
    expect(plain(await compiled.execute(undefined, { ...world, turns: new Turns() }, variables))).toEqual(plain(reference));
  if ((reference.errors ?? []).length > 0) withErrors += 1;
}
let valid = 0;
let withErrors = 0;

test('compiled operations answer as graphql-js does, errors and their places included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer(),
      fc.integer({ min: 0, max: 60 }),
      fc.boolean(),
      fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
      async (seed, faults, yes, n) => {
        const chance = chanceOf(seed);
        const variables = { yes, ...(chance(2) === 0 ? { no: !yes } : {}), ...(n === undefined ? {} : { n }), shape: { name: 'given' } };
        await bothSay(randomOperation(schema, chance), variables, { seed, faults });
      },
    ),
    { numRuns: 250 },
  );
  expect(valid).toBeGreaterThan(120);
  expect(withErrors).toBeGreaterThan(30);
}, 60_000);

test('one who fails beside an item that has made the list null is heard of', async () => {
  const own = buildSchema('type Query { items: [Int!] }');
  const root = { items: () => [Promise.reject(new Error('later')), null, Promise.reject(new Error('later still'))] };
  const { data, errors } = await compileOperation(own, parse('{ items }'), null).execute(root, {}, {});
  expect(data).toEqual({ items: null });
  expect(errors).toHaveLength(1);
});

test('an alias may be called anything', async () => {
  const own = buildSchema('type Query { me: User } type User { name: String }');
  const document = parse('{ me { __proto__: name constructor: name then: name } __proto__: me { name } }');
  const compiled = compileOperation(own, document, null);
  // Both ways of making objects: one by one, and generated.
  for (let round = 0; round < 40; round++) {
    const { data } = await compiled.execute({ me: { name: 'A' } }, {}, {});
    expect(JSON.stringify(data)).toBe('{"me":{"__proto__":"A","constructor":"A","then":"A"},"__proto__":{"name":"A"}}');
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  }
});

test('variables that are wrong, and operations that are not there, are refused as graphql-js does', async () => {
  const own = buildSchema('scalar Any type Query { all(of: [Any!]!): Int }');
  const document = parse('query A($of: [Any!]!) { all(of: $of) } query B { all(of: []) }');
  for (const given of [undefined, null, 'one', [1, null], [1]]) {
    const reference = await execute({ schema: own, document, operationName: 'A', variableValues: { of: given }, rootValue: { all: 1 } });
    const compiled = await compileOperation(own, document, 'A').execute({ all: 1 }, {}, { of: given });
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(JSON.stringify(reference)));
  }
  expect(() => compileOperation(own, document, null)).toThrowError(GraphQLError);
  expect(() => compileOperation(own, document, 'C')).toThrowError('Unknown operation named "C".');
});

test('what a mutation does, it does in order', async () => {
  const done: string[] = [];
  const slow = (name: string) => async () => {
    done.push(`${name} begins`);
    await Promise.resolve();
    done.push(`${name} ends`);
    return name;
  };
  const own = buildSchema('type Query { a: Int } type Mutation { a: String b: String }');
  const { data } = await compileOperation(own, parse('mutation { b a c: b }'), null).execute({ a: slow('a'), b: slow('b') }, {}, {});
  expect(data).toEqual({ b: 'b', a: 'a', c: 'b' });
  expect(done).toEqual(['b begins', 'b ends', 'a begins', 'a ends', 'b begins', 'b ends']);
});
