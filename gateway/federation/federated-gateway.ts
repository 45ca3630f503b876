import { setTimeout as sleep } from 'node:timers/promises';
import type {
  GatewayExecutionResult,
  GatewayExecutor,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { GatewayContext } from '../context.ts';
import type { EngineRequest } from '../engine/engine.ts';
import type { IncrementalReply } from '../engine/incremental.ts';
import type { EngineReply } from '../engine/reply.ts';
import type { Supergraph } from '../engine/supergraph.ts';
import type { Generation } from './generation.ts';
import { makeGeneration, type GenerationOptions, type Maker } from './make-generation.ts';

/** Requests that were let in before a supergraph was replaced have asked for their engine by then. */
const SETTLING_MS = 5_000;

/** An operation of a request, as Apollo Server hands it over. */
export interface AskedOperation {
  /** What callers saw when it was validated. */
  schema: GraphQLSchema;
  document: DocumentNode;
  request: { operationName?: string | null; variables?: Readonly<Record<string, unknown>> | null };
  context: GatewayContext;
}

export interface FederationOptions extends GenerationOptions {
  supergraphSdl: string;
  logger: Logger;
}

/** The graph of a supergraph as Apollo Server takes it. The supergraph can be replaced while requests are under way. */
export class FederatedGateway implements GatewayInterface {
  private readonly options: FederationOptions;
  private readonly listeners = new Set<GatewaySchemaLoadOrUpdateCallback>();
  private readonly makers: Maker[] = [];
  private readonly generations = new WeakMap<GraphQLSchema, Generation>();
  private readonly finished = new WeakMap<GatewayContext, GatewayExecutionResult>();
  private readonly closing = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private current: Generation | null = null;

  constructor(options: FederationOptions) {
    this.options = options;
  }

  /** Something worked out of each supergraph, before it is served; what `make` throws refuses it. @returns what belongs to the schema callers see */
  derive<T>(make: (supergraph: Supergraph) => T): (schema: GraphQLSchema) => T {
    const made = new WeakMap<GraphQLSchema, { value: T }>();
    this.makers.push((supergraph) => {
      const value = make(supergraph);
      return () => void made.set(supergraph.apiSchema, { value });
    });
    return (schema) => {
      const found = made.get(schema);
      if (found === undefined) throw new Error('this schema was never served');
      return found.value;
    };
  }

  /** For Apollo Server, when it starts. @throws SupergraphError */
  async load(): Promise<GatewayLoadResult> {
    // Whoever asks first does not wait for planning to start.
    await this.serve(this.options.supergraphSdl).engine.ready();
    // Contexts are known to the interface only as records.
    const executor = async (asked: Parameters<GatewayExecutor>[0] & { context: GatewayContext }) =>
      this.finished.get(asked.context) ?? this.execute(asked);
    return { executor: executor as GatewayExecutor };
  }

  onSchemaLoadOrUpdate(listener: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /**
   * Serves another supergraph from now on; requests under way end on the one they began on.
   * @returns false when it is the one that is served already
   * @throws SupergraphError when it cannot be served; nothing has changed then
   */
  replace(sdl: string): boolean {
    const before = this.current;
    if (before?.supergraph.sdl === sdl) return false;
    const { engine } = this.serve(sdl);
    if (before !== null) {
      // What people are asking these days they will ask again in a moment.
      if (this.options.planning === 'THREADS') void engine.prepare(before.engine.latest());
      this.retire(before);
    }
    return true;
  }

  /** What was made of the supergraph behind the schema that a request began on. To be held for as long as something is under way on it. */
  generationOf(schema: GraphQLSchema): Generation {
    const generation = this.generations.get(schema);
    if (generation === undefined) throw new Error('this schema was never served');
    return generation;
  }

  /** A request's result, for when Apollo Server asks for it. */
  keepResult(context: GatewayContext, result: GatewayExecutionResult): void {
    this.finished.set(context, result);
  }

  /** Executes an operation that may be asked. Its data is text already. */
  async execute(asked: AskedOperation): Promise<GatewayExecutionResult> {
    const generation = this.generationOf(asked.schema);
    const { request, denied } = judged(generation, asked);
    generation.hold();
    try {
      return resultOf(await generation.engine.respond(request), denied);
    } finally {
      generation.release();
    }
  }

  /** The same for who takes what is deferred in parts; a plain result when there are none. */
  async executeInParts(asked: AskedOperation): Promise<GatewayExecutionResult | IncrementalReply> {
    const generation = this.generationOf(asked.schema);
    const { request, denied } = judged(generation, asked);
    generation.hold();
    const reply = await generation.engine.respondInParts(request);
    if ('deliveries' in reply) return { ...reply, deliveries: endingWith(reply.deliveries, () => generation.release()) };
    generation.release();
    return resultOf(reply, denied);
  }

  /** Lets go of every connection, once what is under way is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.current?.close(), ...this.closing]);
  }

  private serve(sdl: string): Generation {
    const generation = makeGeneration(sdl, this.options, this.makers);
    const { apiSchema } = generation.supergraph;
    this.generations.set(apiSchema, generation);
    this.current = generation;
    for (const listener of this.listeners) listener({ apiSchema, coreSupergraphSdl: sdl });
    return generation;
  }

  private retire(generation: Generation): void {
    const settled = sleep(SETTLING_MS, null, { signal: this.stopping.signal, ref: false }).catch(() => null);
    const closed = settled
      .then(() => generation.close())
      .catch((error: unknown) => this.options.logger.warn({ err: error }, 'connections of a replaced supergraph did not close'));
    this.closing.add(closed);
    void closed.then(() => this.closing.delete(closed));
  }
}

const NO_VARIABLES = Object.freeze({});

/** What of an operation may be asked, as the engine takes it, with the errors of what may not. */
function judged(
  { authorization }: Generation,
  { document, request: { operationName = null, variables }, context }: AskedOperation,
): { request: EngineRequest; denied: readonly GraphQLError[] } {
  const { permitted, errorsFor } = authorization.judge(document, operationName, context.grants);
  const sent = variables ?? NO_VARIABLES;
  return { request: { document, operationName, variables: sent, context, permitted }, denied: errorsFor(sent) };
}

/** Data is text already; whoever wants objects asks for them. */
function resultOf({ data, errors }: EngineReply, denied: readonly GraphQLError[]): GatewayExecutionResult {
  const all = denied.length === 0 ? errors : [...errors, ...denied];
  const result: GatewayExecutionResult = {};
  if (all.length > 0) result.errors = all;
  if (data !== undefined) result.data = data as GatewayExecutionResult['data'] & {};
  return result;
}

async function* endingWith<T>(all: AsyncIterable<T>, end: () => void): AsyncGenerator<T> {
  try {
    yield* all;
  } finally {
    end();
  }
}
