import type { DomainEvent } from '../outbox/consumer.ts';
import { eventErrors } from './event-errors.ts';
import type { OutboxPage } from './read-outbox.ts';

/** Events one follower may have waiting before it counts as too slow. */
const MAX_QUEUED = 1_000;
/** Events read from the outbox at once. */
const PAGE = 200;

type State =
  /** What follows is read from the outbox whenever it is asked for; live entries are left to the next reading. */
  | { kind: 'BEHIND' }
  /** A reading is under way; live entries are kept for its end. null: too many came, so it has to be read again. */
  | { kind: 'READING'; heard: DomainEvent[] | null }
  | { kind: 'LIVE' }
  /** Everything was told, but something committed still waits for its number: it wakes the follower. */
  | { kind: 'EXPECTING' }
  | { kind: 'ENDED'; failure: unknown };

type Waiter = { resolve: (result: IteratorResult<DomainEvent>) => void; reject: (error: unknown) => void };

/**
 * One stream of events. Written out instead of an async generator: the `return()` of a generator waits for its next event, and that of a
 * quiet stream never comes.
 */
export class Follower implements AsyncIterableIterator<DomainEvent> {
  private state: State;
  private position: number;
  private readonly queue: DomainEvent[] = [];
  private readonly waiters: Waiter[] = [];
  private readonly options: FollowerOptions;

  constructor(options: FollowerOptions) {
    this.options = options;
    this.position = options.position;
    this.state = options.live ? { kind: 'LIVE' } : { kind: 'BEHIND' };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<DomainEvent>> {
    return new Promise((resolve, reject) => {
      this.waiters.push({ resolve, reject });
      this.serve();
    });
  }

  return(): Promise<IteratorResult<DomainEvent>> {
    this.queue.length = 0;
    this.end(null);
    return Promise.resolve({ done: true, value: undefined });
  }

  /** An event of this selection, as it comes. */
  hear(event: DomainEvent): void {
    // Also when the last reading has it already: it has its number now, and that is what was waited for.
    if (event.sequence <= this.position && this.state.kind !== 'EXPECTING') return;
    switch (this.state.kind) {
      case 'READING':
        if (this.state.heard !== null && this.state.heard.push(event) > MAX_QUEUED) this.state = { kind: 'READING', heard: null };
        return;
      case 'LIVE':
        if (this.queue.length >= MAX_QUEUED) this.end(eventErrors.SLOW_READER({}));
        else this.take(event);
        this.serve();
        return;
      case 'EXPECTING':
        this.state = { kind: 'BEHIND' };
        this.serve();
        return;
      case 'BEHIND':
      case 'ENDED':
    }
  }

  private take(event: DomainEvent): void {
    this.position = event.sequence;
    this.queue.push(event);
  }

  private serve(): void {
    while (this.waiters.length > 0 && this.queue.length > 0) {
      const [waiter, value] = [this.waiters.shift(), this.queue.shift()];
      if (waiter !== undefined && value !== undefined) waiter.resolve({ done: false, value });
    }
    if (this.waiters.length === 0) return;
    if (this.state.kind === 'BEHIND') void this.read();
    if (this.state.kind !== 'ENDED') return;
    const { failure } = this.state;
    // A failure is told once; afterwards the stream is simply over.
    this.state = { kind: 'ENDED', failure: null };
    for (const [index, waiter] of this.waiters.splice(0).entries()) {
      if (failure !== null && index === 0) waiter.reject(failure);
      else waiter.resolve({ done: true, value: undefined });
    }
  }

  private async read(): Promise<void> {
    this.state = { kind: 'READING', heard: [] };
    try {
      this.turn(await this.options.read(this.position, PAGE));
    } catch (error) {
      this.end(error);
    }
    this.serve();
  }

  /** Goes on from a page that was read: to the next one, to live, or to the end. */
  private turn(page: OutboxPage): void {
    if (this.state.kind !== 'READING') return;
    const { heard } = this.state;
    for (const event of page.events) this.take(event);
    if (page.full || heard === null) this.state = { kind: 'BEHIND' };
    else if (this.options.completes && !page.unnumbered) this.end(null);
    else if (this.options.completes) this.state = heard.length > 0 ? { kind: 'BEHIND' } : { kind: 'EXPECTING' };
    else {
      this.state = { kind: 'LIVE' };
      for (const event of heard) if (event.sequence > this.position) this.take(event);
    }
  }

  private end(failure: unknown): void {
    if (this.state.kind === 'ENDED') return;
    this.state = { kind: 'ENDED', failure };
    this.options.ended();
    this.serve();
  }
}

export interface FollowerOptions {
  /** The number after which it tells. */
  position: number;
  /** Everything up to `position` is of no interest and nothing has to be read. */
  live: boolean;
  /** It is over when everything that has happened by now was told. */
  completes: boolean;
  read: (after: number, limit: number) => Promise<OutboxPage>;
  /** Called once, when it hears no more. */
  ended: () => void;
}
