import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, parse, print, type DefinitionNode } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compose, CompositionError } from './compose.ts';
import { printErrorCatalogue } from './error-catalogue.ts';
import { printPermissions } from './permissions.ts';
import { differingFiles, writeFiles } from './printed-files.ts';
import { sortDocument } from './sort-document.ts';
import { undescribed } from './undescribed.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';
const PEOPLE = `${LINK} type Query { "Me." me: Person } "A person." type Person @key(fields: "id") { "Its id." id: ID! }`;
const PETS = `${LINK} type Person @key(fields: "id") { id: ID! "Those that live with it." pets(first: Int = 5, after: String): [Pet!]! }
  "Of the house." union Pet = Dog | Cat  "Barks." type Dog { "Loud." barks: Boolean! }  "Meows." type Cat { "Soft." meows: Boolean! }`;

describe('the printed order', () => {
  test('depends on names, not on the order the classes were loaded in', () => {
    const definitions = parse(PETS, { noLocation: true }).definitions;
    fc.assert(
      fc.property(fc.shuffledSubarray([...definitions], { minLength: definitions.length }), (shuffled: DefinitionNode[]) => {
        expect(sortDocument(shuffled.map((definition) => print(definition)).join('\n'))).toBe(sortDocument(PETS));
      }),
    );
  });

  test('is a fixed point and keeps the meaning', () => {
    const once = sortDocument(PEOPLE);
    expect(sortDocument(once)).toBe(once);
    expect(once).toContain('"Its id."');
  });

  test('leaves enum values as they were declared', () => {
    expect(sortDocument('enum Severity { LOW HIGH CRITICAL }')).toBe('enum Severity {\n  LOW\n  HIGH\n  CRITICAL\n}\n');
  });
});

describe('composition', () => {
  test('gives one graph to callers, without what is the gateway’s business', () => {
    const { apiSdl, supergraphSdl } = compose([
      { name: 'pets', sdl: PETS },
      { name: 'people', sdl: PEOPLE },
    ]);
    expect(apiSdl).toContain('pets(after: String, first: Int = 5): [Pet!]!');
    expect(apiSdl).not.toMatch(/join__|_entities|@key/);
    expect(supergraphSdl).toContain('PETS @join__graph(name: "pets", url: "http://pets")');
  });

  test('does not depend on the order of the subgraphs', () => {
    const [people, pets] = [
      { name: 'people', sdl: PEOPLE },
      { name: 'pets', sdl: PETS },
    ];
    expect(compose([people, pets]).supergraphSdl).toBe(compose([pets, people]).supergraphSdl);
  });

  test('that fails says everything that is wrong, a line each, with its code', () => {
    const broken = () =>
      compose([
        { name: 'people', sdl: PEOPLE },
        { name: 'more', sdl: `${LINK} type Query { me: Animal } type Animal { name: String }` },
      ]);
    expect(broken).toThrowError(CompositionError);
    expect(broken).toThrowError(/FIELD_TYPE_MISMATCH/);
  });
});

test('everything without a description is named: types, fields, arguments, input fields, enum values', () => {
  const schema = buildSchema(`
    type Query { things(first: Int): [Thing!]!  "Described." fine("Described." id: ID!): Kind }
    type Thing { id: ID! }
    enum Kind { A }
    input Filter { kind: Kind }
    "Described." scalar When`);
  expect(undescribed(schema)).toEqual([
    'Filter',
    'Filter.kind',
    'Kind',
    'Kind.A',
    'Query.things',
    'Query.things(first:)',
    'Thing',
    'Thing.id',
  ]);
});

test('the error catalogue has a row per code, grouped by area, with nothing that breaks its table', () => {
  const text = printErrorCatalogue([
    { area: 'a', code: 'A_ONE', example: 'x | y\nz', todo: 'Do.', retry: true, status: 503 },
    { area: 'b', code: 'B_ONE', example: 'No ‹what›.', todo: 'Do.', retry: false, status: 404 },
  ]);
  expect(text).toContain('## a\n');
  expect(text).toContain('| `A_ONE` | x \\| y z | Do. | yes | 503 |');
  expect(text).toContain('| `B_ONE` | No ‹what›. | Do. | no | 404 |');
});

test('the permissions have a section per action: who may do it, and its fields by type', () => {
  const text = printPermissions({
    'a.read': { description: 'reading a', audience: ['OWNER', 'VIEWER'], covers: ['A.id', 'A.name', 'Query.a'] },
    'b.open': { description: 'opening b', audience: ['PUBLIC'], covers: ['Mutation.open'] },
  });
  expect(text).toContain('## a.read\n\nReading a: OWNER, VIEWER.\n\n- `A`: id, name\n- `Query`: a\n');
  expect(text).toContain('Opening b: everybody, logged in or not.');
});

describe('files the code says all of', () => {
  function folder(): string {
    const made = mkdtempSync(join(tmpdir(), 'autonomos-print-'));
    onTestFinished(() => rmSync(made, { recursive: true, force: true }));
    return made;
  }

  test('are written when they changed, and then do not differ', async () => {
    const here = folder();
    const files = [{ path: 'schema/a.graphql', text: 'a\n' }];
    expect(await differingFiles(here, files)).toEqual(['schema/a.graphql is missing']);
    expect(await writeFiles(here, files)).toEqual(['schema/a.graphql']);
    expect(await writeFiles(here, files)).toEqual([]);
    expect(await differingFiles(here, files)).toEqual([]);
    expect(readFileSync(join(here, 'schema/a.graphql'), 'utf8')).toBe('a\n');
  });

  test('that differ are named with the first line that does; one that belongs to nothing is named too', async () => {
    const here = folder();
    writeFileSync(join(here, 'a'), 'one\ntwo\nthree\n');
    writeFileSync(join(here, 'old'), '');
    const differing = await differingFiles(here, [
      { path: 'a', text: 'one\n2\nthree\n' },
      { path: 'old', text: null },
    ]);
    expect(differing).toEqual(['a differs from line 2: “two” is committed, “2” is what the code says', 'old belongs to nothing any more']);
  });
});
