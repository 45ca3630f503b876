import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { Context } from './context.ts';
import type { Node, Thing } from './node.ts';

type MetricThing = Extract<Thing, { kind: 'metric' }>;

const isBound = (context: Context, thing: Thing): thing is MetricThing =>
  thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation != null;

/** The figure that a kind of record and a metric name together: `subscription` and `revenue`. */
function figureOf(context: Context, lexicon: Lexicon, owner: Node, owned: Node): MetricThing | undefined {
  const records = owner.things.flatMap((thing) => (thing.kind === 'entity' ? [context.model.entity(thing.entity).label] : []));
  const numbers = owned.things.flatMap((thing) =>
    thing.kind === 'metric' ? [context.metrics.get(thing.metric)?.definition.label ?? ''] : [],
  );
  return records
    .flatMap((record) => numbers.flatMap((number) => lexicon.phrases.get(phraseKey(`${record} ${number}`)) ?? []))
    .find((meaning): meaning is MetricThing => meaning.kind === 'metric' && isBound(context, meaning));
}

/** Whether a metric adds up figures of the very records that its word also names: `headcount` of a table of headcounts. */
const addsItsRecords = (context: Context, { things }: Node): boolean =>
  things.some((thing) => {
    const bound = thing.kind === 'metric' && thing.match !== 'partial' ? context.metrics.get(thing.metric) : undefined;
    const { computation } = bound ?? {};
    return (
      computation?.expression.kind === 'aggregate' &&
      computation.expression.function === 'sum' &&
      things.some((other) => other.kind === 'entity' && other.entity === computation.sources[0]?.entity)
    );
  });

/** Words that name a tenant's figure: two of them written short (`sub rev`), or one that is also what its table is called. */
export function namedTogether(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  const alone = nodes.map((node) =>
    addsItsRecords(context, node) ? { ...node, things: node.things.filter(({ kind }) => kind === 'metric' || kind === 'attribute') } : node,
  );
  return alone.map((node, at) => {
    const [before, next] = [alone[at - 1], alone[at + 1]];
    const behind = next === undefined || node.keyword !== null ? undefined : figureOf(context, lexicon, node, next);
    if (behind !== undefined) return { ...node, keyword: { word: 'filler' as const }, things: [], values: [] };
    const figure = before === undefined || before.keyword !== null ? undefined : figureOf(context, lexicon, before, node);
    return figure === undefined ? node : { ...node, things: [figure], values: [] };
  });
}
