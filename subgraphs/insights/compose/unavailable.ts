import type { Context } from './context.ts';
import type { Refusal } from './interpret.ts';
import { questionFor } from '../suggest/question-for.ts';
import type { Node } from './node.ts';

/** The refusal for a metric the tenant's connected data cannot compute: what is missing and what to connect. Null when all are there. */
export function unavailable(
  context: Context,
  nodes: Node[],
): Pick<Refusal, 'reason' | 'text' | 'missing' | 'wouldHelp' | 'suggestions'> | null {
  for (const node of nodes) {
    if (node.things.length === 0 || node.things.some((thing) => thing.kind !== 'metric')) continue;
    const bounds = node.things.flatMap((thing) => (thing.kind === 'metric' ? (context.metrics.get(thing.metric) ?? []) : []));
    const bound = bounds[0];
    if (bound === undefined || bounds.some((each) => each.computation !== null)) continue;
    const { definition } = bound;
    const related = definition.related
      .map((each) => context.metrics.get(each.metric))
      .filter((each) => each !== undefined && each.computation !== null);
    return {
      reason: 'NOT_AVAILABLE',
      text: `${definition.label} cannot be computed from what is connected: it needs ${definition.needs}.`,
      missing: bound.missing,
      wouldHelp: [`Connect ${definition.needs}.`],
      suggestions: related.slice(0, 3).flatMap((each) => (each === undefined ? [] : [questionFor(each.definition)])),
    };
  }
  return null;
}
