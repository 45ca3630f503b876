import { GraphQLError, OperationTypeNode } from 'graphql';
import { assertOutsideUnitOfWork } from '../../../subgraphs/kernel/database/unit-guard.ts';
import { eventStreamSchema } from '../../../subgraphs/kernel/events/event-stream.ts';
import { STREAM_PATH } from '../../../subgraphs/kernel/federation/serve-subgraph.ts';
import type { Logger } from '../../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import type { GatewayContext, OpenedStream } from '../../context.ts';
import { eventOf } from '../event-of.ts';
import type { FetchResult, SubgraphOperation, Source } from '../source.ts';
import { fetchWatch } from '../watch-fetches.ts';
import { UpstreamConnections } from '../upstream/upstream-connections.ts';
import { Breaker } from './breaker.ts';
import { JoinedCalls, partQueries } from './joined-calls.ts';
import { bodyOf, callerKey, headersOf } from './outgoing.ts';
import type { Answer } from './read-answer.ts';
import { DEFAULT_TIMEOUT_MS, REMOTE_LIMITS, type RemoteSubgraph } from './remote-subgraph.ts';
import { SubgraphCalls, type Call } from './subgraph-calls.ts';

type Variables = Readonly<Record<string, unknown>>;

/** A subgraph over HTTP: while it is away its fields are UNAVAILABLE, and nobody else's. */
export function httpSource(subgraph: RemoteSubgraph, metrics: Metrics, logger: Logger | null = null): Source {
  return new HttpSource(subgraph, metrics, logger);
}

class HttpSource implements Source {
  readonly name: string;
  private readonly subgraph: RemoteSubgraph;
  private readonly calls: SubgraphCalls;
  private readonly joined: JoinedCalls | null;
  private readonly headers: (context: GatewayContext) => string[];
  private readonly path: string;
  private readonly upstream: UpstreamConnections;
  private readonly watch: ReturnType<typeof fetchWatch>;

  constructor(subgraph: RemoteSubgraph, metrics: Metrics, logger: Logger | null) {
    const { name, viewerSecret } = subgraph;
    const url = new URL(subgraph.url);
    const limits = { ...REMOTE_LIMITS, ...subgraph.limits };
    this.name = name;
    this.subgraph = subgraph;
    this.path = `${url.pathname}${url.search}`;
    this.headers = headersOf(subgraph);
    this.watch = fetchWatch(name, metrics, 'CLIENT');
    this.joined = (limits.joinEqual ?? viewerSecret === null) ? new JoinedCalls() : null;
    this.upstream = new UpstreamConnections(subgraph, limits);
    this.calls = new SubgraphCalls({
      what: `The ${name} service`,
      origin: url.origin,
      limits,
      breaker: new Breaker(limits, (state) => {
        metrics.subgraphBreaker.set({ subgraph: name }, { CLOSED: 0, HALF_OPEN: 1, OPEN: 2 }[state]);
        if (state !== 'HALF_OPEN') logger?.warn({ subgraph: name, state }, 'the breaker of a subgraph');
      }),
      retried: () => metrics.subgraphRetries.inc({ subgraph: name }),
    });
  }

  fetch(operation: SubgraphOperation, variables: Variables, context: GatewayContext): Promise<FetchResult> {
    return this.watch(() => this.ask(operation, variables, context));
  }

  async open(operation: SubgraphOperation, variables: Variables, context: GatewayContext): Promise<OpenedStream> {
    if (this.subgraph.viewerSecret === null) return this.upstream.open(operation, variables, context);
    const call = this.callOf(STREAM_PATH, bodyOf(operation, variables, null), context, true);
    const { stream, errors } = await this.watch(async () => this.calls.read(await this.calls.send(call)));
    const [error] = errors;
    if (error !== undefined) throw new GraphQLError(error.message, error.extensions === undefined ? {} : { extensions: error.extensions });
    return { kind: 'LOG', stream: eventStreamSchema.parse(stream) };
  }

  close(): Promise<void> {
    this.upstream.close();
    return this.calls.close();
  }

  private async ask(operation: SubgraphOperation, variables: Variables, context: GatewayContext): Promise<FetchResult> {
    assertOutsideUnitOfWork('a graph call');
    const body = bodyOf(operation, variables, eventOf(operation, context));
    if (operation.kind === OperationTypeNode.MUTATION) {
      partQueries();
      try {
        return await this.send(body, context, false);
      } finally {
        partQueries();
      }
    }
    if (this.joined === null) return this.send(body, context, true);
    return this.joined.ask(body, callerKey(this.subgraph, context), () => this.send(body, context, true));
  }

  private async send(body: string, context: GatewayContext, repeatable: boolean): Promise<Answer> {
    return this.calls.read(await this.calls.send(this.callOf(this.path, body, context, repeatable)));
  }

  private callOf(path: string, body: string, context: GatewayContext, repeatable: boolean): Call {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, mutationTimeoutMs = timeoutMs } = this.subgraph;
    return { path, body, repeatable, timeoutMs: repeatable ? timeoutMs : mutationTimeoutMs, headers: this.headers(context) };
  }
}
