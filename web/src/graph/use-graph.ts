import { useCallback, useEffect } from 'react';
import { createRequest, useClient, useQuery } from 'urql';
import type { AnyVariables, RequestPolicy } from 'urql';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { BACK } from './back.ts';
import { problemOf, UNAUTHENTICATED } from './problem.ts';
import type { Problem } from './problem.ts';

/** What a query is at: one of three, never a set of flags. While loading, `previous` is the answer to the variables before, if any. */
export type GraphState<Data> =
  | { state: 'loading'; previous: Data | null }
  | { state: 'failed'; problem: Problem }
  | { state: 'ready'; data: Data; refreshing: boolean; problem: Problem | null };

interface GraphOptions {
  pause?: boolean;
  /** cache-and-network (the default) shows what is known and asks again. */
  policy?: RequestPolicy;
}

/** Reads the graph with a generated operation. The second value asks again, past the cache. */
export function useGraph<Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { pause = false, policy = 'cache-and-network' }: GraphOptions = {},
): [GraphState<Data>, () => void] {
  const client = useClient();
  const [result, execute] = useQuery<Data>({ query: document.toString(), variables, pause, requestPolicy: policy });
  const refresh = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const { data, error, fetching, stale, operation } = result;
  const unreached = error?.networkError !== undefined;
  useEffect(() => {
    if (!unreached) return undefined;
    window.addEventListener(BACK, refresh);
    return () => window.removeEventListener(BACK, refresh);
  }, [unreached, refresh]);
  // urql keeps showing the former variables' answer until the next one comes; it must not pass for the new one.
  const { key } = createRequest(document.toString(), variables);
  if (operation && operation.key !== key) return [{ state: 'loading', previous: data ?? null }, refresh];
  if (data) return [{ state: 'ready', data, refreshing: fetching || stale, problem: error ? problemOf(error) : null }, refresh];
  if (error) {
    const problem = problemOf(error);
    // A connection or a session that broke takes nothing from the screen that was there: somebody may be working with it.
    const stays = error.networkError !== undefined || problem.code === UNAUTHENTICATED;
    const kept = stays ? client.readQuery<Data>(document.toString(), variables, { requestPolicy: 'cache-only' })?.data : null;
    if (kept) return [{ state: 'ready', data: kept, refreshing: false, problem }, refresh];
    return [{ state: 'failed', problem }, refresh];
  }
  return [{ state: 'loading', previous: null }, refresh];
}

export type Outcome<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };

/** Runs a generated operation once — a mutation, or a query past the cache — and says how it ended; it never throws. */
export function useRun(): <Data, Variables extends AnyVariables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
) => Promise<Outcome<Data>> {
  const client = useClient();
  return useCallback(
    async <Data, Variables extends AnyVariables>(document: TypedDocumentString<Data, Variables>, variables: Variables) => {
      const text = document.toString();
      const source = /^\s*mutation\b/.test(text)
        ? client.mutation<Data>(text, variables)
        : client.query<Data>(text, variables, { requestPolicy: 'network-only' });
      const { data, error } = await source.toPromise();
      if (error) return { ok: false, problem: problemOf(error) };
      if (!data)
        return { ok: false, problem: { code: 'EMPTY_ANSWER', message: 'The server sent no data.', todo: 'Try again.', retry: true } };
      return { ok: true, data };
    },
    [client],
  );
}
