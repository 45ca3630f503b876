/** A whole operation, as an address or a tab can hold it. `variables` is JSON as text. */
export interface Operation {
  query: string;
  variables: string | null;
}

/** The operation of `/playground?query=…&variables=…`; null when the address asks for none. */
export function readOperation(search: URLSearchParams): Operation | null {
  const query = search.get('query')?.trim();
  if (!query) return null;
  return { query, variables: prettyJson(search.get('variables')) };
}

/** JSON text indented for reading; text that is no JSON stays as it is, for the person to repair. */
function prettyJson(text: string | null): string | null {
  if (!text) return null;
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
