import type { Context } from './context.ts';
import { isWord } from './node.ts';
import type { Node, Thing } from './node.ts';

const HOW_MUCH = /^how much$/i;
const BOUGHT = /^(?:buy|buys|buying|bought|purchased?|purchasing)$/i;

/** The metric that adds up the money of the records that another one counts; null when nothing does. */
function worthOf(context: Context, metric: string): string | null {
  const { computation = null, definition } = context.metrics.get(metric) ?? {};
  if (computation === null || definition?.unit !== 'COUNT') return null;
  const records = (each: typeof computation): string => JSON.stringify(each.sources.map(({ entity, filters }) => [entity, filters]));
  const worth = [...context.metrics.values()].find(
    (each) =>
      each.computation?.expression.kind === 'aggregate' &&
      each.computation.expression.function === 'sum' &&
      each.definition.unit === 'MONEY' &&
      records(each.computation) === records(computation),
  );
  return worth?.definition.name ?? null;
}

/** The word `size` that no column is called by: `average size of deals`. */
const sizeOf = (nodes: Node[]): Node | undefined =>
  nodes.find(
    (node) =>
      /^size$/i.test(node.item.text) &&
      node.values.length === 0 &&
      node.things.every((thing) => thing.match === 'partial') &&
      isWord(nodes[node.index - 1], 'aggregate'),
  );

/** `how much did we win`, `how much did we buy from suppliers`: not how many deals or suppliers there were, but what they came to. */
export function worthAsked(context: Context, nodes: Node[]): Node[] {
  const size = sizeOf(nodes);
  if (size === undefined && !nodes.some((node) => HOW_MUCH.test(node.item.text))) return nodes;
  const us = nodes.some((node) => /^(?:we|us)$/i.test(node.item.text));
  const purchases: Thing | null =
    us && context.metrics.get('purchases')?.computation != null ? { kind: 'metric', metric: 'purchases', match: 'synonym' } : null;
  return nodes.map((node) => {
    if (purchases !== null && BOUGHT.test(node.item.text)) return { ...node, keyword: null, things: [purchases], values: [] };
    if (node === size) return { ...node, keyword: { word: 'filler' }, things: [] };
    const things = node.things.map((thing): Thing => {
      const worth = thing.kind === 'metric' && node.things.length === 1 ? worthOf(context, thing.metric) : null;
      return worth === null ? thing : { kind: 'metric', metric: worth, match: 'synonym' };
    });
    return { ...node, things };
  });
}
