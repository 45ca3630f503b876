import { DOCUMENT_IDS } from '../gql/document-ids.ts';

/** The id under which the server was given an operation of ours; undefined for one that was not generated. */
export function documentIdOf(operationName: string | undefined): string | undefined {
  return operationName !== undefined && Object.hasOwn(DOCUMENT_IDS, operationName) ? DOCUMENT_IDS[operationName] : undefined;
}

/**
 * `fetch` for GraphQL: what is asked goes along under its id. The text stays with it, for servers that know other documents: they run it where they
 * may, and say that the page is out of date where they may not.
 */
export const fetchById: typeof fetch = (input, init) => {
  if (typeof init?.body !== 'string') return fetch(input, init);
  const body = JSON.parse(init.body) as { operationName?: string };
  return fetch(input, { ...init, body: JSON.stringify({ ...body, documentId: documentIdOf(body.operationName) }) });
};
