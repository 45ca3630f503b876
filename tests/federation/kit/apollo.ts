import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { QueryPlanner } from '@apollo/query-planner';
import { getOperationAST, parse, type DocumentNode } from 'graphql';
import type { Source } from '../../../gateway/sources/source.ts';
import { testContext } from './context.ts';
import { plainReply, type Run } from './runner.ts';

/** Apollo's own executor over the same planner and sources: what everybody's federation does today. */
export function runApollo(supergraphSdl: string, sources: ReadonlyMap<string, Source>): Run {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const api = supergraph.apiSchema();
  const [apiSchema, schema] = [api.toGraphQLJSSchema(), supergraph.schema.toGraphQLJSSchema()];
  const planner = new QueryPlanner(supergraph);
  return async ({ document, variables, operationName }) => {
    const context = testContext();
    const name = operationName === null ? {} : { operationName };
    const operation = operationFromDocument(api, document, name);
    const services = Object.fromEntries([...sources].map(([key, source]) => [key, dataSource(source, () => context)]));
    const request = { variables: { ...operation.collectDefaultedVariableValues(), ...structuredClone(variables) } };
    const result = await executeQueryPlan(
      planner.buildQueryPlan(operation),
      services,
      { request, context, metrics: {}, logger: SILENT } as never,
      buildOperationContext({ schema: apiSchema, operationDocument: document, ...name }),
      schema,
      api,
    );
    return plainReply(result);
  };
}

const quiet = () => {};
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const parsed = new Map<string, DocumentNode>();

function dataSource(source: Source, contextOf: () => ReturnType<typeof testContext>): GraphQLDataSource {
  return {
    async process({ request }) {
      const text = request.query ?? '';
      const document = parsed.get(text) ?? parse(text);
      parsed.set(text, document);
      const name = request.operationName ?? null;
      const kind = getOperationAST(document, name)?.operation ?? 'query';
      const { data, errors } = await source.fetch({ text, name, kind: kind as never, document }, request.variables ?? {}, contextOf());
      return { data, ...(errors.length === 0 ? {} : { errors }) };
    },
  };
}
