import { GraphQLError, validate, type DocumentNode, type ExecutionResult } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import type { Source } from '../sources/source.ts';
import type { DeferringOperation } from './compile-operation.ts';
import { runInParts, type IncrementalReply } from './incremental.ts';
import { createOperations, type LatelyAsked } from './operations.ts';
import { createPlanThreads } from './planning/plan-threads.ts';
import { createPlanner, type Planner } from './planning/planner.ts';
import { refused, type EngineReply } from './reply.ts';
import { runOperation } from './run-operation.ts';
import { SupergraphError, type Supergraph } from './supergraph.ts';

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

/** Executes operations on one supergraph. */
export interface Engine {
  /** Never rejects for what a caller or a subgraph did: that is in `errors`, with the client's paths. */
  execute(request: EngineRequest): Promise<ExecutionResult>;
  /** The same, with the data as JSON text. */
  respond(request: EngineRequest): Promise<EngineReply>;
  /** The same; what the operation defers comes in parts, unless only a part of it is permitted. */
  respondInParts(request: EngineRequest): Promise<EngineReply | IncrementalReply>;
  /** What was asked of it lately, the latest first. */
  latest(): readonly LatelyAsked[];
  /** Plans operations before anybody asks for them, one after the other; those that are not valid here are passed over. */
  prepare(operations: readonly LatelyAsked[]): Promise<void>;
  /** When new operations can be planned at once. Never rejects. */
  ready(): Promise<void>;
  /** Ends planning; what runs goes on. */
  close(): Promise<void>;
}

export interface EngineOptions {
  supergraph: Supergraph;
  /** By name of the subgraph. */
  sources: ReadonlyMap<string, Source>;
  /** Where operations are planned: threads of their own keep the event loop free, and take a moment to start. */
  planning?: 'THREADS' | 'HERE';
  /** Is told of each plan that was made, how many seconds it took; operations that were planned before need none. */
  planned?: (seconds: number) => void;
}

/** @throws SupergraphError when the supergraph names a subgraph that there is no source for */
export function createEngine({ supergraph, sources, planning = 'HERE', planned = () => undefined }: EngineOptions): Engine {
  for (const name of supergraph.subgraphs.keys()) {
    if (!sources.has(name)) throw new SupergraphError(`The supergraph names the subgraph ${name}, which is not served here.`);
  }
  const planner = planning === 'THREADS' ? createPlanThreads(supergraph) : plannerHere(supergraph);
  const plan: Planner['plan'] = async (document) => {
    const started = performance.now();
    const made = await planner.plan(document);
    planned((performance.now() - started) / 1_000);
    return made;
  };
  let closed = false;
  const operations = createOperations({ supergraph, sources, plan });
  const respond = async (request: EngineRequest): Promise<EngineReply> => {
    try {
      const compiled = operations.whole(request);
      const operation = compiled instanceof Promise ? await compiled : compiled;
      return operation === null ? refused(new GraphQLError(NO_OPERATION)) : await runOperation(supergraph, operation, request);
    } catch (error) {
      return refused(error);
    }
  };
  // Parts are a wish: what the planner does not plan in parts comes whole.
  const inParts = async (request: EngineRequest): Promise<DeferringOperation | 'WHOLE' | null> => {
    try {
      return await operations.inParts(request);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      return 'WHOLE';
    }
  };
  return {
    respond,
    async respondInParts(request) {
      if (request.permitted !== null) return respond(request);
      try {
        const operation = await inParts(request);
        if (operation === 'WHOLE') return await respond(request);
        return operation === null ? refused(new GraphQLError(NO_OPERATION)) : await runInParts(supergraph, operation, request);
      } catch (error) {
        return refused(error);
      }
    },
    latest: () => operations.latest(),
    async prepare(asked) {
      for (const { document, operationName } of asked.slice(0, MAX_PREPARED)) {
        if (closed) return;
        if (validate(supergraph.apiSchema, document).length > 0) continue;
        // Whoever asks for it will be told what is wrong with it.
        const compiling = async () => operations.whole({ document, operationName, permitted: null, variables: {} });
        await compiling().catch(() => null);
      }
    },
    ready: () => planner.ready(),
    close() {
      closed = true;
      return planner.close();
    },
    async execute(request) {
      const { data, errors } = await respond(request);
      return {
        ...(errors.length === 0 ? {} : { errors }),
        ...(data === undefined ? {} : { data: data === null ? null : (data.toJSON() as Record<string, unknown>) }),
      };
    },
  };
}

/** Operations that are planned beforehand when a supergraph is replaced. */
const MAX_PREPARED = 200;
const NO_OPERATION = 'The document has no such operation.';

function plannerHere(supergraph: Supergraph): Planner {
  return { plan: createPlanner(supergraph), ready: () => Promise.resolve(), close: () => Promise.resolve() };
}
