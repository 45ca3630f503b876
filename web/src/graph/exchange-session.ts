import { RefreshSessionDocument } from '../gql/graphql.ts';
import { fetchById } from './document-id.ts';
import type { Renewed } from './session-keeper.ts';
import type { OpenedSession, StoredSession } from './session-store.ts';

interface Reply {
  data?: { refreshSession?: (OpenedSession & { __typename: 'Session' }) | { __typename: string } | null } | null;
  errors?: readonly { extensions?: { code?: unknown; retry?: unknown } }[];
}

/** Exchanges a session's refresh token. What the server did not answer, or will answer another time, is no refusal. */
export async function exchangeSession({ refreshToken }: StoredSession): Promise<Renewed> {
  try {
    const response = await fetchById('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      body: JSON.stringify({ query: RefreshSessionDocument.toString(), operationName: 'RefreshSession', variables: { refreshToken } }),
    });
    const { data, errors } = (await response.json()) as Reply;
    const result = data?.refreshSession;
    if (result && 'token' in result) return { state: 'renewed', session: result };
    if (result?.__typename === 'InputRefused') return { state: 'refused' };
    return { state: errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED') ? 'refused' : 'unreachable' };
  } catch {
    return { state: 'unreachable' };
  }
}
