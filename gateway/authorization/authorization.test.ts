import { composeServices } from '@apollo/composition';
import { parse, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Grants } from '../context.ts';
import { testGraph } from '../engine/engine.testkit.ts';
import { loadSupergraph } from '../engine/supergraph.ts';
import { createAuthorization, type Authorization } from './authorization.ts';
import type { AuthorizationMode } from './verdict.ts';

const HEADER = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:';

function supergraphOf(sdl: string, imports = '["@key", "@authenticated", "@requiresScopes", "@policy"]'): string {
  const composed = composeServices([{ name: 'all', url: 'http://all', typeDefs: parse(`${HEADER} ${imports})\n${sdl}`) }]);
  if (composed.errors !== undefined) throw new AggregateError(composed.errors, composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

function guard(supergraphSdl: string, mode: AuthorizationMode = 'REFUSE'): { judge: (text: string, grants: Grants) => Judged } {
  const supergraph = loadSupergraph(supergraphSdl);
  const describeOne = (policy: string): string | null => (policy === 'people.read' ? 'reading people' : null);
  const authorization = createAuthorization(supergraph, { mode, describe: describeOne });
  return {
    judge(text, grants) {
      const document = parse(text, { noLocation: true });
      expect(validate(supergraph.apiSchema, document)).toEqual([]);
      return judged(authorization.judge(document, null, grants));
    },
  };
}

interface Judged {
  refusal: string | null;
  left: string | null;
  errors: string[];
}

function judged({ refusal, permitted, errorsFor }: ReturnType<Authorization['judge']>): Judged {
  return {
    refusal: refusal === null ? null : `${refusal.code}: ${refusal.message}`,
    left: permitted?.document == null ? null : print(permitted.document).replaceAll(/\s+/g, ' '),
    errors: errorsFor({}).map(({ path, extensions }) => `${String(extensions['code'])} ${path?.join('.')}`),
  };
}

const grants = (policies: string[] = [], scopes: string[] = [], authenticated = true): Grants => ({
  key: JSON.stringify([policies, scopes, authenticated]),
  role: 'ANY',
  authenticated,
  scopes: new Set(scopes),
  policies: new Set(policies),
});
const NOBODY = grants([], [], false);
const ALLOWED: Judged = { refusal: null, left: null, errors: [] };

const PEOPLE = supergraphOf(`
  type Query { me: Person  people: [[Person!]!]  open: String  any: Any  count: Int @requiresScopes(scopes: [["read", "count"], ["admin"]]) }
  type Mutation { rename(name: String!): Person @policy(policies: [["people.write"]])  touch: Person }
  type Subscription { changed: Person @authenticated  ticked: Person }
  type Person { name: String!  email: String @policy(policies: [["people.read"], ["owner"]])  secret: Secret  note: Note }
  type Note @authenticated { text: String }
  union Any = Person | Note
  scalar Secret @requiresScopes(scopes: [["secrets"]])`);

describe('who is refused', () => {
  const { judge } = guard(PEOPLE);

  test.each([
    ['{ open me { name } }', NOBODY, null],
    ['{ me { email } }', NOBODY, 'UNAUTHENTICATED: You are not logged in, or your session has ended.'],
    ['{ me { email } }', grants(), 'FORBIDDEN: Your role does not allow reading people.'],
    ['{ me { email } }', grants(['owner']), null],
    ['{ me { secret } }', grants(), 'FORBIDDEN: Your role does not allow reading Secret.'],
    ['{ me { secret } }', grants([], ['secrets']), null],
    ['{ me { note { __typename } } }', NOBODY, 'UNAUTHENTICATED: You are not logged in, or your session has ended.'],
    ['{ any { __typename ... on Person { name } } }', NOBODY, null],
    ['{ any { ... on Note { text } } }', NOBODY, 'UNAUTHENTICATED: You are not logged in, or your session has ended.'],
    ['{ count }', grants([], ['read']), 'FORBIDDEN: Your role does not allow reading Query.count.'],
    ['{ count }', grants([], ['count', 'read']), null],
    ['{ count }', grants([], ['admin']), null],
    ['mutation { rename(name: "a") { name } }', grants(), 'FORBIDDEN: Your role does not allow reading Mutation.rename.'],
    ['subscription { changed { name } }', NOBODY, 'UNAUTHENTICATED: You are not logged in, or your session has ended.'],
    ['query ($no: Boolean = false) { me { email @include(if: $no) } }', grants(), 'FORBIDDEN: Your role does not allow reading people.'],
    ['{ __schema { types { name } } __typename }', NOBODY, null],
  ])('%s', (text, who, refusal) => {
    expect(judge(text, who).refusal).toBe(refusal);
  });

  test('what another operation of the document asks for is not held against this one', () => {
    const supergraph = loadSupergraph(PEOPLE);
    const authorization = createAuthorization(supergraph, { mode: 'REFUSE', describe: () => null });
    const document = parse('query A { open } query B { me { email } }');
    expect(authorization.judge(document, 'A', NOBODY).refusal).toBeNull();
    expect(authorization.judge(document, 'B', NOBODY).refusal?.code).toBe('UNAUTHENTICATED');
    expect(authorization.judge(document, 'C', NOBODY).refusal?.code).toBe('INVALID_INPUT');
    expect(authorization.judge(document, 'A', NOBODY).refusal).toBeNull();
  });
});

describe('denied fields that are null', () => {
  const { judge } = guard(PEOPLE, 'NULL');

  test('are cut from what is planned, and told of with the place where they would be; @ stands for the items of lists', () => {
    expect(judge('{ open people { name mail: email } }', grants())).toEqual({
      refusal: null,
      left: '{ open people { __typename name } }',
      errors: ['FORBIDDEN people.@.@.mail'],
    });
  });

  test('leave their parent to be seen, and fragments as they are where they are used', () => {
    const text =
      '{ a: me { ...F } b: me { ... on Person { ...F } } any { ...F } } fragment F on Person { email ...G } fragment G on Person { name }';
    expect(judge(text, NOBODY)).toEqual({
      refusal: null,
      left:
        '{ a: me { __typename ...F_1 } b: me { __typename ... on Person { ...F_1 } } any { __typename ...F_1 } } ' +
        'fragment G on Person { name } fragment F_1 on Person { ...G }',
      errors: ['UNAUTHENTICATED a.email', 'UNAUTHENTICATED b.email', 'UNAUTHENTICATED any.email'],
    });
  });

  test('are told of once, and only when they are asked for; what is planned does not hang on variables', () => {
    const authorization = createAuthorization(loadSupergraph(PEOPLE), { mode: 'NULL', describe: () => null });
    const document = parse(`query ($on: Boolean! = false, $off: Boolean) {
      me { name email @include(if: $on) ...F }
      open @skip(if: true)
      other: me @skip(if: $off) { ... @include(if: $on) { email } }
      never: me { email @include(if: false) }
    } fragment F on Person { email @include(if: $on) }`);
    const { permitted, errorsFor } = authorization.judge(document, null, grants());
    const told = (variables: Record<string, unknown>): string[] => errorsFor(variables).map(({ path }) => String(path?.join('.')));
    expect(told({})).toEqual([]);
    expect(told({ on: true })).toEqual(['me.email', 'other.email']);
    expect(told({ on: true, off: true })).toEqual(['me.email']);
    expect(print(permitted?.document ?? document)).not.toContain('email');
  });

  test('may be all there is', () => {
    expect(judge('{ count }', NOBODY)).toEqual({ refusal: null, left: null, errors: ['UNAUTHENTICATED count'] });
  });

  test('refuse changes and subscriptions at their root, but not below', () => {
    expect(judge('mutation { touch { email } rename(name: "a") { name } }', NOBODY).refusal).toMatch(/^UNAUTHENTICATED/);
    expect(judge('mutation { touch { name email } }', NOBODY)).toMatchObject({ refusal: null, errors: ['UNAUTHENTICATED touch.email'] });
    expect(judge('subscription { changed { name } }', NOBODY).refusal).toMatch(/^UNAUTHENTICATED/);
  });

  test('are one document for all who are left with the same', () => {
    const authorization = createAuthorization(loadSupergraph(PEOPLE), { mode: 'NULL', describe: () => null });
    const document = parse('{ open me { email } }');
    const [one, other] = [grants(['x']), grants(['y'])].map((who) => authorization.judge(document, null, who).permitted?.document);
    expect(one).toBe(other);
  });
});

describe('interfaces', () => {
  const sdl = `
    type Query { nodes: [Node!]! }
    interface Node { id: ID  label: String }
    type Open implements Node { id: ID  label: String }
    type Shut implements Node @policy(policies: [["shut"]]) { id: ID  label: String @authenticated }`;
  const composed = supergraphOf(sdl);

  test.each([
    ['{ nodes { __typename } }', NOBODY, null],
    ['{ nodes { ... on Open { id label } } }', NOBODY, null],
    ['{ nodes { id } }', NOBODY, 'UNAUTHENTICATED'],
    ['{ nodes { id } }', grants(['shut']), null],
    ['{ nodes { ... on Shut { label } } }', grants(), 'FORBIDDEN'],
  ])('count as strictly as the strictest type that could answer: %s', (text, who, code) => {
    expect(guard(composed).judge(text, who).refusal?.split(':')[0] ?? null).toBe(code);
  });

  test('pass rules of their own on to what implements them, as older supergraphs have them', () => {
    const older = composed.replace(/interface Node[^{]*\{/, (head) => head.replace('{', '@requiresScopes(scopes: [["nodes"]]) {'));
    const linked = older
      .replace('schema\n', 'schema\n  @link(url: "https://specs.apollo.dev/requiresScopes/v0.1", for: SECURITY)\n')
      .concat('\ndirective @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM\n');
    expect(linked).not.toBe(composed);
    const { judge } = guard(linked);
    expect(judge('{ nodes { ... on Open { id } } }', grants()).refusal).toMatch(/^FORBIDDEN/);
    expect(judge('{ nodes { ... on Open { id } } }', grants([], ['nodes']))).toEqual(ALLOWED);
  });
});

test('fields that another subgraph adds to all types of an interface are guarded for each of them', () => {
  const sdls = [
    'type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! } type Book implements Media @key(fields: "id") { id: ID! }',
    'type Media @interfaceObject @key(fields: "id") { id: ID!  sales: Int @policy(policies: [["sales"]]) }',
  ];
  const services = sdls.map((sdl, index) => ({
    name: `s${index}`,
    url: '',
    typeDefs: parse(`${HEADER} ["@key", "@policy", "@interfaceObject"])\n${sdl}`),
  }));
  const { supergraphSdl = '' } = composeServices(services);
  const { judge } = guard(supergraphSdl);
  for (const text of ['{ media { sales } }', '{ media { ... on Book { sales } } }']) {
    expect(judge(text, grants()).refusal).toMatch(/^FORBIDDEN/);
    expect(judge(text, grants(['sales']))).toEqual(ALLOWED);
  }
});

test('directives count under whatever names the subgraphs import them', () => {
  const renamed = supergraphOf(
    'type Query { open: Int  shut: Int @mayOnly(policies: [["a"]]) }',
    '[{ name: "@policy", as: "@mayOnly" }, "@key"]',
  );
  expect(guard(renamed).judge('{ open shut }', grants()).refusal).toMatch(/^FORBIDDEN/);
  expect(guard(renamed).judge('{ open shut }', grants(['a']))).toEqual(ALLOWED);
});

test('fragments that multiply are judged once for each set of types they can stand for', () => {
  const { judge } = guard(PEOPLE, 'NULL');
  const depth = 60;
  const fragments = Array.from({ length: depth }, (_, level) => {
    const inner = level === depth - 1 ? 'email' : `note { __typename } ...F${level + 1} ... on Person { ...F${level + 1} }`;
    return `fragment F${level} on Person { ${inner} }`;
  });
  const { errors } = judge(`{ me { ...F0 } any { ...F0 } } ${fragments.join(' ')}`, NOBODY);
  expect(errors).toEqual(['me.note', 'me.email', 'any.note', 'any.email'].map((place) => `UNAUTHENTICATED ${place}`));
});

describe('through the engine', () => {
  test('keys that the caller may not see are used, and never shown; what may not be null takes its parent along', async () => {
    const { supergraph, engine } = testGraph({
      one: {
        sdl: `type Query { box: Box! }
          type Box @key(fields: "id") { id: ID! @federation__policy(policies: [["ids"]])  weight: Int @federation__policy(policies: [["heavy"]])  name: String! @federation__policy(policies: [["names"]]) }`,
        resolvers: { Query: { box: () => ({ id: 'canary-id', weight: 7, name: 'canary-name' }) } },
      },
      two: {
        sdl: `type Box @key(fields: "id") { id: ID! @federation__policy(policies: [["ids"]])  size: Int }`,
        resolvers: { Box: { size: () => 3 } },
      },
    });
    const authorization = createAuthorization(supergraph, { mode: 'NULL', describe: () => null });
    const ask = async (text: string) => {
      const document = parse(text);
      const context = {
        grants: grants(),
        forwarded: {},
        localOwner: false,
        clientAddress: null,
        clientAgent: null,
        requestId: '',
        subscription: null,
        viewer: { kind: 'anonymous' as const },
      };
      const { permitted } = authorization.judge(document, null, context.grants);
      return engine.execute({ document, operationName: null, variables: {}, context, permitted });
    };
    expect(await ask('{ box { size weight } }')).toEqual({ data: { box: { size: 3, weight: null } } });
    expect(await ask('{ box { size name } }')).toEqual({ data: null });
  });
});
