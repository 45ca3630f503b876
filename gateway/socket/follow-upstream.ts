import { GraphQLError } from 'graphql';
import { eventErrors } from '../../subgraphs/kernel/events/event-errors.ts';
import type { OpenedStream } from '../context.ts';
import type { FetchResult } from '../sources/source.ts';
import type { Followed, Happening } from './followed.ts';

/** Payloads one subscriber may have waiting before it counts as too slow. */
const MAX_WAITING = 1_000;

/**
 * Takes what a partner's subgraph sends as it comes: what a subscriber does not read piles up here, where it is bounded, and not in the
 * connection that it shares with others. A subscriber with too much waiting gets SLOW_READER.
 */
export function followUpstream({ follow }: Extract<OpenedStream, { kind: 'UPSTREAM' }>): Followed {
  const stopping = new AbortController();
  const waiting: Happening[] = [];
  let end: { failure: unknown } | null = null;
  let wake: (() => void) | null = null;
  const woken = (): void => {
    wake?.();
    wake = null;
  };
  const over = (failure: unknown): void => {
    end ??= { failure };
    stopping.abort();
    woken();
  };

  const pump = async (): Promise<void> => {
    for await (const result of follow(stopping.signal)) {
      if (end !== null) return;
      waiting.push(isInterruption(result) ? { kind: 'INTERRUPTED' } : { kind: 'PAYLOAD', result });
      if (waiting.length > MAX_WAITING) throw eventErrors.SLOW_READER({});
      woken();
    }
  };
  pump().then(
    () => over(null),
    (failure: unknown) => {
      if (!(failure instanceof GraphQLError)) return over(failure);
      if (end === null) waiting.push({ kind: 'REFUSED', error: failure });
      return over(null);
    },
  );

  return {
    async next() {
      while (waiting.length === 0 && end === null) await new Promise<void>((resolve) => (wake = resolve));
      const first = waiting.shift();
      if (first !== undefined) return first;
      const failure: unknown = end?.failure ?? null;
      // A failure is told once; afterwards it is simply over.
      end = { failure: null };
      if (failure !== null) throw failure;
      return null;
    },
    stop() {
      waiting.length = 0;
      over(null);
    },
  };
}

/** What a source yields when it has lost what it follows and found it again. */
function isInterruption({ data, errors }: FetchResult): boolean {
  return data === null && errors[0]?.extensions?.['code'] === 'SUBSCRIPTION_INTERRUPTED';
}
