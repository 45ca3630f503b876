import { isGlue, isWord } from './node.ts';
import type { Node } from './node.ts';
import type { Roles } from './roles.ts';

/** The thing a `how many` or `average` speaks about: the next nameable node, past glue, values, `different` and what says which records are meant. */
export function targetOf(nodes: Node[], from: number, roles: Roles): Node | null {
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node === undefined) return null;
    const adjective = roles.adjectives.has(node.index);
    if (node.things.length > 0 && !adjective && !roles.dimensions.includes(node)) return node;
    const passable =
      adjective ||
      isGlue(node) ||
      node.values.length > 0 ||
      node.quoted !== null ||
      isWord(node, 'distinct') ||
      isWord(node, 'aggregate') ||
      isWord(node, 'rank') ||
      isWord(node, 'negate') ||
      isWord(node, 'sold') ||
      isWord(node, 'count') ||
      isWord(node, 'and') ||
      isWord(node, 'or') ||
      node.number !== null;
    if (!passable) return null;
  }
  return null;
}
