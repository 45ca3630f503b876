/** One event that a subscription brought. */
export interface LoggedEvent {
  /** Counted from the first one on. */
  number: number;
  /** When it came, in milliseconds since 1970. */
  at: number;
  operation: string;
  /** What it brought, as JSON. */
  text: string;
  failed: boolean;
}

export interface LogState {
  /** The newest first. */
  events: readonly LoggedEvent[];
  paused: boolean;
  /** What came while it was paused, the newest first. */
  held: readonly LoggedEvent[];
  /** How many there have been. */
  count: number;
}

/** More than this nobody reads; the oldest go. */
export const MOST_EVENTS = 500;

export type LogChange =
  | { kind: 'came'; operation: string; payload: unknown; at: number }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'clear' };

export const EMPTY_LOG: LogState = { events: [], paused: false, held: [], count: 0 };

/** The log after a change. While it is paused nothing moves below the reader’s eyes, and nothing is lost. Pure. */
export function changeLog(state: LogState, change: LogChange): LogState {
  switch (change.kind) {
    case 'came': {
      const { operation, payload, at } = change;
      const failed = typeof payload === 'object' && payload !== null && 'errors' in payload;
      const event = { number: state.count + 1, at, operation, text: JSON.stringify(payload, null, 2), failed };
      const into = state.paused ? 'held' : 'events';
      return { ...state, count: event.number, [into]: [event, ...state[into]].slice(0, MOST_EVENTS) };
    }
    case 'pause':
      return { ...state, paused: true };
    case 'resume':
      return { ...state, paused: false, held: [], events: [...state.held, ...state.events].slice(0, MOST_EVENTS) };
    case 'clear':
      return { ...EMPTY_LOG, paused: state.paused };
  }
}

export interface EventLog {
  read: () => LogState;
  change: (change: LogChange) => void;
  watch: (changed: () => void) => () => void;
}

/** A log that can be watched. */
export function createEventLog(): EventLog {
  let state = EMPTY_LOG;
  const watchers = new Set<() => void>();
  return {
    read: () => state,
    change(change) {
      state = changeLog(state, change);
      for (const each of watchers) each();
    },
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

/** An iteration that tells what passes. Ending it early ends its source at once, even while that waits for its next value. */
export function overheard<Value>(source: AsyncIterable<Value>, hear: (value: Value) => void): AsyncIterableIterator<Value> {
  const values = source[Symbol.asyncIterator]();
  return {
    async next() {
      const result = await values.next();
      if (result.done !== true) hear(result.value);
      return result;
    },
    async return() {
      await values.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
