import { composeServices } from '@apollo/composition';
import { parse, printSchema, type GraphQLSchema } from 'graphql';
import { sortDocument } from './sort-document.ts';

export interface Contract {
  name: string;
  sdl: string;
}

export interface Composed {
  supergraphSdl: string;
  /** What callers see: no `join__` directives, no `_entities`. */
  api: GraphQLSchema;
  apiSdl: string;
}

/** Raised with everything that keeps the subgraphs from making one graph, one fault per line. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

/** Composes the subgraphs' contracts into the supergraph, in an order of names. @throws CompositionError */
export function compose(contracts: readonly Contract[]): Composed {
  const services = contracts
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (result.errors !== undefined) {
    const faults = result.errors.map(({ message, extensions: { code } }) => {
      const lines = message.replaceAll('\n', '\n    ');
      return typeof code === 'string' ? `  ${code}: ${lines}` : `  ${lines}`;
    });
    throw new CompositionError(`The subgraphs do not make one graph:\n${faults.join('\n')}`);
  }
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraphSdl: sortDocument(result.supergraphSdl), api, apiSdl: sortDocument(printSchema(api)) };
}
