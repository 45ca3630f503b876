import { parse, print, stripIgnoredCharacters } from 'graphql';

/** A whole operation, as an address or a tab can hold it. `variables` is JSON as text. */
export interface Operation {
  query: string;
  variables: string | null;
}

/** Addresses longer than this are cut or refused by some programs on the way. */
const LONGEST_ADDRESS = 7_000;

/** The operation of `/playground?query=…&variables=…`, or of what stands behind the # of a long one; null when the address asks for none. */
export function readOperation(search: URLSearchParams): Operation | null {
  const query = search.get('query')?.trim();
  if (!query) return null;
  return { query: readable(query), variables: prettyJson(search.get('variables')) };
}

/** The id of the saved operation that an address opens; null when it opens none. */
export function readSaved(search: URLSearchParams): string | null {
  return search.get('saved') || null;
}

/** The address that opens an operation in the playground. What is too long for servers on the way stands behind the #, which is not sent to them. */
export function operationAddress({ query, variables }: Operation): string {
  const parts = new URLSearchParams({ query, ...(hasVariables(variables) ? { variables: variables ?? '' } : {}) }).toString();
  return parts.length <= LONGEST_ADDRESS ? `/playground?${parts}` : `/playground#${parts}`;
}

/** The address that opens a saved operation. */
export function savedAddress(id: string): string {
  return `/playground?${new URLSearchParams({ saved: id }).toString()}`;
}

/** The address that makes a dashboard of what a query answers; null where the document is too long for an address. */
export function dashboardAddress({ query, variables }: Operation, operationName: string | null): string | null {
  const parts = new URLSearchParams({
    operation: stripped(query),
    ...(hasVariables(variables) ? { variables: variables ?? '' } : {}),
    ...(operationName ? { name: operationName } : {}),
  }).toString();
  return parts.length <= LONGEST_ADDRESS ? `/dashboards/new?${parts}` : null;
}

function hasVariables(variables: string | null): boolean {
  return variables !== null && !/^\s*(\{\s*\})?\s*$/.test(variables);
}

function stripped(query: string): string {
  try {
    return stripIgnoredCharacters(query);
  } catch {
    return query;
  }
}

/** A document that somebody wrote on one line, laid out; one with line breaks is as its author wants it. */
function readable(query: string): string {
  if (query.includes('\n') || query.length < 60) return query;
  try {
    return print(parse(query));
  } catch {
    return query;
  }
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
