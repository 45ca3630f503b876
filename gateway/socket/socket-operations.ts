import { GraphQLSchema, parse, type DocumentNode, type ExecutionArgs, type FormattedExecutionResult, type GraphQLError } from 'graphql';
import { z } from 'zod';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { OpenedStream } from '../context.ts';
import type { RequestJournal } from '../plugins/request-journal.ts';
import { newTicket } from '../limits/ticket.ts';
import { resolvedRequest } from '../persisted/resolved-request.ts';
import type { PersistedDocuments } from '../persisted/persisted-documents.ts';
import { follow, type Tellable } from './followed.ts';
import type { Headcount } from './headcount.ts';
import { LiveSubscription } from './live-subscription.ts';
import { payloadOf, tailOf, type Payload } from './payload.ts';
import type { OperationRequest, RunOperation } from './run-operation.ts';
import type { SharedPayloads } from './shared-payloads.ts';
import { sharingKey, type DataKey, type SharingKey } from './sharing-key.ts';
import { ShownError, shown, shownOf } from './shown-error.ts';
import type { SocketSession } from './socket-session.ts';
import { socketErrors } from './socket.errors.ts';

/** graphql-ws wants to see one before it carries anything out; the real one is parsed, once, by the pipeline. */
const DOCUMENT = parse('{ __typename }');
const NO_SCHEMA = new GraphQLSchema({});

const orNull = <T>(value: T | null | undefined): T | null => value ?? null;
const requestSchema = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish().transform(orNull),
  operationName: z.string().nullish().transform(orNull),
  extensions: z.record(z.string(), z.unknown()).nullish().transform(orNull),
  documentId: z.string().max(200).nullish().transform(orNull),
});

/** What an operation turned out to be: done already, or a subscription that is to be told. Either sends by itself and yields nothing. */
export type Begun = AsyncIterableIterator<never>;

export interface OperationDependencies {
  run: RunOperation;
  /** The event log; null where no subgraph of ours is. */
  tail: EventTail | null;
  /** Documents that clients may name instead of sending them; null: none. */
  documents: PersistedDocuments | null;
  shared: SharedPayloads;
  /** What of the data a subscriber may see; equal subscriptions share what they are told only where that is equal. */
  dataKey: DataKey;
  /** Subscriptions under way. */
  headcount: Headcount;
  requests: Pick<RequestJournal, 'refused' | 'subscriptionEnded'>;
  logger: Logger;
}

/** How a subscription reaches its subscriber. */
export interface Subscriber {
  /** Sends a result. @param tail its message from the payload on, UTF-8 @returns when there is room for more; null: there is */
  send: (tail: Buffer) => Promise<void> | null;
  /** Called when a subscription that began has ended. */
  over: (reason: ShownError | null) => void;
}

interface Opened {
  kind: 'OPENED';
  stream: OpenedStream;
  keyOf: SharingKey;
}

type Found =
  | Opened
  | { kind: 'DONE'; result: FormattedExecutionResult }
  | { kind: 'REFUSED'; errors: readonly [ShownError, ...ShownError[]] };

/** Begins operations that come over sockets, in the form in which graphql-ws carries them out: with a `Begun` as their root. */
export class SocketOperations {
  private readonly deps: OperationDependencies;

  constructor(deps: OperationDependencies) {
    this.deps = deps;
  }

  /** @returns what is to be carried out, or why nothing is */
  async begin(session: SocketSession, payload: unknown, subscriber: Subscriber): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      const parsed = requestSchema.safeParse(payload);
      if (!parsed.success) throw commonErrors.INVALID_INPUT({ reason: 'The payload holds no `query`, or `variables` that are no object.' });
      const { documents } = this.deps;
      const request = documents === null ? parsed.data : resolvedRequest(documents, parsed.data);
      const found = await this.open(session, request);
      if (found.kind === 'REFUSED') return found.errors;
      const begun: Begun =
        found.kind === 'OPENED' ? this.subscribe(session, request, found, subscriber) : sendOnce(tailOf(found.result), subscriber.send);
      return { schema: NO_SCHEMA, document: DOCUMENT, rootValue: begun };
    } catch (error) {
      this.deps.requests.refused(session.admittedAs, 'SOCKET', error);
      return [shownOf(error, this.deps.logger)];
    }
  }

  /**
   * Through the whole pipeline. Only there it shows what an operation is: a subscription gets as far as the subgraph that owns the field, and
   * anything else is done then.
   */
  private async open(session: SocketSession, request: OperationRequest, again = false): Promise<Found> {
    const found: { stream: OpenedStream | null; document: DocumentNode | null } = { stream: null, document: null };
    const context = session.context({
      kind: 'OPEN',
      again,
      opened: (stream) => void (found.stream ??= stream),
      resolved: (document) => void (found.document = document),
    });
    // What is only looked at once more is not counted once more.
    const result = await this.deps.run(request, again ? context : { ...context, ticket: newTicket() });
    const { stream, document } = found;
    if (stream !== null)
      return { kind: 'OPENED', stream, keyOf: document === null ? alone : sharingKey(document, request, this.deps.dataKey) };
    // A request that is wrong in itself, and a subscription that cannot be had, are refused as a whole.
    if (document !== null || result.data === undefined) return { kind: 'REFUSED', errors: errorsOf(result) };
    return { kind: 'DONE', result };
  }

  private subscribe(
    session: SocketSession,
    request: OperationRequest,
    { stream, keyOf }: Opened,
    subscriber: Subscriber,
  ): LiveSubscription {
    const { headcount, logger, tail } = this.deps;
    const { capKey } = session;
    const since = performance.now();
    const name = request.operationName;
    if (!headcount.enter(capKey)) throw socketErrors.TOO_MANY_SUBSCRIPTIONS({ maximum: headcount.maximum, whose: session.capName });
    try {
      const subscription: LiveSubscription = new LiveSubscription(
        {
          open: () => this.openAgain(session, request),
          follow: (opened) => follow(opened, tail),
          payload: (happening) => this.payload(session, request, keyOf, happening),
          send: subscriber.send,
          shown: (error) => shownOf(error, logger),
          over: (reason) => {
            headcount.leave(capKey);
            session.subscriptions.delete(subscription);
            this.deps.requests.subscriptionEnded(session.admittedAs, { name, reason: reason === null ? null : String(reason.code), since });
            subscriber.over(reason);
          },
        },
        stream,
      );
      session.subscriptions.add(subscription);
      return subscription;
    } catch (error) {
      headcount.leave(capKey);
      throw error;
    }
  }

  private async openAgain(session: SocketSession, request: OperationRequest): Promise<OpenedStream> {
    const found = await this.open(session, request, true);
    if (found.kind === 'OPENED') return found.stream;
    throw found.kind === 'REFUSED' ? found.errors[0] : shown(socketErrors.SUBSCRIPTION_OUTDATED({}));
  }

  private payload(session: SocketSession, request: OperationRequest, keyOf: SharingKey, happening: Tellable): Promise<Payload> {
    const make = async (): Promise<Payload> => payloadOf(await this.deps.run(request, session.context(happening)), happening.kind);
    const key = happening.kind === 'EVENT' ? keyOf(session.rights()) : null;
    return key === null || happening.kind !== 'EVENT' ? make() : this.deps.shared.get(`${key} ${happening.event.sequence}`, make);
  }
}

const alone: SharingKey = () => null;

/** Sends the one result of an operation when it is asked for it, and is over then. */
function sendOnce(tail: Buffer, send: Subscriber['send']): Begun {
  const done = { done: true, value: undefined } as const;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      await send(tail);
      return done;
    },
    return: () => Promise.resolve(done),
  };
}

/** Why a result has nothing to show; never empty. */
function errorsOf({ errors }: FormattedExecutionResult): [ShownError, ...ShownError[]] {
  const [first, ...others] = (errors ?? []).map((error) => new ShownError(error));
  return [first ?? shown(commonErrors.UNAVAILABLE({ what: 'What is to be followed' })), ...others];
}
