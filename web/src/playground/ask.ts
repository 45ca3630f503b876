import type { TypedDocumentString } from '../gql/graphql.ts';
import { documentIdOf } from '../graph/document-id.ts';
import type { Problem } from '../graph/problem.ts';
import { fetchAsViewer } from './graph.ts';
import { UNREACHABLE } from './unreachable.ts';

export type Asked<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };

interface Reply<Data> {
  data?: Data | null;
  errors?: readonly { message: string; extensions?: { code?: string; todo?: string; retry?: boolean } }[];
}

/** Asks an operation of the playground’s own, as whoever is logged in. Never throws. */
export async function ask<Data, Variables>(document: TypedDocumentString<Data, Variables>, variables: Variables): Promise<Asked<Data>> {
  const query = document.toString();
  const operationName = /\b(?:query|mutation) (\w+)/.exec(query)?.[1];
  try {
    const response = await fetchAsViewer('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, operationName, documentId: documentIdOf(operationName) }),
    });
    const { data, errors } = (await response.json()) as Reply<Data>;
    const [first] = errors ?? [];
    if (first) {
      const { code = 'UNKNOWN', todo = '', retry = false } = first.extensions ?? {};
      return { ok: false, problem: { code, message: first.message, todo, retry } };
    }
    return data ? { ok: true, data } : { ok: false, problem: UNREACHABLE };
  } catch {
    return { ok: false, problem: UNREACHABLE };
  }
}
