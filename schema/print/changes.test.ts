import { describe, expect, test } from 'vitest';
import { changesSince } from './changes.ts';
import { markFaults, readMarks } from './marked-changes.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';
const api = (sdl: string): Map<string, string> => new Map([['api', sdl]]);

describe('what has changed since the release', () => {
  test.each([
    ['a field that is gone', 'type Query { a: Int b: Int }', 'type Query { a: Int }', 'breaking', 'Query.b was removed.'],
    [
      'a field that was announced to go',
      'type Query { a: Int b: Int @deprecated(reason: "a") }',
      'type Query { a: Int }',
      'announced',
      'Query.b was removed.',
    ],
    [
      'an argument that is required',
      'type Query { a: Int }',
      'type Query { a(first: Int!): Int }',
      'breaking',
      'A required arg first on Query.a was added.',
    ],
    [
      'a value more, which clients may not know',
      'type Query { a: E } enum E { X }',
      'type Query { a: E } enum E { X Y }',
      'dangerous',
      'Y was added to enum type E.',
    ],
  ] as const)('tells of %s', (_name, before, after, kind, change) => {
    expect(changesSince(api(before), api(after))).toEqual({
      breaking: [],
      announced: [],
      dangerous: [],
      [kind]: [{ graph: 'api', change }],
    });
  });

  test('says nothing of what is new', () => {
    const changes = changesSince(api('type Query { a: Int }'), api('type Query { a: Int b: Int } type New { c: Int }'));
    expect(changes).toEqual({ breaking: [], announced: [], dangerous: [] });
  });

  test('looks into each subgraph, also for what callers do not see', () => {
    const before = new Map([
      ['people', `${LINK} type Query { me: Person } type Person @key(fields: "id") { id: ID! name: String }`],
      ['pets', `${LINK} type Query { pets: [String] }`],
    ]);
    const after = new Map([['people', `${LINK} type Query { me: Person } type Person @key(fields: "id") { id: ID! }`]]);
    expect(changesSince(before, after).breaking).toEqual([
      { graph: 'people', change: 'Person.name was removed.' },
      { graph: 'pets', change: 'The subgraph was removed.' },
    ]);
  });
});

describe('a breaking change', () => {
  const removed = { graph: 'api', change: 'Query.b was removed.' };

  test('is refused with the entry that would mark it, and let through with a mark', () => {
    expect(markFaults([removed], [])).toEqual([expect.stringContaining('- graph: api\n    change: "Query.b was removed."')]);
    const marks = readMarks('- graph: api\n  change: Query.b was removed.\n  reason: It never worked; use a.');
    expect(markFaults([removed], marks)).toEqual([]);
  });

  test('that is not there any more takes its mark with it', () => {
    expect(markFaults([], [removed])).toEqual([expect.stringContaining('is not there: api: Query.b was removed.')]);
  });

  test('is marked with a reason', () => {
    expect(() => readMarks('- graph: api\n  change: Query.b was removed.')).toThrowError(/reason/);
    expect(readMarks('# none\n')).toEqual([]);
  });
});
