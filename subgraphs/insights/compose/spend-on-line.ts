import type { Context } from './context.ts';
import type { Node } from './node.ts';
import { asksIf } from './wishes.ts';

const SPENT = new Set(['costs', 'purchases', 'opex']);
const BEYOND = 'overspend';

/** Whether a node names nothing but metrics of these names that the tenant's data cannot tell. */
const isUntold = (context: Context, { things }: Node, names: ReadonlySet<string>): boolean =>
  things.length > 0 &&
  things.every((thing) => thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation == null) &&
  things.some((thing) => thing.kind === 'metric' && names.has(thing.metric));

/** Whether a node names nothing but what was bought, of which a cost that a sheet reports is no part. */
const isBought = ({ things }: Node): boolean =>
  things.length > 0 && things.every((thing) => thing.kind === 'metric' && thing.metric === 'purchases');

/** Whether a node names money that a sheet reports and that should be little: a cost. */
const isCostLine = (context: Context, { things }: Node): boolean =>
  things.some((thing) => {
    const bound = thing.kind === 'metric' ? context.metrics.get(thing.metric) : undefined;
    return bound?.computation != null && bound.definition.unit === 'MONEY' && bound.definition.goodDirection === 'DOWN';
  });

/** `what did we spend on hosting`, `did hosting go over budget`: of a cost that a sheet reports, the words for spending only say that it is one. */
export function spendOnLine(context: Context, nodes: Node[]): Node[] {
  if (!nodes.some((node) => isCostLine(context, node))) return nodes;
  const asked = asksIf(nodes);
  return nodes.map((node) => {
    if (isUntold(context, node, SPENT) || isBought(node)) return { ...node, keyword: { word: 'filler' }, things: [], values: [] };
    if (!asked || !isUntold(context, node, new Set([BEYOND]))) return node;
    const tone = /budget|plan/i.test(node.item.text) ? 'BEYOND' : 'BAD';
    return { ...node, keyword: { word: 'judge', tone }, things: [], values: [] };
  });
}
