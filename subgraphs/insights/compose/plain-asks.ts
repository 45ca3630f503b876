import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import type { Keyword } from '../language/keywords.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Context } from './context.ts';
import { isGlue, isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

const FILLER: Keyword = { word: 'filler' };
/** Words of an adjective behind its noun: `at risk`, `past due`. */
const MAX_ADJECTIVE_WORDS = 3;
/** What a business asks `where` of, likeliest first. */
const PLACES = [
  /department|team|cost cent|business unit|division/i,
  /region|country|city|location|office|site/i,
  /categor|account|type|segment/i,
];
const MAX_PLACES = 60;

const glued = (node: Node): Node => ({ ...node, keyword: FILLER, things: [], values: [], time: null });

function isCounted(context: Context, metric: string): boolean {
  const bound = context.metrics.get(metric);
  return bound?.definition.unit === 'COUNT' && bound.computation !== null;
}

function countedMetrics(context: Context, lexicon: Lexicon, phrase: string): Thing[] {
  return (lexicon.phrases.get(phraseKey(phrase)) ?? []).filter(
    (meaning): meaning is Thing => meaning.kind === 'metric' && isCounted(context, meaning.metric),
  );
}

/** `tickets are open`, `deals are at risk`: the metric called `open tickets` or `deals at risk`, said the other way round. */
export function adjectiveBehind(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes.reduce((read, noun) => {
    if (!noun.things.some((thing) => thing.kind === 'entity' || thing.kind === 'metric')) return read;
    for (let from = noun.index + 2; isGlue(read[from - 1]) && from < noun.index + 5; from += 1) {
      for (let length = MAX_ADJECTIVE_WORDS; length >= 1; length -= 1) {
        const words = read.slice(from, from + length);
        const spoken = words.map((node) => node.item.text).join(' ');
        if (words.length < length || words.at(-1)?.keyword != null) continue;
        const counted = [`${spoken} ${noun.item.text}`, `${noun.item.text} ${spoken}`].flatMap((phrase) =>
          countedMetrics(context, lexicon, phrase),
        );
        if (counted.length > 0)
          return read.map((node) => (node === noun ? { ...node, things: counted } : words.includes(node) ? glued(node) : node));
      }
    }
    return read;
  }, nodes);
}

function placeOf(context: Context, metric: string): { entity: string; attribute: string } | null {
  const entity = context.metrics.get(metric)?.computation?.sources[0]?.entity;
  if (entity === undefined) return null;
  const facts = context.profile.entities[entity]?.attributes ?? {};
  const fitting = context.model.entity(entity).attributes.filter((attribute: ModelAttribute) => {
    const many = facts[attribute.name]?.values?.length ?? 0;
    return ['CATEGORY', 'PLACE'].includes(attribute.semantic) && many >= 2 && many <= MAX_PLACES;
  });
  const rank = ({ label, canonical }: ModelAttribute): number => {
    const found = PLACES.findIndex((pattern) => pattern.test(`${label} ${canonical ?? ''}`));
    return found < 0 ? PLACES.length : found;
  };
  const [best] = fitting.toSorted((a, b) => rank(a) - rank(b));
  return best === undefined ? null : { entity, attribute: best.name };
}

/** `where are we overspending`: the metric by the part of the business it belongs to. */
export function whereAsked(context: Context, nodes: Node[]): Node[] {
  const [where] = nodes;
  if (
    where === undefined ||
    where.item.text.toLowerCase() !== 'where' ||
    nodes.some((node) => isWord(node, 'by') || node.values.length > 0)
  )
    return nodes;
  const metric = nodes
    .flatMap((node) => node.things)
    .find((thing) => thing.kind === 'metric' && thing.match !== 'partial' && context.metrics.get(thing.metric)?.computation != null);
  const place = metric?.kind === 'metric' ? placeOf(context, metric.metric) : null;
  if (place === null) return nodes;
  const plain = { item: where.item, time: null, number: null, quoted: null, values: [] };
  return [
    ...nodes.map((node) => (node === where ? glued(node) : node)),
    { ...plain, index: nodes.length, keyword: { word: 'by', phrase: 'by' }, things: [] },
    { ...plain, index: nodes.length + 1, keyword: null, things: [{ kind: 'attribute', ...place, match: 'label' }] },
  ];
}

/** `which deals are at risk`, `what shadow IT do we have`: the records that a metric counts are asked for, not how many there are. */
export function recordsAsked(context: Context, nodes: Node[]): Node[] {
  const [what, next] = nodes;
  if (what === undefined || !/^(?:what|which)$/i.test(what.item.text)) return nodes;
  const [only, more] = nodes.filter((node) => node !== what && (node.things.length + node.values.length > 0 || node.time !== null));
  const counts = only?.things.some((thing) => thing.kind === 'metric' && isCounted(context, thing.metric));
  if (only === undefined || only !== next || more !== undefined || counts !== true) return nodes;
  return nodes.map((node) => (node === what ? { ...node, keyword: { word: 'list' }, things: [], values: [] } : node));
}
