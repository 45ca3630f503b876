import { among, fed2, type FederationCase } from '../kit/federation.ts';

const USERS = [
  { __typename: 'User', id: 'u1', name: 'Ann', role: { level: 1 } },
  { __typename: 'User', id: 'u2', name: null, role: null },
];
const ADMINS = [{ __typename: 'Admin', id: 'a1', name: 'Bob', role: { level: 9 } }];

/** Shared fields whose types are stricter in one subgraph, fields of union members that differ: the supergraph shows the laxer one. */
export const typeMismatch: FederationCase = {
  name: 'types of one field that differ by subgraph',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { accounts: [Account!]! users: [User!]! @shareable first: User }
        union Account = User | Admin
        type User @key(fields: "id") { id: ID! name: String @shareable role: Role @shareable }
        type Admin { id: ID! name: String! role: Role! }
        type Role @shareable { level: Int! }
      `),
      resolvers: {
        Query: { accounts: () => [...ADMINS, ...USERS], users: () => USERS, first: () => USERS[0] },
        User: { __resolveReference: among(USERS, 'id') },
      },
    },
    b: {
      sdl: fed2(`
        type Query { users: [User] @shareable someone: [Being] }
        interface Being { id: ID name: String }
        type User implements Being @key(fields: "id") { id: ID name: String @shareable role: Role! @shareable nick: String! }
        type Role @shareable { level: Int }
      `),
      resolvers: {
        Query: { users: () => USERS, someone: () => USERS },
        User: {
          __resolveReference: ({ id }: { id: string }) => ({ id, name: 'Ann', role: { level: 1 } }),
          nick: ({ id }: { id: string }) => `n${id}`,
        },
      },
    },
  },
  operations: [
    {
      name: 'members of a union whose fields of one name differ in strictness',
      query: '{ accounts { ... on User { id name role { level } } ... on Admin { aid: id } } }',
      data: { accounts: [{ aid: 'a1' }, { id: 'u1', name: 'Ann', role: { level: 1 } }, { id: 'u2', name: null, role: null }] },
    },
    {
      name: 'no error where the supergraph allows null',
      query: '{ users { name nick } someone { name ... on User { nick } } first { nick name } }',
      data: {
        users: [
          { name: 'Ann', nick: 'nu1' },
          { name: null, nick: 'nu2' },
        ],
        someone: [
          { name: 'Ann', nick: 'nu1' },
          { name: null, nick: 'nu2' },
        ],
        first: { nick: 'nu1', name: 'Ann' },
      },
    },
  ],
};

const NODES = [
  { __typename: 'Leaf', id: 'l1', up: 'b1', size: 1 },
  { __typename: 'Branch', id: 'b1', up: null, size: 2 },
];
const upOf = ({ up }: { up: string | null }) => NODES.find(({ id }) => id === up) ?? null;
const downOf = (node: { id: string }) => NODES.filter(({ up }) => up === node.id);

/** Types that lead back to themselves, by entities and by interfaces. */
export const circular: FederationCase = {
  name: 'circular references',
  subgraphs: {
    tree: {
      sdl: fed2(`
        type Query { leaf: Leaf nodes: [Node!]! }
        interface Node { id: ID! up: Node }
        type Leaf implements Node @key(fields: "id") { id: ID! up: Node }
        type Branch implements Node @key(fields: "id") { id: ID! up: Node down: [Node] }
      `),
      resolvers: {
        Query: { leaf: () => NODES[0], nodes: () => NODES },
        Leaf: { up: upOf, __resolveReference: among(NODES, 'id') },
        Branch: { up: upOf, down: downOf, __resolveReference: among(NODES, 'id') },
      },
    },
    sizes: {
      sdl: fed2(`
        type Query { bigBranch: Branch }
        type Leaf @key(fields: "id") { id: ID! size: Int twin: Leaf! }
        type Branch @key(fields: "id") { id: ID! size: Int leaves: [Leaf!] }
      `),
      resolvers: {
        Query: { bigBranch: () => NODES[1] },
        Leaf: { __resolveReference: among(NODES, 'id'), twin: (it: object) => it },
        Branch: { __resolveReference: among(NODES, 'id'), leaves: () => [NODES[0]] },
      },
    },
  },
  operations: [
    {
      name: 'there and back over both subgraphs',
      query:
        '{ leaf { size up { id ... on Branch { size leaves { up { ... on Branch { down { ... on Leaf { twin { size id up { id } } } } } } } } } } }',
      data: {
        leaf: { size: 1, up: { id: 'b1', size: 2, leaves: [{ up: { down: [{ twin: { size: 1, id: 'l1', up: { id: 'b1' } } }] } }] } },
      },
    },
    {
      name: 'on interfaces, with one alias for fields of two types',
      query: '{ nodes { up { up { id } id } ... on Leaf { x: size } ... on Branch { y: id size } } bigBranch { down { id } size } }',
      data: {
        nodes: [
          { up: { up: null, id: 'b1' }, x: 1 },
          { up: null, y: 'b1', size: 2 },
        ],
        bigBranch: { down: [{ id: 'l1' }], size: 2 },
      },
    },
  ],
};
