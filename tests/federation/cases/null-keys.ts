import { among, fed2, type FederationCase } from '../kit/federation.ts';

const SHIPS = [
  { id: 's1', captain: { id: 'c1', license: 'L1' } },
  { id: 's2', captain: null },
  { id: 's3', captain: { id: 'c2', license: null } },
  { id: 's4', captain: { id: 'c3', license: 'L-unknown' } },
];
const LICENSES = [{ license: 'L1', grade: 4 }];

/** Keys that are null, lists with holes, entities nobody has: null, and no error. */
export const nullKeys: FederationCase = {
  name: 'null entities and null keys',
  subgraphs: {
    ships: {
      sdl: fed2(`
        type Query { ships: [Ship] fleet: [[Captain]] }
        type Ship @key(fields: "id") { id: ID! captain: Captain crew: [Captain] }
        type Captain @key(fields: "id") @key(fields: "license") { id: ID! license: String }
      `),
      resolvers: {
        Query: {
          ships: () => [SHIPS[0], null, ...SHIPS.slice(1)],
          fleet: () => [[SHIPS[0]?.captain, null], null, [], [SHIPS[3]?.captain, SHIPS[0]?.captain]],
        },
        Ship: { __resolveReference: among(SHIPS, 'id'), crew: () => [null, SHIPS[2]?.captain, SHIPS[0]?.captain, null] },
      },
    },
    licenses: {
      sdl: fed2(`
        type Captain @key(fields: "license") { license: String grade: Int }
      `),
      resolvers: { Captain: { __resolveReference: among(LICENSES, 'license') } },
    },
  },
  operations: [
    {
      name: 'a key that is null leads to null',
      query: '{ ships { captain { id grade } } }',
      data: {
        ships: [
          { captain: { id: 'c1', grade: 4 } },
          null,
          { captain: null },
          { captain: { id: 'c2', grade: null } },
          { captain: { id: 'c3', grade: null } },
        ],
      },
    },
    {
      name: 'lists of lists with holes keep their shape',
      query: '{ fleet { grade id } }',
      data: {
        fleet: [
          [{ grade: 4, id: 'c1' }, null],
          null,
          [],
          [
            { grade: null, id: 'c3' },
            { grade: 4, id: 'c1' },
          ],
        ],
      },
    },
    {
      name: 'lists with holes inside of lists with holes',
      query: '{ ships { crew { grade } } }',
      data: {
        ships: [0, null, 2, 3, 4].map((ship) => (ship === null ? null : { crew: [null, { grade: null }, { grade: 4 }, null] })),
      },
    },
  ],
};
