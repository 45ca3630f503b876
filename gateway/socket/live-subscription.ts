import type { GraphQLError } from 'graphql';
import { mayEndAfter } from '../../subgraphs/kernel/events/event-stream.ts';
import type { OpenedStream } from '../context.ts';
import type { Followed, Tellable } from './followed.ts';
import { outdated, resultIn, tailOf, type Payload } from './payload.ts';
import { ShownError, shown } from './shown-error.ts';
import { socketErrors } from './socket.errors.ts';

/** What a subscription needs of its surroundings. */
export interface SubscriptionWork {
  /** Asks what is followed, with the rights of this moment; nothing is begun by it. @throws ShownError why nothing is */
  open: () => Promise<OpenedStream>;
  follow: (opened: OpenedStream) => Followed;
  /** What the subscriber is told of something that happened, executed with the rights of this moment. */
  payload: (happening: Tellable) => Promise<Payload>;
  /** Sends a result. @param tail its message from the payload on, UTF-8 @returns when there is room for more; null: there is */
  send: (tail: Buffer) => Promise<void> | null;
  /** An error as the subscriber is shown it. */
  shown: (error: unknown) => ShownError;
  /** Called once, when it is over. */
  over: (reason: ShownError | null) => void;
}

/**
 * One subscription from its opening to its end: what happens becomes payloads, each authorised and executed anew, and is sent from here. To
 * graphql-ws it is an iterable that yields nothing and tells only how it ended. Its `return()` answers at once.
 */
export class LiveSubscription implements AsyncIterableIterator<never> {
  private readonly work: SubscriptionWork;
  private opened: OpenedStream;
  private followed: Followed;
  /** Looks whether it may go on, and where; what happens meanwhile waits for it. */
  private checking: Promise<void> | null = null;
  /** What a partner's subgraph sends is not told before it has been looked whether the graph still asks the same of it. */
  private doubted = false;
  private interrupted = false;
  private failure: ShownError | null = null;
  private ended = false;
  private reported = false;

  constructor(work: SubscriptionWork, opened: OpenedStream) {
    this.work = work;
    this.opened = opened;
    this.followed = work.follow(opened);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Resolves when it is over, by itself or from here. @throws ShownError what the subscriber is to be told of that */
  async next(): Promise<IteratorResult<never>> {
    try {
      await this.tellAll();
    } catch (error) {
      this.end(this.work.shown(error));
    }
    this.ended = true;
    this.followed.stop();
    const { failure } = this;
    // Told once; afterwards it is simply over.
    this.failure = null;
    this.report(failure);
    if (failure !== null) throw failure;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<never>> {
    this.failure = null;
    this.ended = true;
    this.followed.stop();
    this.report(null);
    return { done: true, value: undefined };
  }

  /** Ends it with what the subscriber is to be told. */
  end(reason: ShownError): void {
    if (this.ended) return;
    this.failure ??= reason;
    this.ended = true;
    this.followed.stop();
  }

  /** The graph is another one now: `check` has to be called, which may take its turn. */
  doubt(): void {
    this.doubted = true;
  }

  /**
   * Ends it unless it may still be opened, and follows what is to be followed now; for when rights or the graph have changed while nothing
   * happens.
   */
  check(): Promise<void> {
    this.doubted = false;
    const checking = this.checkNow().finally(() => {
      if (this.checking === checking) this.checking = null;
    });
    this.checking = checking;
    return checking;
  }

  /** In one piece, and waiting as seldom as it can: it runs for every event and every subscriber. */
  private async tellAll(): Promise<void> {
    for (;;) {
      const { followed } = this;
      const happening = await followed.next();
      if (this.doubted && this.opened.kind === 'UPSTREAM') await this.check();
      else if (this.checking !== null) await this.checking;
      if (this.ended) return;
      // What came of something that is not followed any more is not told.
      if (followed !== this.followed) continue;
      if (happening === null) return;
      if (happening.kind === 'INTERRUPTED') this.interrupted = true;
      else if (happening.kind === 'REFUSED') await this.tellRefusal(happening.error);
      else {
        const payload = await this.work.payload(happening);
        if (this.ended) return;
        const room = this.tell(payload);
        if (room !== null) await room;
        if (happening.kind === 'EVENT' && this.opened.kind === 'LOG' && mayEndAfter(this.opened.stream, happening.event))
          await this.openAgain(happening.event.sequence);
      }
    }
  }

  private tell(payload: Payload): Promise<void> | null {
    if (payload.ending !== null) throw payload.ending;
    if (!this.interrupted) return this.work.send(payload.tail);
    this.interrupted = false;
    return this.work.send(withInterruption(payload));
  }

  /** What a partner's subgraph says is told as the door tells all that partners say of their failures. */
  private async tellRefusal(error: GraphQLError): Promise<void> {
    const payload = await this.work.payload({ kind: 'PAYLOAD', result: { data: null, errors: [error.toJSON()] } });
    const [first] = resultIn(payload).errors ?? [];
    throw first === undefined ? error : new ShownError(first);
  }

  /** The stream may be over after this event: its subgraph knows, and what it had to tell until then is told. */
  private async openAgain(after: number): Promise<void> {
    const opened = await this.work.open();
    if (opened.kind !== 'LOG' || !opened.stream.completes) return;
    const { selection, ...stream } = opened.stream;
    this.turnTo({ kind: 'LOG', stream: { ...stream, selection: { ...selection, after } } });
  }

  private async checkNow(): Promise<void> {
    try {
      const opened = await this.work.open();
      if (this.ended || (opened.kind === 'LOG' && this.opened.kind === 'LOG')) return;
      if (opened.kind !== 'UPSTREAM' || this.opened.kind !== 'UPSTREAM') return this.end(shown(socketErrors.SUBSCRIPTION_OUTDATED({})));
      if (opened.identity === this.opened.identity) return;
      this.interrupted = true;
      this.turnTo(opened);
    } catch (error) {
      const reason = this.work.shown(error);
      // Who cannot be asked just now has not said no.
      if (!reason.retry) this.end(outdated(reason));
    }
  }

  private turnTo(opened: OpenedStream): void {
    const before = this.followed;
    this.opened = opened;
    this.followed = this.work.follow(opened);
    before.stop();
  }

  private report(reason: ShownError | null): void {
    if (this.reported) return;
    this.reported = true;
    this.work.over(reason);
  }
}

/** The payload's result, with the news that something between it and the one before may be missing. */
function withInterruption(payload: Payload): Buffer {
  const { extensions = {}, ...result } = resultIn(payload);
  const { message, extensions: why } = shown(socketErrors.SUBSCRIPTION_INTERRUPTED({ what: 'The subgraph' })).toJSON();
  return tailOf({ ...result, extensions: { ...extensions, interrupted: { message, ...why } } });
}
