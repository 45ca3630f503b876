import { composeServices } from '@apollo/composition';
import { parse, printSchema, type DocumentNode, type GraphQLSchema } from 'graphql';
import { sortDocument } from './sort-document.ts';

export interface Contract {
  name: string;
  sdl: string;
  /** Where gateways reach it; left out where they are told otherwise. */
  url?: string;
}

export interface Composed {
  supergraphSdl: string;
  /** What callers see: no `join__` directives, no `_entities`. */
  api: GraphQLSchema;
  apiSdl: string;
}

/** More would only hide what began it. */
const MAX_FAULTS = 40;

/** Raised with everything that keeps the subgraphs from making one graph, one fault per line. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

/** Composes the subgraphs' contracts into the supergraph, in an order of names. @throws CompositionError */
export function compose(contracts: readonly Contract[]): Composed {
  const services = contracts
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sdl, url }) => ({ name, url: url ?? `http://${name}`, typeDefs: parsed(name, sdl) }));
  const result = composeServices(services);
  if (result.errors !== undefined) throw failure(result.errors.map(({ message, extensions: { code } }) => ({ message, code })));
  const api = result.schema.toAPISchema().toGraphQLJSSchema();
  return { supergraphSdl: sortDocument(result.supergraphSdl), api, apiSdl: sortDocument(printSchema(api)) };
}

function parsed(name: string, sdl: string): DocumentNode {
  try {
    // In one order: composition keeps the order it is given in places.
    return parse(sortDocument(sdl));
  } catch (error) {
    throw failure([{ message: `[${name}] ${error instanceof Error ? error.message : String(error)}`, code: 'INVALID_GRAPHQL' }]);
  }
}

function failure(faults: readonly { message: string; code: unknown }[]): CompositionError {
  const left = faults.length - MAX_FAULTS;
  const lines = faults.slice(0, MAX_FAULTS).map(({ message, code }) => {
    const indented = message.replaceAll('\n', '\n    ');
    return typeof code === 'string' ? `  ${code}: ${indented}` : `  ${indented}`;
  });
  return new CompositionError(`The subgraphs do not make one graph:\n${lines.join('\n')}${left > 0 ? `\n  … and ${left} more` : ''}`);
}
