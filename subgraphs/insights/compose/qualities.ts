import { isNumeric } from '../model/model-index.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import { entitiesNamed } from './agents.ts';
import type { Context } from './context.ts';
import { isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

/** Numbers of the records named whose name is the noun of an adjective: `criticality` of `critical`, `risk` of `risky`. */
function nounsOf(context: Context, lexicon: Lexicon, nodes: readonly Node[], adjective: string): Thing[] {
  const entities = entitiesNamed(context, nodes);
  const nouns = [`${adjective}ity`, `${adjective}ness`, ...(adjective.endsWith('y') ? [adjective.slice(0, -1)] : [])];
  return nouns.flatMap((noun) =>
    (lexicon.phrases.get(phraseKey(noun)) ?? []).filter((thing): thing is Thing => {
      if (thing.kind !== 'attribute' || thing.match === 'partial' || !entities.has(thing.entity)) return false;
      const attribute = context.model.attribute(thing.entity, thing.attribute);
      return attribute !== null && isNumeric(attribute);
    }),
  );
}

const isUnread = (node: Node): boolean => node.keyword === null && node.time === null && node.things.length + node.values.length === 0;

/** `riskiest apps`, `most critical systems`: ranked by the number that the adjective is the quality of. */
export function qualitiesRanked(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes
    .flatMap((node): Node[] => {
      if (!isUnread(node)) return [node];
      const text = node.item.text.toLowerCase();
      const superlative = /^(\p{L}{3,})iest$/u.exec(text)?.[1];
      const before = nodes[node.index - 1];
      const adjective =
        superlative !== undefined ? `${superlative}y` : isWord(before, 'rank') && before.keyword.by === 'measure' ? text : null;
      const things = adjective === null ? [] : nounsOf(context, lexicon, nodes, adjective);
      if (things.length === 0) return [node];
      const quality = { ...node, things };
      return superlative === undefined ? [quality] : [{ ...node, keyword: { word: 'rank', direction: 'desc', by: 'measure' } }, quality];
    })
    .map((node, index) => ({ ...node, index }));
}
