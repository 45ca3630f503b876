import { commonErrors } from '../errors/common.errors.ts';
import { decodeCursor, encodeCursor, type CursorKey } from './cursor.ts';

export const MAX_PAGE_SIZE = 500;

/** A validated request for a page: fetch `limit + 1` rows after `after` to learn whether more follow. */
export interface Page {
  limit: number;
  after: CursorKey | null;
}

/** What a list resolver returns; matches the classes made by `relayConnection`. */
export interface ConnectionOf<Node> {
  edges: { node: Node; cursor: string }[];
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

/** Validates Relay arguments. @throws BAD_PAGE_SIZE, BAD_CURSOR */
export function pageOf(first: number, after: string | null | undefined): Page {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) throw commonErrors.BAD_PAGE_SIZE({ first, max: MAX_PAGE_SIZE });
  return { limit: first, after: after == null ? null : decodeCursor(after) };
}

/** Builds a connection from up to `limit + 1` rows in order. */
export function connectionFrom<Node>(
  page: Page,
  rows: readonly Node[],
  totalCount: number,
  keyOf: (node: Node) => CursorKey,
): ConnectionOf<Node> {
  const nodes = rows.slice(0, page.limit);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(keyOf(node)) }));
  return { edges, nodes, pageInfo: { hasNextPage: rows.length > page.limit, endCursor: edges.at(-1)?.cursor ?? null }, totalCount };
}
