import fc from 'fast-check';
import { buildSchema, isAbstractType, isObjectType, parse, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { ROLES, type Viewer } from '../viewer/viewer.ts';
import { audienceOf, defineActions, permittedActions, rightsOf, type Action, type ActionTable, type Audience } from './actions.ts';
import { createDocumentCheck } from './check-document.ts';
import { compilePermissions, expandActions } from './compile-permissions.ts';
import { mergeActions } from './merge-actions.ts';

const schema = buildSchema(`
  interface Node { id: ID!  owner: User }
  type User implements Node { id: ID!  owner: User  email: String  friends: [User!] }
  type Secret implements Node { id: ID!  owner: User  value: String }
  union Thing = User | Secret
  scalar _Any
  union _Entity = User | Secret
  type _Service { sdl: String }
  type Query { me: User  nodes: [Node!]!  things: [Thing!]!  _entities(representations: [_Any!]!): [_Entity]!  _service: _Service! }
  type Mutation { forget(id: ID!): User }
`);

const viewerOf = (audience: Audience): Viewer =>
  audience === 'PUBLIC' ? { kind: 'anonymous' } : { kind: 'user', tenantId: 't', userId: 'u', role: audience };

const table = defineActions({
  open: { description: 'looking', audience: ['PUBLIC'], covers: ['Query', 'Node'] },
  read: { description: 'reading people', audience: ['OWNER', 'VIEWER'], covers: ['User'] },
  'read.email': { description: 'reading addresses', audience: ['OWNER'], covers: ['User.email', 'Mutation'] },
  secrets: { description: 'reading secrets', audience: ['OWNER'], covers: ['Secret', 'Secret.id'] },
});

const verdict = (text: string, audience: Audience, actions: ActionTable = table): string => {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return createDocumentCheck(schema, compilePermissions(schema, actions))(document, viewerOf(audience))?.code ?? 'allowed';
};

describe('compiling', () => {
  test('refuses a schema with a field that no action covers, and names every one', () => {
    const rest = { read: table.read, 'read.email': table['read.email'], open: { ...table.open, covers: ['Query'] } };
    expect(() => compilePermissions(schema, rest)).toThrowError(/no action covers .*Node\.id.*Secret\.value/);
  });

  test.each(['Nowhere', 'User.nothing', 'Thing', '_Any', 'Nowhere.id'])(
    'refuses %s, which is no coordinate of the schema',
    (coordinate) => {
      const wrong = { ...table, wrong: { description: 'x', audience: ROLES, covers: [coordinate] } };
      expect(() => compilePermissions(schema, wrong)).toThrowError(coordinate);
    },
  );

  test('an exact coordinate takes its field out of the whole types of other actions', () => {
    expect(verdict('{ me { email } }', 'VIEWER')).toBe('FORBIDDEN');
    expect(verdict('{ me { friends { id } } }', 'VIEWER')).toBe('allowed');
    expect(verdict('{ me { email } }', 'OWNER')).toBe('allowed');
  });

  test('a field that several actions cover is for whoever may do any of them', () => {
    const both = { ...table, more: { description: 'x', audience: ['ANALYST'] as const, covers: ['User'] } };
    expect(verdict('{ me { friends { id } } }', 'ANALYST', both)).toBe('allowed');
    expect(verdict('{ me { friends { id } } }', 'VIEWER', both)).toBe('allowed');
  });

  test('what is spelled out compiles to the same answers as what was written', () => {
    const written = compilePermissions(schema, table);
    const spelled = compilePermissions(schema, expandActions(schema, table));
    for (const audience of [...ROLES, 'PUBLIC'] as const)
      for (const [type, field] of [
        ['User', 'email'],
        ['User', 'id'],
        ['Secret', 'id'],
        ['Node', 'owner'],
        ['Query', 'me'],
      ] as const)
        expect(spelled.refusal(rightsOf(viewerOf(audience)), type, field)).toEqual(
          written.refusal(rightsOf(viewerOf(audience)), type, field),
        );
  });

  test('an unknown field is for nobody', () => {
    const permissions = compilePermissions(schema, table);
    for (const audience of [...ROLES, 'PUBLIC'] as const)
      expect(permissions.refusal(rightsOf(viewerOf(audience)), 'User', 'invented')).not.toBeNull();
  });

  test('two subgraphs cannot declare one action', () => {
    expect(() => mergeActions([table, table])).toThrowError('open');
  });

  test('permittedActions names what a role may do', () => {
    expect(permittedActions(table, viewerOf('VIEWER'))).toEqual(['open', 'read']);
    expect(permittedActions(table, viewerOf('PUBLIC'))).toEqual(['open']);
  });
});

describe('a document is refused when it reaches a refused field', () => {
  const email = 'email';
  test.each([
    ['plainly', `{ me { ${email} } }`],
    ['under an alias', `{ me { name: ${email} } }`],
    ['under an alias of an allowed field', `{ me { id: ${email} } }`],
    ['in a fragment', `{ me { ...F } } fragment F on User { ${email} }`],
    ['in a fragment of a fragment', `{ me { ...F } } fragment F on User { ...G } fragment G on User { ${email} }`],
    ['in an inline fragment without a type', `{ me { ... { ${email} } } }`],
    ['in a member of an interface', `{ nodes { ... on User { ${email} } } }`],
    ['in a member of a union', `{ things { ... on User { ${email} } } }`],
    ['deep down', `{ me { friends { friends { ${email} } } } }`],
    ['under a directive', `query ($on: Boolean!) { me { ${email} @include(if: $on) } }`],
    ['as an entity', `query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { ${email} } } }`],
    ['in another operation of the document', `query A { me { friends { id } } } query B { me { ${email} } }`],
    ['in a mutation’s reply', `mutation { forget(id: 1) { ${email} } }`],
  ])('%s', (_how, text) => {
    expect(verdict(text, 'VIEWER')).toBe('FORBIDDEN');
    expect(verdict(text, 'PUBLIC')).toBe('UNAUTHENTICATED');
    expect(verdict(text, 'OWNER')).toBe('allowed');
  });

  test('through an interface one of whose members is stricter', () => {
    expect(verdict('{ nodes { id } }', 'VIEWER')).toBe('FORBIDDEN');
    expect(verdict('{ nodes { owner { friends { id } } } }', 'OWNER')).toBe('allowed');
  });

  test('but names of types and federation’s own fields are for everyone', () => {
    expect(verdict('{ __typename _service { sdl } nodes { __typename } things { __typename } }', 'PUBLIC')).toBe('allowed');
    expect(verdict('{ __schema { types { name } } }', 'PUBLIC')).toBe('allowed');
  });

  test('and a verdict is remembered per document and audience, never across them', () => {
    const check = createDocumentCheck(schema, compilePermissions(schema, table));
    const document = parse('{ me { email } }');
    const codes = (['OWNER', 'VIEWER', 'OWNER', 'PUBLIC', 'VIEWER'] as const).map((audience) => check(document, viewerOf(audience))?.code);
    expect(codes).toEqual([undefined, 'FORBIDDEN', undefined, 'UNAUTHENTICATED', 'FORBIDDEN']);
  });
});

describe('for any table', () => {
  const coordinates = [
    'Query',
    'Mutation',
    'Node',
    'User',
    'Secret',
    'Query.me',
    'Query.nodes',
    'Query.things',
    'Mutation.forget',
    'Node.id',
    'Node.owner',
    'User.id',
    'User.owner',
    'User.email',
    'User.friends',
    'Secret.id',
    'Secret.owner',
    'Secret.value',
  ];
  const audiences: readonly Audience[] = ['PUBLIC', 'OWNER', 'VIEWER', 'AGENT'];
  const action = fc.record({
    description: fc.constant('x'),
    audience: fc.subarray([...audiences], { minLength: 1 }),
    covers: fc.subarray(coordinates, { minLength: 1 }),
  });
  // Covers everything, so that every table compiles; the others make it stricter.
  const base = { description: 'all', audience: ['OWNER'] as const, covers: ['Query', 'Mutation', 'Node', 'User', 'Secret'] };
  const tables: fc.Arbitrary<ActionTable> = fc
    .array(action, { maxLength: 6 })
    .map((actions) => Object.fromEntries([base, ...actions].map((each, index) => [`a${index}`, each])));

  test('the check of a document and the question asked of each of its fields agree', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(...audiences), selectionOf('Query', 3), (actions, audience, selection) => {
        const text = write(selection);
        const direct = fieldsReached('Query', selection).every(([type, field]) => mayReach(actions, audience, type, field));
        expect([text, verdict(text, audience, actions) === 'allowed']).toEqual([text, direct]);
      }),
      { numRuns: 300 },
    );
  });

  /** The rule as it is written down, without a look-up: the field itself, else the field of an interface, else whole types. */
  function mayReach(actions: ActionTable, audience: Audience, type: string, field: string): boolean {
    const interfaces = interfacesOf(schema, type);
    const covering = (wanted: readonly string[]): Action[] =>
      Object.values(actions).filter(({ covers }) => wanted.some((coordinate) => covers.includes(coordinate)));
    const levels = [
      covering([`${type}.${field}`]),
      covering(interfaces.filter((name) => fieldNamesOf(name).includes(field)).map((name) => `${name}.${field}`)),
      covering([type, ...interfaces.filter((name) => fieldNamesOf(name).includes(field))]),
    ];
    const closest = levels.find((level) => level.length > 0) ?? [];
    return closest.some((each) => each.audience.includes('PUBLIC') || each.audience.includes(audience));
  }

  test('what is spelled out, and spelled out again as the gateway does, gives the same answers', () => {
    fc.assert(
      fc.property(tables, (actions) => {
        const once = expandActions(schema, actions);
        expect(expandActions(schema, once)).toEqual(once);
      }),
    );
  });
});

/** A selection set to be written down: fields with aliases and selections, and inline fragments on a type. */
type Selection = (
  | { field: string; alias: string | null; of: string | null; selection: Selection }
  | { on: string; selection: Selection }
)[];

function interfacesOf(of: GraphQLSchema, name: string): string[] {
  const type = of.getType(name);
  return isObjectType(type) ? type.getInterfaces().map((each) => each.name) : [];
}

function fieldNamesOf(name: string): string[] {
  const type = schema.getType(name);
  return type !== undefined && 'getFields' in type ? Object.keys(type.getFields()) : [];
}

/** What each field of the test schema leads to. */
const LEADS_TO: Readonly<Record<string, string>> = { me: 'User', nodes: 'Node', things: 'Thing', owner: 'User', friends: 'User' };

function selectionOf(type: string, depth: number): fc.Arbitrary<Selection> {
  const members = ['Node', 'Thing'].includes(type) ? ['User', 'Secret'] : [];
  const fields = fieldNamesOf(type).filter((name) => !name.startsWith('_') && (depth > 0 || LEADS_TO[name] === undefined));
  const options: fc.Arbitrary<Selection[number]>[] = [
    ...fields.map((field) =>
      fc.record({
        field: fc.constant(field),
        alias: fc.option(fc.constantFrom(...['a', 'b', 'c'].map((letter) => `${letter}_${field}`)), { nil: null }),
        of: fc.constant(LEADS_TO[field] ?? null),
        selection: LEADS_TO[field] === undefined ? fc.constant<Selection>([]) : selectionOf(LEADS_TO[field], depth - 1),
      }),
    ),
    ...members.map((on) => fc.record({ on: fc.constant(on), selection: selectionOf(on, depth - 1) })),
  ];
  if (options.length === 0) return fc.constant([]);
  return fc.array(fc.oneof(...options), { minLength: 1, maxLength: 3 });
}

function write(selection: Selection): string {
  if (selection.length === 0) return '{ __typename }';
  const parts = selection.map((part) => {
    if ('on' in part) return `... on ${part.on} ${write(part.selection)}`;
    const name = part.alias === null ? part.field : `${part.alias}: ${part.field}`;
    return part.of === null ? name : `${name} ${write(part.selection)}`;
  });
  return `{ ${parts.join(' ')} }`;
}

/** Every Type.field the selection can read from, a field of an interface once for each of its members as well. */
function fieldsReached(type: string, selection: Selection): [type: string, field: string][] {
  return selection.flatMap((part): [string, string][] => {
    if ('on' in part) return fieldsReached(part.on, part.selection);
    const abstract = schema.getType(type);
    const owners = isAbstractType(abstract) ? [type, ...schema.getPossibleTypes(abstract).map((each) => each.name)] : [type];
    const here = owners.map((owner): [string, string] => [owner, part.field]);
    return part.of === null ? here : [...here, ...fieldsReached(part.of, part.selection)];
  });
}

test('the audience of a viewer is its role, or PUBLIC', () => {
  expect(audienceOf(viewerOf('PUBLIC'))).toBe('PUBLIC');
  for (const role of ROLES) expect(audienceOf(viewerOf(role))).toBe(role);
});
