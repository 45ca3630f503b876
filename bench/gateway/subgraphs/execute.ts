import type { ExecutionResult } from 'graphql';
import { compileQuery, isCompiledQuery, parse } from '../root-packages.ts';
import { schemaOf } from './schema.ts';
import type { BenchSubgraph } from './subgraph.ts';

/** What a gateway asks of a subgraph. */
export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** Executes a subgraph's operations, each compiled once. @throws Error for a document that the subgraph does not know */
export function executorOf(subgraph: BenchSubgraph): (request: SubgraphRequest) => Promise<ExecutionResult> {
  const schema = schemaOf(subgraph);
  const compiled = new Map<string, ReturnType<typeof compile>>();
  const compile = (query: string, name: string | undefined) => {
    const operation = compileQuery(schema, parse(query), name);
    if (!isCompiledQuery(operation)) throw new Error(`not an operation of this subgraph: ${JSON.stringify(operation)}`);
    return operation;
  };
  return async ({ query, variables, operationName }) => {
    const key = `${operationName ?? ''}\n${query}`;
    const operation = compiled.get(key) ?? compile(query, operationName);
    compiled.set(key, operation);
    return operation.query({}, {}, variables ?? {});
  };
}
