import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { shapeOf } from './document-shape.ts';
import { MAX_VALIDATION_ERRORS, SHAPE_LIMITS, shapeLimits } from './shape-limits.ts';

const schema = buildSchema(`
  type Query { a: Query b(n: Int): Int list(first: Int): [Query!]! }
`);
const limits = { ...SHAPE_LIMITS, tokens: 15_000 };
const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join(' ');

/** As the door validates: the codes of what is wrong. */
function look(text: string, tokens: number): unknown[] {
  try {
    const document = parse(text, { maxTokens: tokens });
    const errors = validate(schema, document, [...specifiedRules, shapeLimits({ ...limits, tokens })], {
      maxErrors: MAX_VALIDATION_ERRORS,
    });
    return errors.map(({ extensions }) => extensions['code']);
  } catch {
    return ['PARSE'];
  }
}

describe('what a document unfolds to', () => {
  test('is counted where fragments are used', () => {
    const text =
      '{ a { ...F } ...R } fragment F on Query { x: a { b } ... on Query { b @skip(if: true) } } fragment R on Query { a { ...F } __type(name: "x") { name } }';
    expect(shapeOf(parse(text))).toEqual({
      depth: 3,
      introspectionDepth: 2,
      aliases: 1,
      directives: 1,
      rootFields: 3,
      introspectionFields: 1,
      selections: 10,
    });
  });

  test('of several operations the largest counts, and fragments that nobody uses count, too', () => {
    expect(shapeOf(parse('query A { a { a { b } } } query B { b b b }'))).toMatchObject({ depth: 3, rootFields: 3 });
    expect(shapeOf(parse('{ b } fragment F on Query { x: b @include(if: true) }'))).toMatchObject({ aliases: 1, directives: 1, depth: 1 });
  });

  test('is not found by unfolding: a document takes no longer for meaning more', () => {
    const bomb = `{ ...F0 } ${times(1_500, (n) => `fragment F${n} on Query { a { b } ...F${n + 1} ...F${n + 1} }`)} fragment F1500 on Query { b }`;
    // Unfolded it would not be done before this test is given up.
    expect(shapeOf(parse(bomb)).selections).toBe(1e9);
  });
});

describe('no document of allowed size takes long to be refused or let in', () => {
  const hostile: [what: string, make: (tokens: number) => string][] = [
    ['one field again and again', (n) => `{ a { ${'b '.repeat(n - 6)} } }`],
    ['one object again and again', (n) => `{ a { ${'a { b } '.repeat(n / 4 - 3)} } }`],
    ['one nested object again and again', (n) => `{ a { ${'a { a { a { b } } } '.repeat(n / 10 - 2)} } }`],
    ['fields of different arguments', (n) => `{ a { ${times(n / 7 - 2, (i) => `b(n: ${i})`)} } }`],
    [
      'many fragments with equal fields',
      (n) => `{ ${times(n / 12, (i) => `...F${i}`)} } ${times(n / 12, (i) => `fragment F${i} on Query { a { b } }`)}`,
    ],
    [
      'fragments that unfold',
      (n) =>
        `{ ...F0 } ${times(n / 12 - 2, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${Math.ceil(n / 12 - 2)} on Query { b }`,
    ],
    [
      'fragments that all lead to each other',
      (n) =>
        `{ ...F0 } ${times(n / 30, (i) => `fragment F${i} on Query { a { b } ${times(8, (j) => `...F${(i + 1 + j) % Math.floor(n / 30)}`)} }`)}`,
    ],
    ['inline fragments in each other', (n) => `{ ${'... on Query { a { b } '.repeat(n / 8 - 1)} ${'}'.repeat(n / 8 - 1)} }`],
    ['objects in each other', (n) => `{ ${'a { '.repeat(n / 3 - 2)} b ${'}'.repeat(n / 3 - 2)} }`],
    ['lists in each other', (n) => `{ b(n: ${'['.repeat(n / 2 - 10)}1${']'.repeat(n / 2 - 10)}) }`],
    ['variables', (n) => `query (${times(n / 4 - 3, (i) => `$v${i}: Int`)}) { b }`],
    ['operations', (n) => times(n / 5, (i) => `query Q${i} { b }`)],
    ['unknown fields', (n) => `{ ${times(n - 5, (i) => `x${i}`)} }`],
  ];
  test.each(hostile)(
    '%s',
    (_what, make) => {
      // Work without bounds would take minutes: the test would be given up before.
      for (const tokens of [2_000, 15_000]) expect(look(make(tokens), tokens)).toBeInstanceOf(Array);
    },
    20_000,
  );

  test('a bad shape is told at once and alone', () => {
    const codes = look(`{ nonsense ${'a { '.repeat(20)} b ${'}'.repeat(20)} }`, 2_000);
    expect(new Set(codes)).toEqual(new Set(['OPERATION_TOO_DEEP', undefined]));
    expect(codes[0]).toBe('OPERATION_TOO_DEEP');
  });
});
