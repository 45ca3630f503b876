import type { Node } from './data.ts';

const counts = new WeakMap<object, number>();

/** A mutation's root, numbered within its operation: what it returns tells which one it was. `context` is the operation's own. */
export function asMutation(node: Node, context: object): Node {
  if (node.__typename !== 'Mutation') return node;
  const number = (counts.get(context) ?? 0) + 1;
  counts.set(context, number);
  return { ...node, at: `Mutation#${number}` };
}
