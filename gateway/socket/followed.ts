import type { GraphQLError } from 'graphql';
import type { EventTail } from '../../subgraphs/kernel/events/event-tail.ts';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import type { OpenedStream, SubscriptionPhase } from '../context.ts';
import { followUpstream } from './follow-upstream.ts';

/** What is executed to become what subscribers are told. */
export type Tellable = Extract<SubscriptionPhase, { kind: 'EVENT' | 'PAYLOAD' }>;

/**
 * What happened to something that is followed. INTERRUPTED: something may have, and nobody knows what. REFUSED: a partner's subgraph has ended it
 * with this error.
 */
export type Happening = Tellable | { kind: 'INTERRUPTED' } | { kind: 'REFUSED'; error: GraphQLError };

/** A stream while it is followed. */
export interface Followed {
  /** What happened next; null when it is over. @throws why it cannot be followed any further */
  next(): Promise<Happening | null>;
  /** Ends it at once, also when nothing happens; `next` answers null then. */
  stop(): void;
}

/** Begins to follow what was opened. @throws UNAVAILABLE for the event log where there is none */
export function follow(opened: OpenedStream, tail: EventTail | null): Followed {
  if (opened.kind === 'UPSTREAM') return followUpstream(opened);
  if (tail === null) throw commonErrors.UNAVAILABLE({ what: 'The event log' });
  const { selection, completes } = opened.stream;
  const stopping = new AbortController();
  const events = completes ? tail.recall(selection, stopping.signal) : tail.follow(selection, stopping.signal);
  return {
    next: () =>
      events.next().then(({ done, value }) => (done === true || stopping.signal.aborted ? null : { kind: 'EVENT', event: value })),
    stop: () => stopping.abort(),
  };
}
