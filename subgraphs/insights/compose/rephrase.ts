import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import { actsAsked } from './acts.ts';
import { agentsAsked } from './agents.ts';
import type { Context } from './context.ts';
import { isNumeric } from '../model/model-index.ts';
import { longSheet } from '../model/sheet-shape.ts';
import { worthAsked } from './worth-asked.ts';
import { isRankedVerb, isWord, previousContent } from './node.ts';
import type { Node, Thing } from './node.ts';
import { namedTogether } from './named-together.ts';
import { notSeenSince } from './not-since.ts';
import { oppositesAsked } from './opposites.ts';
import { adjectiveBehind, recordsAsked, whereAsked } from './plain-asks.ts';
import { qualitiesRanked } from './qualities.ts';

const AVERAGED = /^(?:average|avg|mean) (.+)$/i;

function things(lexicon: Lexicon, phrase: string): Thing[] {
  return (lexicon.phrases.get(phraseKey(phrase)) ?? []).filter(
    (meaning): meaning is Thing =>
      meaning.kind === 'metric' || meaning.kind === 'attribute' || meaning.kind === 'entity' || meaning.kind === 'relation',
  );
}

/** `average deal amount`: the average of a column called `deal amount`, not the metric `average deal` and an amount. */
function averagedColumn(lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes.reduce((read, first) => {
    const rest = AVERAGED.exec(first.item.text)?.[1];
    const next = read[first.index + 1];
    if (rest === undefined || next === undefined || !first.things.some((thing) => thing.kind === 'metric')) return read;
    const columns = things(lexicon, `${rest} ${next.item.text}`).filter((thing) => thing.kind === 'attribute');
    if (columns.length === 0 || next.keyword !== null) return read;
    return read.map((node) => {
      if (node === read[first.index])
        return { ...node, keyword: { word: 'aggregate' as const, function: 'average' as const }, things: [], values: [] };
      return node === next ? { ...node, things: columns } : node;
    });
  }, nodes);
}

/** `products that cost more than 500`: what something costs who buys it is its price, where no column is a cost. */
function costVerb(context: Context, nodes: Node[]): Node[] {
  return nodes.map((verb) => {
    const next = nodes[verb.index + 1];
    const before = previousContent(nodes, verb.index);
    if (!/^costs?$|^costing$/i.test(verb.item.text) || next === undefined || (!isWord(next, 'compare') && !isWord(next, 'between')))
      return verb;
    const priced = (before?.things ?? []).some((thing) => {
      if (thing.kind !== 'entity') return false;
      const { attributes } = context.model.entity(thing.entity);
      const prices = attributes.filter((attribute) => attribute.semantic === 'PRICE' && isNumeric(attribute));
      return prices.length === 1 && !attributes.some((attribute) => attribute.semantic === 'AMOUNT' || /cost/i.test(attribute.label));
    });
    // The comparison alone then is about the only price there is.
    return priced ? { ...verb, keyword: { word: 'filler' as const }, things: [], values: [] } : verb;
  });
}

const COST_VERB = /^(.+?)\s+(costs?)$/i;

/** `which zombie apps cost the most`: what ends in the verb is no name of a number, but the records and what each of them costs. */
function costRanked(lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes
    .flatMap((node) => {
      const [, records, verb] = COST_VERB.exec(node.item.text) ?? [];
      if (records === undefined || verb === undefined || !isRankedVerb(nodes, node)) return [node];
      const { start, end } = node.item;
      const part = (text: string, from: number, to: number): Node => ({
        ...node,
        item: { ...node.item, text, start: from, end: to },
        things: things(lexicon, text),
      });
      const parts = [part(records, start, start + records.length), part(verb, end - verb.length, end)];
      return parts.every((each) => each.things.length > 0) ? parts : [node];
    })
    .map((node, index) => ({ ...node, index }));
}

/** `value of crane hours`, `total amount for berths let`: where a sheet's figure is named, its column of numbers says nothing more. */
function reportedValue(context: Context, nodes: Node[]): Node[] {
  const sheets = new Set(
    nodes.flatMap((node) =>
      node.things.flatMap((thing) =>
        thing.kind === 'metric' ? (context.metrics.get(thing.metric)?.computation?.sources[0]?.entity ?? []) : [],
      ),
    ),
  );
  return nodes.map((node) => {
    const only = node.things.length > 0 && node.things.every((thing) => thing.kind === 'attribute' && sheets.has(thing.entity));
    const [thing] = node.things;
    const sheet = only && thing?.kind === 'attribute' ? longSheet(context.model.entity(thing.entity)) : null;
    const column = sheet?.values.some(({ name }) => thing?.kind === 'attribute' && name === thing.attribute) ?? false;
    return column ? { ...node, keyword: { word: 'filler' as const }, things: [], values: [] } : node;
  });
}

/** Reads phrases that stand apart in the sentence but name one thing together. */
export function rephrase(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  const acted = worthAsked(context, actsAsked(context, lexicon, namedTogether(context, lexicon, costRanked(lexicon, nodes))));
  const said = notSeenSince(
    context,
    oppositesAsked(context, lexicon, qualitiesRanked(context, lexicon, agentsAsked(context, lexicon, acted))),
  );
  return reportedValue(
    context,
    recordsAsked(context, whereAsked(context, costVerb(context, adjectiveBehind(context, lexicon, averagedColumn(lexicon, said))))),
  );
}
