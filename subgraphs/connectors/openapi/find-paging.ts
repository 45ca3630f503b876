import type { ListPlan, Paging } from './api-plan.ts';
import { type ApiDocument, type Part, partOf, textOf, typeOf } from './document.ts';

const USUAL_LIMIT = 100;
const MAX_LIMIT = 1_000;
const LIMITS = ['limit', 'per_page', 'page_size', 'pageSize', 'perPage', 'page[size]', 'page[limit]', 'max_results', 'maxResults', 'pageLimit', '$top', 'top', 'size', 'count', 'first']; // prettier-ignore
const CURSORS = ['cursor', 'after', 'starting_after', 'page_token', 'pageToken', 'next_token', 'nextToken', 'continuation_token', 'continuationToken', 'start_cursor', 'page[after]', 'page[cursor]', 'next_page', 'next_cursor', 'bookmark', 'marker', 'scroll_id']; // prettier-ignore
const PAGES = ['page', 'page_number', 'pageNumber', 'page[number]', 'p', 'pageNo', 'page_no'];
const OFFSETS = ['offset', 'skip', '$skip', 'start', 'startIndex', 'start_index', 'startAt', 'page[offset]'];
/** Where replies say what comes next: paths of properties. */
const NEXT_CURSORS = ['next_cursor', 'nextCursor', 'next_page_token', 'nextPageToken', 'next_token', 'nextToken', 'after_cursor', 'continuation_token', 'continuationToken', 'end_cursor', 'endCursor', 'next_page', 'bookmark', 'marker', 'scroll_id', 'next', 'after', 'cursor']; // prettier-ignore
const NEXT_URLS = [
  'next',
  'next_url',
  'nextUrl',
  'nextLink',
  '@odata.nextLink',
  'next_page_url',
  'nextPageUrl',
  'next_link',
  'next_page',
  'href',
];
const HOLDERS = ['meta', 'paging', 'pagination', 'links', '_links', 'page', 'page_info', 'pageInfo', 'response_metadata', 'metadata', 'cursor', 'cursors', 'next']; // prettier-ignore

/** How a list goes on, as its parameters and its reply say. A `Link` header of a reply is followed in any case. */
export function findPaging(document: ApiDocument, query: readonly Part[], reply: Part): Paging {
  const names = query.flatMap(({ name }) => textOf(name) ?? []);
  const cursor = CURSORS.find((name) => names.includes(name)) ?? null;
  const url = propertyIn(document, reply, NEXT_URLS, (schema, path) => isUrl(schema) || /url|link|href/iu.test(path.at(-1) ?? ''));
  if (cursor !== null) {
    const at = propertyIn(document, reply, NEXT_CURSORS, (schema) => !isUrl(schema));
    if (at !== null || url === null) return { style: 'CURSOR', parameter: cursor, at };
  }
  if (url !== null) return { style: 'NEXT_URL', at: url };
  const page = PAGES.find((name) => names.includes(name));
  if (page !== undefined) return { style: 'PAGE', parameter: page, first: firstPage(document, query, page) };
  const offset = OFFSETS.find((name) => names.includes(name));
  return offset === undefined ? { style: 'NONE' } : { style: 'OFFSET', parameter: offset };
}

/** How many records a page may have at most, and what it is asked by. */
export function findLimit(document: ApiDocument, query: readonly Part[]): ListPlan['limit'] {
  const parameter = LIMITS.map((name) => query.find((one) => one['name'] === name)).find((one) => one !== undefined);
  if (parameter === undefined) return null;
  const schema = document.schema(parameter['schema']);
  const maximum = typeof schema?.['maximum'] === 'number' ? schema['maximum'] : USUAL_LIMIT;
  return { parameter: String(parameter['name']), value: Math.max(1, Math.min(MAX_LIMIT, Math.floor(maximum))) };
}

function firstPage(document: ApiDocument, query: readonly Part[], name: string): number {
  const schema = document.schema(query.find((one) => one['name'] === name)?.['schema']);
  return schema?.['default'] === 0 || schema?.['minimum'] === 0 ? 0 : 1;
}

const isUrl = (schema: Part): boolean => schema['format'] === 'uri' || schema['format'] === 'url' || schema['format'] === 'uri-reference';

/** The first property of these names, at the top or within what usually holds them; scalars only. */
function propertyIn(
  document: ApiDocument,
  reply: Part,
  names: readonly string[],
  fits: (schema: Part, path: readonly string[]) => boolean,
  above: readonly string[] = [],
): string[] | null {
  const properties = partOf(reply['properties']) ?? {};
  for (const name of names) {
    const schema = document.schema(properties[name]);
    const type = typeOf(schema);
    if (schema !== null && type !== 'object' && type !== 'array' && type !== 'boolean' && fits(schema, [...above, name]))
      return [...above, name];
  }
  if (above.length >= 2) return null;
  for (const holder of HOLDERS) {
    const schema = document.schema(properties[holder]);
    const found = schema !== null && typeOf(schema) === 'object' ? propertyIn(document, schema, names, fits, [...above, holder]) : null;
    if (found !== null) return found;
  }
  return null;
}
