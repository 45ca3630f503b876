/** One operation that every gateway is asked. */
export interface BenchOperation {
  /** What `--only` and the tables call it. */
  name: 'deep' | 'small' | 'distinct' | 'abstract' | 'mutation';
  about: string;
  query: string;
}

const USER = 'id name username';
const PRODUCT = 'upc name price weight inStock shippingEstimate';
const REVIEW = 'id body rating';

/** The operations, in the order in which they are measured. */
export const OPERATIONS: readonly BenchOperation[] = [
  {
    name: 'deep',
    about: '16 fetches, deep hops between entities that repeat',
    query: `query Deep {
      users {
        ${USER}
        reviews {
          ${REVIEW}
          product {
            ${PRODUCT}
            reviews { ${REVIEW} author { ${USER} reviews { ${REVIEW} product { ${PRODUCT} } } } }
          }
        }
      }
      topProducts {
        ${PRODUCT}
        reviews { ${REVIEW} author { ${USER} reviews { ${REVIEW} product { ${PRODUCT} } } } }
      }
    }`,
  },
  { name: 'small', about: 'one fetch', query: `query Small { me { ${USER} birthYear } }` },
  {
    name: 'distinct',
    about: 'a list of 100 entities, none of them twice',
    query: `query Distinct { topProducts(first: 100) { ${PRODUCT} } }`,
  },
  {
    name: 'abstract',
    about: 'an interface and a union, with hops on their types',
    query: `query Abstract {
      shelf { __typename id title ... on Book { pages inStock rating } ... on Gadget { volts inStock } }
      found { __typename ... on Shelved { title } ... on Book { rating } ... on Gadget { rating } ... on Product { upc name inStock } }
    }`,
  },
  {
    name: 'mutation',
    about: 'a mutation, and what other subgraphs know of its result',
    query: `mutation Add { addReview(upc: "p3", body: "as promised") { ${REVIEW} author { ${USER} } product { ${PRODUCT} } } }`,
  },
];
