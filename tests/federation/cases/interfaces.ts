import { among, fed2, type FederationCase } from '../kit/federation.ts';

const CATS = [{ __typename: 'Cat', id: 'c1', name: 'Tom', lives: 9 }];
const DOGS = [
  { __typename: 'Dog', id: 'd1', name: 'Rex', tricks: ['sit'] },
  { __typename: 'Dog', id: 'd2', name: 'Ulf', tricks: null },
];
const PETS = [CATS[0], DOGS[0], null, DOGS[1]];
const CHECKS = [
  { id: 'c1', weight: 4, vet: { name: 'V', tom: true } },
  { id: 'd1', weight: 30, vet: null },
];

/** An interface whose types have fields in several subgraphs, and which one subgraph knows under fewer types and fields. */
export const interfaces: FederationCase = {
  name: 'interfaces spread over subgraphs',
  subgraphs: {
    pets: {
      sdl: fed2(`
        type Query { pets: [Pet] owner: Owner }
        type Owner { favourite: Pet! all: [[Pet!]!] }
        interface Pet { id: ID! name: String }
        interface Named { name: String }
        type Cat implements Pet & Named @key(fields: "id") { id: ID! name: String lives: Int }
        type Dog implements Pet & Named @key(fields: "id") { id: ID! name: String tricks: [String!] }
      `),
      resolvers: {
        Query: { pets: () => PETS, owner: () => ({ favourite: CATS[0], all: [[CATS[0], DOGS[0]], []] }) },
        Cat: { __resolveReference: among(CATS, 'id') },
        Dog: { __resolveReference: among(DOGS, 'id') },
      },
    },
    clinic: {
      sdl: fed2(`
        type Query { patients: [Patient!] }
        interface Patient { id: ID! weight: Int }
        type Cat implements Patient @key(fields: "id") { id: ID! weight: Int vet: Vet }
        type Dog implements Patient @key(fields: "id") { id: ID! weight: Int vet: Vet }
        type Vet { name: String }
      `),
      resolvers: {
        Query: {
          patients: () => [
            { __typename: 'Dog', ...CHECKS[1] },
            { __typename: 'Cat', ...CHECKS[0] },
          ],
        },
        Cat: { __resolveReference: among(CHECKS, 'id') },
        Dog: { __resolveReference: among(CHECKS, 'id') },
      },
    },
    birds: {
      sdl: fed2(`
        type Query { flyers: [Pet] }
        interface Pet { id: ID! name: String }
        type Parrot implements Pet @key(fields: "id") { id: ID! name: String words: Int }
      `),
      resolvers: {
        Query: { flyers: () => [{ __typename: 'Parrot', id: 'p1', name: 'Polly', words: 20 }] },
        Parrot: { __resolveReference: (it: object) => it },
      },
    },
  },
  operations: [
    {
      name: 'fields of the interface and of each type',
      query: '{ pets { __typename id name ... on Cat { lives weight } ... on Dog { tricks vet { name } } } }',
      data: {
        pets: [
          { __typename: 'Cat', id: 'c1', name: 'Tom', lives: 9, weight: 4 },
          { __typename: 'Dog', id: 'd1', name: 'Rex', tricks: ['sit'], vet: null },
          null,
          { __typename: 'Dog', id: 'd2', name: 'Ulf', tricks: null, vet: null },
        ],
      },
    },
    {
      name: 'an interface that another subgraph declares',
      query: '{ pets { ... on Patient { weight __typename } name } owner { favourite { ... on Patient { w: weight } } } }',
      data: {
        pets: [
          { weight: 4, __typename: 'Cat', name: 'Tom' },
          { weight: 30, __typename: 'Dog', name: 'Rex' },
          null,
          { weight: null, __typename: 'Dog', name: 'Ulf' },
        ],
        owner: { favourite: { w: 4 } },
      },
    },
    {
      name: 'and the other way round',
      query: '{ patients { weight ... on Pet { name } ... on Named { again: name } ... on Dog { tricks } } }',
      data: {
        patients: [
          { weight: 30, name: 'Rex', again: 'Rex', tricks: ['sit'] },
          { weight: 4, name: 'Tom', again: 'Tom' },
        ],
      },
    },
    {
      name: 'types that one subgraph knows nothing of',
      query: '{ flyers { name ... on Parrot { words } ... on Cat { weight } ... on Patient { weight } } }',
      data: { flyers: [{ name: 'Polly', words: 20 }] },
    },
    {
      name: 'lists of lists of them, fragments in fragments',
      query: `{ owner { all { ...P } } }
        fragment P on Pet { ... on Patient { ...Q } ... on Dog { tricks } }
        fragment Q on Patient { id ... on Pet { name ... on Cat { vet { name } } } }`,
      data: {
        owner: {
          all: [
            [
              { id: 'c1', name: 'Tom', vet: { name: 'V' } },
              { id: 'd1', name: 'Rex', tricks: ['sit'] },
            ],
            [],
          ],
        },
      },
    },
    {
      name: 'a type condition that no type meets, and one that is skipped',
      query:
        'query ($no: Boolean!) { pets { ... on Parrot { words } ... on Cat @include(if: $no) { lives } ... on Dog @skip(if: $no) { id } } }',
      variables: { no: false },
      data: { pets: [{}, { id: 'd1' }, null, { id: 'd2' }] },
    },
  ],
};
