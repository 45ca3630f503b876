import type { Lexicon } from '../language/lexicon-builder.ts';
import { phraseKey } from '../language/tokenize.ts';
import { isTemporal } from '../model/model-index.ts';
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

/** Whether a metric tells how figures stand in the very records that its word also names: `headcount` of a table of headcounts. */
const addsItsRecords = (context: Context, { things }: Node): boolean =>
  things.some((thing) => {
    const bound = thing.kind === 'metric' && thing.match !== 'partial' ? context.metrics.get(thing.metric) : undefined;
    const { computation } = bound ?? {};
    return (
      computation?.expression.kind === 'aggregate' &&
      computation.expression.overTime === 'last' &&
      things.some((other) => other.kind === 'entity' && other.entity === computation.sources[0]?.entity)
    );
  });

/** `expected to close` of a column `Expected close`: the words around the `to` name one date together. */
function dateOf(context: Context, lexicon: Lexicon, [first, to, last]: (Node | undefined)[]): Thing[] {
  if (first?.things.length === 0 || to?.item.text.toLowerCase() !== 'to' || last === undefined) return [];
  return (lexicon.phrases.get(phraseKey(`${first?.item.text ?? ''} ${last.item.text}`)) ?? []).filter(
    (meaning): meaning is Extract<Thing, { kind: 'attribute' }> =>
      meaning.kind === 'attribute' && isTemporalThing(context, meaning.entity, meaning.attribute),
  );
}

function isTemporalThing(context: Context, entity: string, attribute: string): boolean {
  const found = context.model.attribute(entity, attribute);
  return found !== null && isTemporal(found);
}

/** Words that name one thing: a figure written short (`sub rev`) or called as its table is, a date apart (`expected to close`). */
export function namedTogether(context: Context, lexicon: Lexicon, nodes: Node[]): Node[] {
  const alone = nodes.map((node) =>
    addsItsRecords(context, node) ? { ...node, things: node.things.filter(({ kind }) => kind === 'metric' || kind === 'attribute') } : node,
  );
  return alone.map((node, at) => {
    if (dateOf(context, lexicon, alone.slice(at, at + 3)).length > 0)
      return { ...node, keyword: { word: 'filler' as const }, things: [], values: [] };
    const dates = at < 2 ? [] : dateOf(context, lexicon, alone.slice(at - 2, at + 1));
    if (dates.length > 0) return { ...node, keyword: null, things: dates, values: [] };
    const [before, next] = [alone[at - 1], alone[at + 1]];
    const behind = next === undefined || node.keyword !== null ? undefined : figureOf(context, lexicon, node, next);
    if (behind !== undefined) return { ...node, keyword: { word: 'filler' as const }, things: [], values: [] };
    const figure = before === undefined || before.keyword !== null ? undefined : figureOf(context, lexicon, before, node);
    return figure === undefined ? node : { ...node, things: [figure], values: [] };
  });
}
