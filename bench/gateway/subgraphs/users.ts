import { LINK, numbers, type BenchSubgraph } from './subgraph.ts';

interface User {
  id: string;
  name: string;
  username: string;
  birthYear: number;
}

const USERS: readonly User[] = numbers(20).map((number) => ({
  id: `u${number}`,
  name: `Person Number ${number}`,
  username: `person-${number}`,
  birthYear: 1960 + ((number * 7) % 40),
}));
const BY_ID = new Map(USERS.map((user) => [user.id, user]));
const SHOWN_FIRST = 7;

/** People. */
export const users: BenchSubgraph = {
  name: 'users',
  typeDefs: `${LINK}
    type Query {
      me: User!
      users: [User!]!
      everybody: [User!]!
    }
    type User @key(fields: "id") {
      id: ID!
      name: String!
      username: String!
      birthYear: Int!
    }`,
  resolvers: {
    Query: {
      me: () => USERS[0],
      users: () => USERS.slice(0, SHOWN_FIRST),
      everybody: () => USERS,
    },
    User: { __resolveReference: ({ id }: User) => BY_ID.get(id) ?? null },
  },
};
