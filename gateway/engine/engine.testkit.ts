import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { ANONYMOUS } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';
import type { FetchResult, Source } from '../sources/source.ts';
import { createEngine, type Engine } from './engine.ts';
import { loadSupergraph, type Supergraph } from './supergraph.ts';

/** A subgraph of a test: its contract without the federation header, and its resolvers. */
export interface TestSubgraph {
  sdl: string;
  resolvers: Record<string, unknown>;
}

export interface TestGraph {
  supergraph: Supergraph;
  engine: Engine;
  /** What subgraphs were asked, in order. */
  calls: { subgraph: string; text: string; variables: Readonly<Record<string, unknown>> }[];
  /** Subgraphs that cannot be reached from now on. */
  away: Set<string>;
  /** Answers of a subgraph, changed on their way. */
  altered: Map<string, (result: FetchResult) => FetchResult>;
  ask(query: string, variables?: Record<string, unknown>): Promise<ExecutionResult>;
}

const HEADER =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject", "@override", "@context", "@fromContext"])\n';

export const TEST_CONTEXT: GatewayContext = {
  viewer: ANONYMOUS,
  requestId: 'test',
  localOwner: false,
  clientAddress: null,
  clientAgent: null,
  subscription: null,
  grants: { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set(), policies: new Set() },
  forwarded: {},
};

/** Subgraphs in memory, composed and served by an engine. */
export function testGraph(subgraphs: Readonly<Record<string, TestSubgraph>>, options: { defer?: boolean } = {}): TestGraph {
  const services = Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, url: `http://${name}`, typeDefs: parse(HEADER + sdl) }));
  const composed = composeServices(services);
  if (composed.errors !== undefined) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  const supergraph = loadSupergraph(composed.supergraphSdl, options);
  const calls: TestGraph['calls'] = [];
  const away = new Set<string>();
  const altered: TestGraph['altered'] = new Map();
  const source = (name: string, schema: GraphQLSchema): Source => ({
    name,
    async fetch({ text }, variables) {
      calls.push({ subgraph: name, text, variables });
      if (away.has(name)) throw commonErrors.UNAVAILABLE({ what: `The ${name} service` });
      const result = await answer(schema, text, variables);
      return altered.get(name)?.(result) ?? result;
    },
    open: () => Promise.reject(new Error('no subscriptions here')),
    close: () => Promise.resolve(),
  });
  const sources = services.map(({ name, typeDefs }) => {
    const resolvers = subgraphs[name]?.resolvers ?? {};
    return [name, source(name, buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]))] as const;
  });
  const engine = createEngine({ supergraph, sources: new Map(sources) });
  const documents = new Map<string, ReturnType<typeof parse>>();
  return {
    supergraph,
    engine,
    calls,
    away,
    altered,
    async ask(query, variables = {}) {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      const errors = validate(supergraph.apiSchema, document);
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return engine.execute({ document, operationName: null, variables, context: TEST_CONTEXT, permitted: null });
    },
  };
}

/** As over the wire: what comes back is nobody else's. */
async function answer(schema: GraphQLSchema, text: string, variableValues: Readonly<Record<string, unknown>>): Promise<FetchResult> {
  const document = parse(text);
  const errors = validate(schema, document);
  if (errors.length > 0) return { data: null, errors: errors.map((error) => error.toJSON()) };
  const result = await execute({ schema, document, variableValues });
  return JSON.parse(JSON.stringify({ data: result.data ?? null, errors: result.errors ?? [] })) as FetchResult;
}
