import type { GraphQLSchema } from 'graphql';
import { buildSubgraphSchema, parse } from '../root-packages.ts';
import type { BenchSubgraph } from './subgraph.ts';

/** A subgraph's schema, which answers by its resolvers. */
export function schemaOf({ typeDefs, resolvers }: BenchSubgraph): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
}
