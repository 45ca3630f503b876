import type { FormattedExecutionResult } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { mayEndAfter, type EventStream } from '../../subgraphs/kernel/events/event-stream.ts';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import type { DomainEvent } from '../../subgraphs/kernel/outbox/consumer.ts';
import { ShownError } from './shown-error.ts';

/** What a subscription needs of its surroundings. */
export interface SubscriptionWork {
  tail: EventTail;
  /** Asks the owning subgraph what is followed, with the rights of this moment. @throws ShownError why nothing is */
  open: () => Promise<EventStream>;
  /** What the subscriber is told of an event, executed with the rights of this moment. */
  execute: (event: DomainEvent) => Promise<FormattedExecutionResult>;
  /** Why the subscriber may no longer be told anything; null when it may. */
  refusal: () => DomainError | null;
  /** An error as the subscriber is shown it. */
  shown: (error: unknown) => ShownError;
  /** Called once, when it is over. */
  over: (reason: ShownError | null) => void;
}

const ENDING_CODES = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);

/** One subscription from its opening to its end: events become payloads, each authorised and executed anew. Its `return()` answers at once. */
export class LiveSubscription implements AsyncIterableIterator<FormattedExecutionResult> {
  private readonly work: SubscriptionWork;
  private readonly stopping = new AbortController();
  private stream: EventStream;
  private events: AsyncIterableIterator<DomainEvent>;
  private failure: ShownError | null = null;
  private over = false;

  constructor(work: SubscriptionWork, stream: EventStream) {
    this.work = work;
    this.stream = stream;
    this.events = this.follow();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<FormattedExecutionResult>> {
    const value = await this.nextValue();
    return value === null ? this.finish() : { done: false, value };
  }

  async return(): Promise<IteratorResult<FormattedExecutionResult>> {
    this.failure = null;
    this.stopping.abort();
    this.report(null);
    return { done: true, value: undefined };
  }

  /** Ends it with what the subscriber is to be told. */
  end(reason: ShownError): void {
    this.failure ??= reason;
    this.stopping.abort();
  }

  /** Ends it unless it may still be opened; for when rights have changed while nothing happens. */
  async check(): Promise<void> {
    try {
      await this.work.open();
    } catch (error) {
      const reason = this.work.shown(error);
      // Who cannot be asked just now has not said no.
      if (!reason.retry) this.end(reason);
    }
  }

  /** What is told next; null when it is over, by itself or for the reason that is kept. */
  private async nextValue(): Promise<FormattedExecutionResult | null> {
    try {
      const event = await this.nextEvent();
      if (event === null) return null;
      const value = await this.work.execute(event);
      const [error] = value.errors ?? [];
      if (value.data == null && error !== undefined && ENDING_CODES.has(error.extensions?.['code'])) throw new ShownError(error);
      if (mayEndAfter(this.stream, event)) await this.openAgain(event);
      return value;
    } catch (error) {
      this.end(this.work.shown(error));
      return null;
    }
  }

  private async nextEvent(): Promise<DomainEvent | null> {
    const { done, value } = await this.events.next();
    const refusal = this.work.refusal();
    if (refusal !== null) throw refusal;
    return done === true || this.stopping.signal.aborted ? null : value;
  }

  /** Completes, or throws what the subscriber is to be told. */
  private finish(): IteratorResult<FormattedExecutionResult> {
    const { failure } = this;
    // Told once; afterwards it is simply over.
    this.failure = null;
    this.stopping.abort();
    this.report(failure);
    if (failure !== null) throw failure;
    return { done: true, value: undefined };
  }

  private report(reason: ShownError | null): void {
    if (this.over) return;
    this.over = true;
    this.work.over(reason);
  }

  private async openAgain(after: DomainEvent): Promise<void> {
    try {
      const { selection, ...again } = await this.work.open();
      if (!again.completes) return;
      const before = this.events;
      this.stream = { ...again, selection: { ...selection, after: after.sequence } };
      this.events = this.follow();
      await before.return?.();
    } catch (error) {
      // The event itself is still told.
      this.end(this.work.shown(error));
    }
  }

  private follow(): AsyncIterableIterator<DomainEvent> {
    const { tail } = this.work;
    const { selection, completes } = this.stream;
    return completes ? tail.recall(selection, this.stopping.signal) : tail.follow(selection, this.stopping.signal);
  }
}
