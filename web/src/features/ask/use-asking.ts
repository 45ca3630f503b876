import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { AskDocument, AskProgressDocument } from '../../gql/graphql.ts';
import type { AskProgressQuery, AskQuery, AskStage, Persona } from '../../gql/graphql.ts';
import { problemOf } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';

type Asked = AskQuery['ask'];

/** What a question is at. While it is asked, `former` is what was shown before, and `stages` what has been done for it until now. */
export type Asking =
  | { state: 'loading'; former: Asked | null; stages: readonly AskStage[]; written: string }
  | { state: 'failed'; problem: Problem; former: Asked | null }
  | { state: 'ready'; asked: Asked; refreshing: boolean };

interface Question {
  question: string;
  persona: Persona | null;
  /** Id of the answer that it goes on from. */
  after: string | null;
}

/** One question waits this many steps at most: many times what the longest takes. */
const MOST_STEPS = 60;

const TOO_LONG: Problem = {
  code: 'REQUEST_TIMED_OUT',
  message: 'The answer takes longer than any should.',
  todo: 'Ask again, or ask for less: a shorter time, or fewer groups.',
  retry: true,
};

interface Told {
  /** The question that this is of, and how often it was asked. */
  key: string;
  round: number;
  asking: Asking;
}

const NOTHING: Extract<Asking, { state: 'loading' }> = { state: 'loading', former: null, stages: [], written: '' };

/** What stays in sight while the next is looked for. */
function formerOf(asking: Asking): Asked | null {
  if (asking.state === 'ready') return asking.asked;
  return asking.former;
}

/** The same numbers asked for again are the same galaxy: nothing moves that did not change. */
function settled(before: Asked | null, next: Asked): Asked {
  if (before?.__typename !== 'Answer' || next.__typename !== 'Answer') return next;
  return JSON.stringify(before.galaxy) === JSON.stringify(next.galaxy) ? { ...next, galaxy: before.galaxy } : next;
}

/** Asks step by step, so that who waits sees what is being done and what a language model writes. What is known is shown at once and asked for anew. */
export function useAsking({ question, persona, after }: Question): [Asking, () => void] {
  const client = useClient();
  const [round, setRound] = useState(0);
  const [told, setTold] = useState<Told>({ key: '', round: 0, asking: NOTHING });
  const key = JSON.stringify([question, persona, after]);

  useEffect(() => {
    if (question === '') return undefined;
    let left = false;
    const tell = (next: (now: Asking, same: boolean) => Asking) => {
      if (!left) setTold((now) => ({ key, round, asking: next(now.asking, now.key === key) }));
    };
    const known = client.readQuery<AskQuery>(AskDocument.toString(), { question, persona, after })?.data?.ask ?? null;
    tell((now, same) => {
      if (same && now.state === 'ready') return { ...now, refreshing: true };
      return known
        ? { state: 'ready', asked: known, refreshing: true }
        : { state: 'loading', former: formerOf(now), stages: ['READING'], written: '' };
    });
    const ask = async () => {
      let cursor: string | null = null;
      for (let step = 0; step < MOST_STEPS && !left; step += 1) {
        // oxlint-disable-next-line no-await-in-loop -- each step says where the next one goes on
        const { data, error } = await client
          .query<AskProgressQuery>(
            AskProgressDocument.toString(),
            { question, persona, follows: after, after: cursor },
            { requestPolicy: 'network-only' },
          )
          .toPromise();
        if (!data) {
          if (error)
            tell((now) =>
              now.state === 'ready' ? { ...now, refreshing: false } : { state: 'failed', problem: problemOf(error), former: formerOf(now) },
            );
          return;
        }
        const { result, steps, written } = data.askProgress;
        if (result) return tell((now) => ({ state: 'ready', asked: settled(formerOf(now), result), refreshing: false }));
        cursor = data.askProgress.cursor;
        tell((now) =>
          now.state === 'loading' ? { ...now, stages: steps.map(({ stage }) => stage), written: now.written + written } : now,
        );
      }
      tell((now) =>
        now.state === 'ready' ? { ...now, refreshing: false } : { state: 'failed', problem: TOO_LONG, former: formerOf(now) },
      );
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client, question, persona, after, key, round]);

  const refresh = useCallback(() => setRound((count) => count + 1), []);
  if (told.key === key) return [told.asking, refresh];
  // The address has just changed: what was shown before stays in sight.
  return [{ ...NOTHING, former: formerOf(told.asking) }, refresh];
}
