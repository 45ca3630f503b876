import { readFileSync, readdirSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import fc from 'fast-check';
import { GraphQLError, buildSchema, execute, parse, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { packagePath } from '../../config/package-folder.ts';
import { compare } from './compare.testkit.ts';
import { compileOperation } from './compile-operation.ts';
import { randomOperation } from './random-operation.testkit.ts';
import { chanceOf, inRandomWorld, randomSchema } from './random-schema.testkit.ts';

const RANDOM = [fc.integer(), fc.integer({ min: 0, max: 60 }), fc.boolean(), fc.option(fc.integer({ min: 0, max: 9 }))] as const;

/** Runs random operations in random worlds and compares; counts those that were valid, and those with errors. */
async function compareRandomly(schema: GraphQLSchema, numRuns: number): Promise<{ valid: number; failed: number }> {
  const count = { valid: 0, failed: 0 };
  const run = async (seed: number, faults: number, yes: boolean, int: number | null): Promise<void> => {
    const chance = chanceOf(seed);
    const variables = { yes, ...(chance(2) === 0 ? { no: !yes } : {}), ...(int === null ? {} : { int }) };
    const compared = await compare(schema, randomOperation(schema, chance), variables, { seed, faults });
    if (compared !== 'INVALID') count.valid += 1;
    if (compared === 'WITH_ERRORS') count.failed += 1;
  };
  await fc.assert(fc.asyncProperty(...RANDOM, run), { numRuns });
  return count;
}

test('compiled operations answer as graphql-js does, errors and their places included', async () => {
  const { valid, failed } = await compareRandomly(randomSchema(), 250);
  expect(valid).toBeGreaterThan(120);
  expect(failed).toBeGreaterThan(30);
});

const SUBGRAPHS = readdirSync(packagePath('schema')).filter((file) => file.endsWith('.graphql') && !/^(?:api|supergraph)\./u.test(file));

test.each(SUBGRAPHS)('so they do over the schema of %s', async (file) => {
  const schema = buildSubgraphSchema([{ typeDefs: parse(readFileSync(packagePath('schema', file), 'utf8')) }]);
  const { valid, failed } = await compareRandomly(inRandomWorld(schema), 80);
  expect(valid).toBeGreaterThan(40);
  expect(failed).toBeGreaterThan(0);
});

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
