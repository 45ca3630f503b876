import { GraphQLError, OperationTypeNode, getVariableValues, type DocumentNode, type ExecutionResult } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { Source } from '../sources/source.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { createOperations, type CompiledOperation } from './operations.ts';
import { createPlanThreads } from './planning/plan-threads.ts';
import { createPlanner, type Planner } from './planning/planner.ts';
import { NULL } from './response/pass.ts';
import { ResponseData } from './response/response-data.ts';
import { addFault } from './failures/faults.ts';
import { SupergraphError, type Supergraph } from './supergraph.ts';
import type { Run } from './steps/run.ts';

/** One operation of a caller. */
export interface EngineRequest {
  /** Validated against the API schema; the same object for the same text, because what is compiled is kept by it. */
  document: DocumentNode;
  operationName: string | null;
  /** As sent. */
  variables: Readonly<Record<string, unknown>>;
  context: GatewayContext;
  /** What may be asked of it: the document without what is denied, null when nothing is left. Null: everything. */
  permitted: { document: DocumentNode | null } | null;
}

/** A response whose data is text already. */
export interface EngineReply {
  /** Null when a null went all the way up; undefined when the operation was not carried out at all. */
  data: ResponseData | null | undefined;
  errors: readonly GraphQLError[];
}

/** Executes operations on one supergraph. */
export interface Engine {
  /** Never rejects for what a caller or a subgraph did: that is in `errors`, with the client's paths. */
  execute(request: EngineRequest): Promise<ExecutionResult>;
  /** The same, with the data as JSON text. */
  respond(request: EngineRequest): Promise<EngineReply>;
  /** Ends planning; what runs goes on. */
  close(): Promise<void>;
}

export interface EngineOptions {
  supergraph: Supergraph;
  /** By name of the subgraph. */
  sources: ReadonlyMap<string, Source>;
  /** Where operations are planned: threads of their own keep the event loop free, and take a moment to start. */
  planning?: 'THREADS' | 'HERE';
}

/** @throws SupergraphError when the supergraph names a subgraph that there is no source for */
export function createEngine({ supergraph, sources, planning = 'HERE' }: EngineOptions): Engine {
  for (const name of supergraph.subgraphs.keys()) {
    if (!sources.has(name)) throw new SupergraphError(`The supergraph names the subgraph ${name}, which is not served here.`);
  }
  const planner = planning === 'THREADS' ? createPlanThreads(supergraph) : plannerHere(supergraph);
  const operations = createOperations(supergraph, sources, (document) => planner.plan(document));
  const respond = async (request: EngineRequest): Promise<EngineReply> => {
    try {
      const compiled = operations(request);
      const operation = compiled instanceof Promise ? await compiled : compiled;
      return operation === null
        ? refused(new GraphQLError('The document has no such operation.'))
        : await run(supergraph, operation, request);
    } catch (error) {
      return refused(error);
    }
  };
  return {
    respond,
    close: () => planner.close(),
    async execute(request) {
      const { data, errors } = await respond(request);
      return {
        ...(errors.length === 0 ? {} : { errors }),
        ...(data === undefined ? {} : { data: data === null ? null : (data.toJSON() as Record<string, unknown>) }),
      };
    },
  };
}

function plannerHere(supergraph: Supergraph): Planner {
  return { plan: createPlanner(supergraph), close: () => Promise.resolve() };
}

async function run(supergraph: Supergraph, compiled: CompiledOperation, request: EngineRequest): Promise<EngineReply> {
  const { definition } = compiled.operation;
  const { coerced, errors } = getVariableValues(supergraph.apiSchema, definition.variableDefinitions ?? [], request.variables);
  if (errors !== undefined) return { data: undefined, errors };
  const run: Run = {
    context: request.context,
    variables: request.variables,
    coerced,
    data: {},
    errors: [],
    known: new Map(),
    shared: new Set(),
    absent: new Set(),
    clientPath: compiled.clientPath,
  };
  const pending = compiled.step?.(run, [run.data]);
  if (pending !== undefined) await pending;
  // A subscription that is only opened has told nothing yet.
  if (definition.operation === OperationTypeNode.SUBSCRIPTION && request.context.subscription?.kind === 'OPEN')
    return { data: null, errors: run.errors };
  const text = compiled.respond(run, (error, path) => addFault(run.errors, error, path));
  return { data: text === NULL ? null : new ResponseData(text), errors: run.errors };
}

function refused(error: unknown): EngineReply {
  if (error instanceof GraphQLError) return { data: undefined, errors: [error] };
  const message = error instanceof Error ? error.message : String(error);
  const extensions = error instanceof DomainError ? { ...error.extensions } : {};
  return {
    data: undefined,
    errors: [new GraphQLError(message, { extensions, ...(error instanceof Error ? { originalError: error } : {}) })],
  };
}
