import { execute, validate, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { FetchResult, SubgraphOperation, Source } from '../../../gateway/sources/source.ts';

/** Counts what each subgraph was asked; emptied by `clear`. */
export type FetchLog = Map<string, { text: string; variables: Readonly<Record<string, unknown>> }[]>;

/** A subgraph that always answers like one whose host is gone. */
export const DOWN = 'DOWN';

/** Sources over subgraphs of this process: graphql-js validates and executes, with JSON between, as over a network. */
export function testSources(schemas: ReadonlyMap<string, GraphQLSchema | typeof DOWN>, log: FetchLog): Map<string, Source> {
  return new Map([...schemas].map(([name, schema]) => [name, testSource(name, schema, log)]));
}

function testSource(name: string, schema: GraphQLSchema | typeof DOWN, log: FetchLog): Source {
  return {
    name,
    async fetch(operation, variables, context) {
      const { text } = operation;
      const asked = log.get(name) ?? [];
      log.set(name, [...asked, { text, variables: structuredClone(variables) }]);
      if (schema === DOWN) throw new Error(`${name} is down`);
      return await answer(schema, operation, variables, context);
    },
    open: () => Promise.reject(new Error('These subgraphs have no subscriptions')),
    close: async () => {},
  };
}

async function answer(
  schema: GraphQLSchema,
  { document, name }: SubgraphOperation,
  variables: Readonly<Record<string, unknown>>,
  contextValue: unknown,
): Promise<FetchResult> {
  const faults = faultsOf(schema, document);
  if (faults.length > 0) return { data: null, errors: faults };
  const sent = JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
  const result = await execute({ schema, document, variableValues: sent, operationName: name, contextValue });
  const { data, errors } = JSON.parse(JSON.stringify(result)) as {
    data?: Record<string, unknown> | null;
    errors?: GraphQLFormattedError[];
  };
  return { data: data ?? null, errors: errors ?? [] };
}

const validated = new WeakMap<DocumentNode, readonly GraphQLFormattedError[]>();

function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLFormattedError[] {
  const known = validated.get(document);
  if (known !== undefined) return known;
  const faults = validate(schema, document).map((fault) => fault.toJSON());
  validated.set(document, faults);
  return faults;
}
