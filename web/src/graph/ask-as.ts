import { Client, fetchExchange } from 'urql';
import type { AnyVariables } from 'urql';
import type { TypedDocumentString } from '../gql/graphql.ts';

/** One operation in another session than the one that is open; null when it failed. Nothing of it is cached. */
export async function askAs<Data, Variables extends AnyVariables>(
  token: string,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data | null> {
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { authorization: `Bearer ${token}` } },
    exchanges: [fetchExchange],
  });
  const text = document.toString();
  const source = /^\s*mutation\b/.test(text) ? client.mutation<Data>(text, variables) : client.query<Data>(text, variables);
  const { data, error } = await source.toPromise();
  return error ? null : (data ?? null);
}
