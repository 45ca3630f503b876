import type { DocumentRequest, PersistedDocuments } from './persisted-documents.ts';

/** A request with the text of the document it means; itself where it holds that already. @throws as `PersistedDocuments.textOf` */
export function resolvedRequest<Request extends DocumentRequest>(documents: PersistedDocuments, request: Request): Request {
  const text = documents.textOf(request);
  return text === null ? request : { ...request, query: text, documentId: null, extensions: withoutHash(request.extensions) ?? null };
}

/** The same for the body of a POST, whatever it is. */
export function resolvedBody(documents: PersistedDocuments, body: unknown): unknown {
  return typeof body !== 'object' || body === null || Array.isArray(body) ? body : resolvedRequest(documents, body);
}

const NAMES_DOCUMENT = /[?&](?:documentId|extensions)=/;

/** The query string of a GET with the text of the document it means. @param search empty, or from its question mark on */
export function resolvedSearch(documents: PersistedDocuments, search: string): string {
  const parameters = new URLSearchParams(search);
  const named = NAMES_DOCUMENT.test(search);
  const extensions = named ? jsonOf(parameters.get('extensions')) : undefined;
  const text = documents.textOf({ query: parameters.get('query'), documentId: named ? parameters.get('documentId') : null, extensions });
  if (text === null) return search;
  parameters.set('query', text);
  parameters.delete('documentId');
  parameters.set('extensions', JSON.stringify(withoutHash(extensions) ?? {}));
  return `?${parameters.toString()}`;
}

/** The hash has done its work: what comes after is not to look at it again. */
function withoutHash(extensions: unknown): unknown {
  if (typeof extensions !== 'object' || extensions === null) return extensions;
  const { persistedQuery: _done, ...others } = extensions as { persistedQuery?: unknown };
  return others;
}

/** Undefined when it is no JSON: the pipeline says so. */
function jsonOf(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
