import type { Random } from '../chaos/random.ts';
import { hostileName, hostileText, mutated } from './hostile-values.ts';

const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  'on',
  'query',
  'mutation',
  'subscription',
  'fragment',
  '@include',
  '@skip(if: true)',
  '@defer',
  '@stream',
  '$a',
  ':',
  '!',
  '=',
  '|',
  '&',
  '"text"',
  '"""block"""',
  '1',
  '-0.1e+9',
  'null',
  'true',
  'ENUM',
  'viewer',
  '__typename',
  '__schema',
  'type',
  'Query',
  'extend',
  '#c\n',
  ',',
  '\ufeff',
  'é',
];

const repeated = (count: number, make: (n: number) => string, separator = ' '): string =>
  Array.from({ length: count }, (_, n) => make(n)).join(separator);

/** What is known to hurt servers that do not look: each stays below the limit on tokens or above it, at random. */
const BOMBS: readonly ((n: number) => string)[] = [
  (n) => `{ ${repeated(n, (i) => `a${i}: __typename`)} }`,
  (n) => `{ ${'viewer { '.repeat(n)}role${' }'.repeat(n)} }`,
  (n) => `{ ${'... on Query { '.repeat(n)}__typename${' }'.repeat(n)} }`,
  (n) => `{ ...F0 } ${repeated(n, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${n} on Query { __typename }`,
  (n) => `{ ...F0 } ${repeated(n, (i) => `fragment F${i} on Query { __typename ...F${(i + 1) % n} ...F${(i + 2) % n} }`)}`,
  (n) => `{ ${repeated(n, () => 'viewer { role }')} }`,
  (n) => `{ ${repeated(n, () => 'viewer { tenant { members(first: 1) { totalCount } } }')} }`,
  (n) => `{ viewer { ${repeated(n, (i) => `x${i % 7}: role`)} } }`,
  (n) => `{ __schema { ${'types { fields { type { '.repeat(n)}name${' } } }'.repeat(n)} } }`,
  (n) => `{ ${repeated(n, (i) => `s${i}: __schema { types { name fields { name args { name type { name ofType { name } } } } } }`)} }`,
  (n) => `{ ${repeated(n, (i) => `t${i}: __type(name: "Query") { fields { name } }`)} }`,
  (n) => `query (${repeated(n, (i) => `$v${i}: Int`)}) { __typename }`,
  (n) => `query (${repeated(n, () => '$a: Int')}) { __typename }`,
  (n) => `{ viewer ${repeated(n, () => '@include(if: true)')} { role } }`,
  (n) => `{ tenant { members(${repeated(n, () => 'first: 1')}) { totalCount } } }`,
  (n) => `{ tenant { members(first: ${'['.repeat(n)}1${']'.repeat(n)}) { totalCount } } }`,
  (n) => `{ tenant { members(first: ${'{a:'.repeat(n)}1${'}'.repeat(n)}) { totalCount } } }`,
  (n) => repeated(n, (i) => `query Q${i} { __typename }`),
  (n) => repeated(n, () => 'query Q { __typename }'),
  (n) => repeated(n, (i) => `fragment F${i} on Query { __typename }`),
  (n) => `subscription { ${repeated(n, (i) => `e${i}: tenantFeed { title }`)} }`,
  (n) => `mutation { ${repeated(n, (i) => `m${i}: __typename`)} }`,
  (n) => `{ a(b: "${'x'.repeat(n * 50)}") }`,
  (n) => `{ a(b: """${'"'.repeat(n % 3)}${'\\"""'.repeat(n)}""") }`,
  (n) => `${'#'.repeat(n * 10)}\n{ __typename }`,
  (n) => `${' ,\t\ufeff'.repeat(n * 10)}{ __typename }`,
  (n) => `{ a(b: ${'9'.repeat(n * 10)}) }`,
  (n) => `{ ${'a'.repeat(n * 20)} }`,
  (n) => `type T { ${repeated(n, (i) => `f${i}: T`)} }`,
  (n) => '{'.repeat(n),
  (n) => '[{('.repeat(n),
];

/** The text of a document that is malformed, hostile, or an honest one that was tampered with. */
export function hostileDocument(random: Random, honest: readonly string[]): string {
  const kind = random.below(8);
  if (kind < 2) return random.pick(BOMBS)(random.pick([1, 3, 10, 50, 190, 400, 990, 2_500]));
  if (kind === 6) return repeated(random.below(60), () => random.pick(TOKENS));
  if (kind === 2) return selection(random, 0);
  if (kind === 3) return random.fraction() < 0.1 ? hostileText(random) : random.pick(honest);
  if (kind === 4) return random.pick(honest);
  return mutated(random, random.pick(honest));
}

/** Grammatical, but of names that nobody has. */
function selection(random: Random, depth: number): string {
  const fields = Array.from({ length: 1 + random.below(3) }, () => {
    const name = random.pick([
      'viewer',
      'tenant',
      '__typename',
      '__schema',
      '_entities',
      '_service',
      'constructor',
      '__proto__',
      'toString',
      'nodes',
      'a',
    ]);
    const alias = random.fraction() < 0.3 ? `${random.pick(['__proto__', 'constructor', 'a', '__a'])}: ` : '';
    const given =
      random.fraction() < 0.2
        ? `(${random.pick(['first', '__proto__', 'constructor'])}: ${random.pick(['1', '$a', 'null', '{__proto__: 1}', '"x"'])})`
        : '';
    const inside = depth < 5 && random.fraction() < 0.5 ? ` ${selection(random, depth + 1)}` : '';
    return `${alias}${name}${given}${inside}`;
  });
  return `{ ${fields.join(' ')} }`;
}

/** A name for `operationName`: mostly none that the document has. */
export function hostileOperationName(random: Random): unknown {
  return random.pick<unknown>([null, '', 'Q', hostileName(random), 7, {}, ['Q'], 'x'.repeat(10_000)]);
}
