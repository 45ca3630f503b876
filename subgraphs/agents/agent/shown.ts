import type { ConnectionOf } from '../../kernel/pagination/page.ts';

/** A page of rows as the graph shows them. */
export function shown<Row, Type>(page: ConnectionOf<Row>, show: (row: Row) => Type): ConnectionOf<Type> {
  return { ...page, nodes: page.nodes.map(show), edges: page.edges.map(({ node, cursor }) => ({ node: show(node), cursor })) };
}
