import type { Context } from './context.ts';
import { isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

const isFlag = (context: Context, thing: Thing): boolean =>
  thing.kind === 'attribute' && context.model.attribute(thing.entity, thing.attribute)?.type === 'BOOLEAN';

const entitiesOf = (node: Node | undefined): string[] =>
  node?.things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : [])) ?? [];

/**
 * `external apps`, `new shadow apps`, `apps we still pay for`: a yes-or-no column in front of its own records, or in a clause right behind
 * them, says which of them are meant.
 */
export function isAdjective(context: Context, nodes: Node[], { index, item, things }: Node): boolean {
  const describes = (node: Node): boolean =>
    node.keyword === null && (node.values.length > 0 || node.things.some((thing) => isFlag(context, thing)));
  const noun = nodes.slice(index + 1).find((node) => entitiesOf(node).length > 0 || !describes(node));
  const opens = (node: Node | undefined): boolean =>
    isWord(node, 'filler') || (isWord(node, 'link') && node.keyword.preposition === 'that');
  const before = nodes.slice(0, index).findLast((node) => !opens(node));
  const clause = opens(nodes[index - 1]) || /\s/.test(item.text) ? before : undefined;
  const owners = [...entitiesOf(noun), ...entitiesOf(clause)];
  return things.some((thing) => thing.kind === 'attribute' && owners.includes(thing.entity) && isFlag(context, thing));
}
