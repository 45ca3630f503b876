import type { Topic } from '../../../schema/events/events.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import type { EventSelection } from './event-selection.ts';

/** The event log as a process follows it, for whoever there wants to be told. One per process. */
export interface EventTail {
  /**
   * Events in order, each once: what comes from now on, or first what the outbox has after `after`. Ends when the signal aborts, at once
   * also when nothing comes. A reader that lets too many wait gets SLOW_READER. @throws CURSOR_EXPIRED from the first `next()`
   */
  follow(selection: EventSelection, signal: AbortSignal): AsyncIterableIterator<DomainEvent>;
  /** The same, but completes when everything that was committed before the call has been told. */
  recall(selection: EventSelection, signal: AbortSignal): AsyncIterableIterator<DomainEvent>;
  /**
   * Calls back with everything of these topics, in all tenants: what was written after `since` and then what comes. In order but for the seam
   * between the two, where something may come twice. @returns ends it
   */
  watch(topics: readonly Topic[], listener: (event: DomainEvent) => void, since: Date): Promise<() => void>;
  close(): Promise<void>;
}
