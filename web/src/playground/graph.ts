import { createGraphiQLFetcher, isAsyncIterable } from '@graphiql/toolkit';
import type { Fetcher } from '@graphiql/toolkit';
import { getOperationAST, OperationTypeNode } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createClient } from 'graphql-ws';
import type { Problem } from '../graph/problem.ts';
import { createSessionKeeper } from '../graph/session-keeper.ts';
import { UNREACHABLE } from './unreachable.ts';
import { overheard } from './event-log.ts';
import type { EventLog } from './event-log.ts';
import { differentQuestions } from './examples.ts';
import type { PlaygroundPersona, Questions } from './examples.ts';
import { logInAndComeBack } from './log-in.ts';

const ENDPOINT = '/graphql';
const VIEWER = `query PlaygroundViewer {
  viewer { user { displayName } tenant { id name } }
  CFO: sampleQuestions(persona: CFO, first: 8)
  CRO: sampleQuestions(persona: CRO, first: 8)
  COO: sampleQuestions(persona: COO, first: 8)
  CTO: sampleQuestions(persona: CTO, first: 8)
}`;

export interface PlaygroundViewer {
  user: { displayName: string };
  tenant: { id: string; name: string };
  questions: Questions;
}

type ViewerData = { viewer: Omit<PlaygroundViewer, 'questions'> | null } & Record<PlaygroundPersona, readonly string[]>;

export type PlaygroundState =
  | { state: 'loading' }
  | { state: 'stranger' }
  | { state: 'failed'; problem: Problem }
  | { state: 'ready'; viewer: PlaygroundViewer };

const keeper = createSessionKeeper(async (session) => (await import('../graph/exchange-session.ts')).exchangeSession(session));

/** `fetch` with the log-in's token, unless the person wrote an authorization header of their own. A token that has ended is exchanged. */
export const fetchAsViewer: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  if (headers.has('authorization')) return fetch(input, init);
  const send = (token: string | null) => {
    if (token !== null) headers.set('authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
  const token = await keeper.fresh();
  const response = await send(token);
  if (response.status !== 401) return response;
  const next = token === null ? null : await keeper.renew(token);
  if (next !== null) return send(next);
  if (keeper.current() === null) logInAndComeBack();
  return response;
};

/** What GraphiQL sends its operations with: HTTP, and graphql-ws for subscriptions, both as whoever is logged in. The log hears what these bring. */
export function createFetcher(log: EventLog): Fetcher {
  const { protocol, host } = window.location;
  const send = createGraphiQLFetcher({
    url: ENDPOINT,
    fetch: fetchAsViewer,
    wsClient: createClient({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${ENDPOINT}`,
      lazy: true,
      // Asked at every connection, so that a log-in in another tab counts.
      connectionParams: async () => {
        const token = await keeper.fresh();
        return { authorization: token === null ? null : `Bearer ${token}` };
      },
      shouldRetry: (reason) => !(reason instanceof CloseEvent && reason.code >= 4000),
    }),
  });
  return async (asked, options) => {
    const reply: unknown = await send(asked, options);
    if (!isAsyncIterable(reply) || !options?.documentAST || !isSubscription(options.documentAST, asked.operationName))
      return reply as object;
    const operation = asked.operationName ?? 'subscription';
    return overheard(reply, (payload) => log.change({ kind: 'came', operation, payload, at: Date.now() })) as AsyncIterableIterator<object>;
  };
}

function isSubscription(document: DocumentNode, name: string | null | undefined): boolean {
  return (getOperationAST(document, name) ?? getOperationAST(document))?.operation === OperationTypeNode.SUBSCRIPTION;
}

/** Who the playground runs operations as. */
export async function readViewer(): Promise<PlaygroundState> {
  try {
    const response = await fetchAsViewer(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: VIEWER }),
    });
    const { data } = (await response.json()) as { data?: ViewerData | null };
    if (!data?.viewer) return { state: 'stranger' };
    return { state: 'ready', viewer: { ...data.viewer, questions: differentQuestions(data) } };
  } catch {
    return { state: 'failed', problem: UNREACHABLE };
  }
}
