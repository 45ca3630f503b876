import { range } from '../language/time-range.ts';
import { isTemporal } from '../model/model-index.ts';
import type { Context } from './context.ts';
import { isWord, nextContent } from './node.ts';
import type { Node, Thing } from './node.ts';

/** The date that something was last done, where a verb names it by a part of its name: `seen` of `last seen`. */
function lastDone(context: Context, { things, item }: Node): Thing[] {
  return things.filter((thing) => {
    const attribute = thing.kind === 'attribute' ? context.model.attribute(thing.entity, thing.attribute) : null;
    if (attribute === null || !isTemporal(attribute)) return false;
    return [attribute.label, ...attribute.synonyms].some((name) => name.toLowerCase() === `last ${item.text.toLowerCase()}`);
  });
}

/** `apps not seen since January`: those that were last seen before it. */
export function notSeenSince(context: Context, nodes: Node[]): Node[] {
  return nodes.reduce((read, negation) => {
    const verb = isWord(negation, 'negate') ? nextContent(read, negation.index + 1) : null;
    const since = verb === null ? null : nextContent(read, verb.index + 1);
    if (verb === null || since?.time?.kind !== 'range' || !/^since\b/i.test(since.item.text)) return read;
    const { from, to, yearless } = since.time.range;
    const things = lastDone(context, verb);
    if (from === null || to !== null || yearless !== null || things.length === 0) return read;
    const before = { ...since.time, range: range(null, from, `before ${from}`) };
    return read.map((node) => {
      if (node === negation) return { ...node, keyword: { word: 'filler' as const } };
      return node === verb ? { ...node, things } : node === since ? { ...node, time: before } : node;
    });
  }, nodes);
}
