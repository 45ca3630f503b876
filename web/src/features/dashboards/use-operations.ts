import { useCallback, useRef } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { useSession } from '../../graph/session.tsx';
import type { Outcome } from '../../graph/use-graph.ts';
import type { Board } from './board-context.ts';

const UNREACHABLE: Problem = {
  code: 'SERVER_UNREACHABLE',
  message: 'The server did not answer.',
  todo: 'Check that you are online, then try again.',
  retry: true,
};

interface Reply {
  data?: unknown;
  errors?: readonly { message: string; extensions?: { code?: string; todo?: string; retry?: boolean } }[];
}

/** Runs operations that people wrote: past the cache, which only knows the types of our own. One that several widgets share runs once. */
export function useOperations(): Board['runOperation'] {
  const { fresh } = useSession();
  const known = useRef(new Map<string, Promise<Outcome<unknown>>>());
  return useCallback(
    async ({ query, variables, operationName }, anew) => {
      const body = JSON.stringify({ query, variables, operationName: operationName === '' ? undefined : operationName });
      const send = async (): Promise<Outcome<unknown>> => {
        try {
          const token = await fresh();
          const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
          const reply = (await (await fetch('/graphql', { method: 'POST', headers, body })).json()) as Reply;
          const [error] = reply.errors ?? [];
          if (!error) return { ok: true, data: reply.data };
          const { code = 'UNKNOWN', todo = '', retry = true } = error.extensions ?? {};
          return { ok: false, problem: { code, message: error.message, todo, retry } };
        } catch {
          return { ok: false, problem: UNREACHABLE };
        }
      };
      const before = anew ? undefined : known.current.get(body);
      const outcome = before ?? send();
      known.current.set(body, outcome);
      if (!(await outcome).ok) known.current.delete(body);
      return outcome;
    },
    [fresh],
  );
}
