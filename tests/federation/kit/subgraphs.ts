import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import type { SubgraphModule } from './federation.ts';

/** A federation's parts, ready to be executed: its supergraph and an executable schema for each subgraph. */
export interface ComposedFederation {
  supergraphSdl: string;
  schemas: ReadonlyMap<string, GraphQLSchema>;
}

/** @throws Error with composition's messages when the subgraphs do not compose */
export function composeFederation(subgraphs: Readonly<Record<string, SubgraphModule>>): ComposedFederation {
  const result = composeSubgraphs(subgraphs);
  if (typeof result !== 'string') throw new Error(`The subgraphs do not compose:\n${result.errors.join('\n')}`);
  return { supergraphSdl: result, schemas: buildSubgraphs(subgraphs) };
}

/** The supergraph's SDL, or why there is none. */
export function composeSubgraphs(subgraphs: Readonly<Record<string, SubgraphModule>>): string | { errors: string[] } {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  return supergraphSdl ?? { errors: (errors ?? []).map(({ message }) => message) };
}

/** What callers see of a supergraph. */
export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().toGraphQLJSSchema();
}

/** Each subgraph's own executable schema. */
export function buildSubgraphs(subgraphs: Readonly<Record<string, SubgraphModule>>): ReadonlyMap<string, GraphQLSchema> {
  return new Map(Object.entries(subgraphs).map(([name, module]) => [name, buildOne(module)]));
}

function buildOne({ sdl, resolvers }: SubgraphModule): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<unknown> }]);
}
