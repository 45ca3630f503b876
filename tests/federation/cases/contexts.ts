import { fed2, type FederationCase } from '../kit/federation.ts';

const itself = (reference: object) => reference;

/** @fromContext: an argument that a field gets from an ancestor in another subgraph. */
export const contexts: FederationCase = {
  name: '@fromContext',
  subgraphs: {
    people: {
      sdl: fed2(`
        type Query { me: Person guest: Guest }
        type Person @key(fields: "id") @context(name: "reader") { id: ID! locale: String! account: Account! }
        type Guest @key(fields: "id") @context(name: "reader") { id: ID! locale: String! accounts: [Account] }
        type Account @key(fields: "id") { id: ID! greeting(loud: Boolean, locale: String @fromContext(field: "$reader { locale }")): String }
      `),
      resolvers: {
        Query: {
          me: () => ({ id: 'p', locale: 'de', account: { id: 'a1' } }),
          guest: () => ({ id: 'g', locale: 'fr', accounts: [{ id: 'a2' }, null, { id: 'a3' }] }),
        },
        Person: { __resolveReference: itself, locale: () => 'de', account: () => ({ id: 'a1' }) },
        Guest: { __resolveReference: itself, locale: () => 'fr' },
        Account: {
          __resolveReference: itself,
          greeting: ({ id }: { id: string }, { locale, loud }: { locale?: string; loud?: boolean }) =>
            `${id}-${locale}${loud === true ? '!' : ''}`,
        },
      },
    },
    money: {
      sdl: fed2('type Account @key(fields: "id") { id: ID! cents: Int }'),
      resolvers: { Account: { __resolveReference: itself, cents: ({ id }: { id: string }) => Number(id.slice(1)) } },
    },
  },
  operations: [
    { name: 'one ancestor', query: '{ me { account { greeting cents } } }', data: { me: { account: { greeting: 'a1-de', cents: 1 } } } },
    {
      name: 'beside arguments of the caller',
      query: 'query ($l: Boolean) { me { account { greeting(loud: $l) } } }',
      variables: { l: true },
      data: { me: { account: { greeting: 'a1-de!' } } },
    },
    {
      name: 'in lists with holes',
      query: '{ guest { accounts { greeting cents } } }',
      data: { guest: { accounts: [{ greeting: 'a2-fr', cents: 2 }, null, { greeting: 'a3-fr', cents: 3 }] } },
    },
    {
      name: 'two ancestors in one operation',
      query: '{ guest { accounts { g: greeting } } me { account { greeting } locale } }',
      data: { guest: { accounts: [{ g: 'a2-fr' }, null, { g: 'a3-fr' }] }, me: { account: { greeting: 'a1-de' }, locale: 'de' } },
    },
  ],
};
