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

function metricsCalled(context: Context, lexicon: Lexicon, phrase: string): Thing[] {
  return (lexicon.phrases.get(phraseKey(phrase)) ?? []).filter(
    (meaning): meaning is Thing =>
      meaning.kind === 'metric' && meaning.match !== 'partial' && context.metrics.get(meaning.metric)?.computation != null,
  );
}

const DONE: Record<string, string> = {
  win: 'won',
  lose: 'lost',
  send: 'sent',
  sell: 'sold',
  buy: 'bought',
  pay: 'paid',
  make: 'made',
  hold: 'held',
};

/** What was done, of the verb that asks for it: `how many proposals did we win` of `proposals won`. */
function doneForms(verb: string): string[] {
  const lower = verb.toLowerCase();
  const irregular = Object.hasOwn(DONE, lower) ? DONE[lower] : undefined;
  if (irregular !== undefined) return [irregular];
  return /^[a-z]{3,}$/.test(lower) ? [lower.endsWith('e') ? `${lower}d` : `${lower}ed`] : [];
}

/** `tickets are open`, `deals are at risk`: the metric called `open tickets` or `deals at risk`, said the other way round. */
export function adjectiveBehind(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  return nodes.reduce((read, noun) => {
    if (!noun.things.some(({ kind }) => kind !== 'relation')) return read;
    for (let from = noun.index + 2; isGlue(read[from - 1]) && from < noun.index + 5; from += 1) {
      for (let length = MAX_ADJECTIVE_WORDS; length >= 1; length -= 1) {
        const words = read.slice(from, from + length);
        const spoken = words.map((node) => node.item.text).join(' ');
        if (words.length < length || words.at(-1)?.keyword != null) continue;
        const before = metricsCalled(context, lexicon, `${spoken} ${noun.item.text}`);
        const counted = [
          ...before.filter((thing) => thing.kind === 'metric' && isCounted(context, thing.metric)),
          ...[spoken, ...doneForms(spoken)].flatMap((done) => metricsCalled(context, lexicon, `${noun.item.text} ${done}`)),
        ];
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
  // Money is somewhere in a category, too; things are where they are.
  const somewhere = best !== undefined && (best.semantic === 'PLACE' || rank(best) < PLACES.length - 1 || !isCounted(context, metric));
  return best === undefined || !somewhere ? null : { entity, attribute: best.name };
}

/** The sentence with a grouping at its end. */
function groupedBy(nodes: Node[], said: Node, things: Thing[]): Node[] {
  const plain = { item: said.item, time: null, number: null, quoted: null, values: [] };
  return [
    ...nodes.map((node) => (node === said ? glued(node) : node)),
    { ...plain, index: nodes.length, keyword: { word: 'by', phrase: 'by' }, things: [] },
    { ...plain, index: nodes.length + 1, keyword: null, things },
  ];
}

function measured(context: Context, nodes: Node[]): string | null {
  const metric = nodes
    .flatMap((node) => node.things)
    .find((thing) => thing.kind === 'metric' && thing.match !== 'partial' && context.metrics.get(thing.metric)?.computation != null);
  return metric?.kind === 'metric' ? metric.metric : null;
}

const leadsTo = (context: Context, from: string, to: string): boolean => context.model.paths(from).some(({ target }) => target === to);

/**
 * `where are we overspending`, `which departments are over budget`, `which accounts have open tickets`: a metric by the part of the business
 * it belongs to.
 */
export function whereAsked(context: Context, nodes: Node[]): Node[] {
  const [asks, part, ...rest] = nodes;
  if (
    asks === undefined ||
    nodes.some((node) => isWord(node, 'by') || isWord(node, 'rank') || isWord(node, 'compare') || node.values.length > 0)
  )
    return nodes;
  if (asks.item.text.toLowerCase() === 'where') {
    const metric = measured(context, nodes);
    const place = metric === null ? null : placeOf(context, metric);
    return place === null ? nodes : groupedBy(nodes, asks, [{ kind: 'attribute', ...place, match: 'label' }]);
  }
  if (
    part === undefined ||
    !/^(?:which|what)$/i.test(asks.item.text) ||
    !isGlue(rest[0]) ||
    !/^(?:are|is|have|has|had)$/i.test(rest[0]?.item.text ?? '')
  )
    return nodes;
  const metric = measured(context, rest);
  const entity = metric === null ? undefined : context.metrics.get(metric)?.computation?.sources[0]?.entity;
  const owned = /^h/i.test(rest[0]?.item.text ?? '') && !rest.some((node) => isWord(node, 'negate'));
  const dimensions = part.things.filter((thing) =>
    thing.kind === 'entity' && owned
      ? metric !== null && isCounted(context, metric) && entity !== undefined && leadsTo(context, entity, thing.entity)
      : thing.kind === 'attribute' && !owned && thing.entity === entity,
  );
  return dimensions.length === 0 || (!owned && part.things.some((thing) => thing.kind === 'metric'))
    ? nodes
    : groupedBy(nodes, part, dimensions);
}

/** Whether a node only says which records are meant: a value, or a yes-or-no column. */
const narrows = (context: Context, { values, things }: Node): boolean =>
  values.length > 0 ||
  things.some((thing) => thing.kind === 'attribute' && context.model.attribute(thing.entity, thing.attribute)?.type === 'BOOLEAN');

/**
 * `which deals are at risk`, `what shadow IT do we have`, `which sanctioned apps are unused`: the records that a metric counts are asked for,
 * not how many there are.
 */
export function recordsAsked(context: Context, nodes: Node[]): Node[] {
  const [what, next] = nodes;
  if (what === undefined || !/^(?:what|which)$/i.test(what.item.text)) return nodes;
  const said = nodes.filter((node) => node !== what && (node.things.length + node.values.length > 0 || node.time !== null));
  const counts = said.filter((node) => node.things.some((thing) => thing.kind === 'metric' && isCounted(context, thing.metric)));
  const others = said.filter((node) => !counts.includes(node));
  const plain = said.length === 1 ? said[0] === next : said[0] === next && others.every((node) => narrows(context, node));
  if (counts.length !== 1 || !plain || nodes.some((node) => isWord(node, 'rank') || isWord(node, 'by') || isWord(node, 'count')))
    return nodes;
  return nodes.map((node) => (node === what ? { ...node, keyword: { word: 'list' }, things: [], values: [] } : node));
}
