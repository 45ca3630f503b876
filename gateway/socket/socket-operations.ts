import {
  GraphQLSchema,
  OperationTypeNode,
  getOperationAST,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  type GraphQLError,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { EventStream } from '../../subgraphs/kernel/events/event-stream.ts';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { DomainEvent } from '../../subgraphs/kernel/outbox/consumer.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { GatewayContext } from '../context.ts';
import { SHAPE_LIMITS } from '../door/shape-limits.ts';
import { LiveSubscription } from './live-subscription.ts';
import type { OperationRequest, RunOperation } from './run-operation.ts';
import { sharingKeys, type SharedExecutions } from './shared-executions.ts';
import { ShownError, shown, shownOf } from './shown-error.ts';
import type { SocketSession } from './socket-session.ts';
import { socketErrors } from './socket.errors.ts';
import type { SocketLimits } from './socket-limits.ts';

const MAX_DOCUMENTS = 2_000;
const NO_SCHEMA = new GraphQLSchema({});

const requestSchema = z.object({
  query: z.string(),
  variables: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((value) => value ?? null),
  operationName: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
});

/** What an operation turned out to be, ready to be carried out. */
export type Begun = { kind: 'ONCE'; run: () => Promise<FormattedExecutionResult> } | { kind: 'LIVE'; subscription: LiveSubscription };

export interface OperationDependencies {
  run: RunOperation;
  /** The event log; null where no subgraph of ours is. */
  tail: EventTail | null;
  shared: SharedExecutions;
  limits: SocketLimits;
  /** Subscriptions under way, by tenant. */
  counts: Map<string, number>;
  logger: Logger;
}

/** Begins operations that come over sockets, in the form in which graphql-ws carries them out: with a `Begun` as their root. */
export class SocketOperations {
  private readonly deps: OperationDependencies;
  private readonly documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

  constructor(deps: OperationDependencies) {
    this.deps = deps;
  }

  /** @returns what is to be carried out, or why nothing is; `over` is called when a subscription that began has ended */
  async begin(
    session: SocketSession,
    payload: unknown,
    over: (reason: ShownError | null) => void,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      const parsed = requestSchema.safeParse(payload);
      if (!parsed.success) throw commonErrors.INVALID_INPUT({ reason: 'The payload holds no `query`, or `variables` that are no object.' });
      const request = parsed.data;
      const document = this.document(request.query);
      const operation = document === null ? null : getOperationAST(document, request.operationName);
      // What cannot be parsed or found is told by the pipeline, like over HTTP.
      if (document === null || operation == null) return errorsOf(await this.deps.run(request, session.context(null)));
      const begun: Begun =
        operation.operation === OperationTypeNode.SUBSCRIPTION
          ? { kind: 'LIVE', subscription: await this.subscribe(session, request, document, over) }
          : { kind: 'ONCE', run: () => this.deps.run(request, session.context(null)) };
      return { schema: NO_SCHEMA, document, operationName: request.operationName, rootValue: begun };
    } catch (error) {
      return [shownOf(error, this.deps.logger)];
    }
  }

  private async subscribe(
    session: SocketSession,
    request: OperationRequest,
    document: DocumentNode,
    over: (reason: ShownError | null) => void,
  ): Promise<LiveSubscription> {
    const { tail, limits, counts } = this.deps;
    if (tail === null) throw commonErrors.UNAVAILABLE({ what: 'What is to be followed' });
    const open = (): Promise<EventStream> => this.open(session, request);
    const stream = await open();
    const keyOf = sharingKeys(document, request);
    const { tenantId } = stream.selection;
    const count = counts.get(tenantId) ?? 0;
    if (count >= limits.subscriptionsPerTenant)
      throw socketErrors.TOO_MANY_SUBSCRIPTIONS({ maximum: limits.subscriptionsPerTenant, whose: 'A tenant' });
    counts.set(tenantId, count + 1);
    const subscription: LiveSubscription = new LiveSubscription(
      {
        tail,
        open,
        execute: (event) => this.execute(session, request, keyOf, event),
        refusal: () => session.refusal(),
        shown: (error) => shownOf(error, this.deps.logger),
        over: (reason) => {
          counts.set(tenantId, (counts.get(tenantId) ?? 1) - 1);
          session.subscriptions.delete(subscription);
          over(reason);
        },
      },
      stream,
    );
    session.subscriptions.add(subscription);
    return subscription;
  }

  /** Through the whole pipeline, up to the subgraph that owns the field. */
  private async open(session: SocketSession, request: OperationRequest): Promise<EventStream> {
    const opened: EventStream[] = [];
    const result = await this.deps.run(
      request,
      session.context({ kind: 'OPEN', opened: (stream) => stream.kind === 'LOG' && opened.push(stream.stream) }),
    );
    const [stream] = opened;
    if (stream === undefined) throw errorsOf(result)[0];
    return stream;
  }

  private execute(
    session: SocketSession,
    request: OperationRequest,
    keyOf: (viewer: UserViewer) => string,
    event: DomainEvent,
  ): Promise<FormattedExecutionResult> {
    const context: GatewayContext = session.context({ kind: 'EVENT', event });
    if (context.viewer.kind === 'anonymous') return this.deps.run(request, context);
    return this.deps.shared.get(`${keyOf(context.viewer)} ${event.sequence}`, () => this.deps.run(request, context));
  }

  private document(query: string): DocumentNode | null {
    const known = this.documents.get(query);
    if (known !== undefined) return known;
    try {
      const document = parse(query, { maxTokens: SHAPE_LIMITS.tokens, noLocation: true });
      this.documents.set(query, document);
      return document;
    } catch {
      return null;
    }
  }
}

/** Why a result has nothing to show; never empty. */
function errorsOf({ errors }: FormattedExecutionResult): [ShownError, ...ShownError[]] {
  const [first, ...others] = (errors ?? []).map((error) => new ShownError(error));
  return [first ?? shown(commonErrors.UNAVAILABLE({ what: 'What is to be followed' })), ...others];
}
