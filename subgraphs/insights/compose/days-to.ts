import type { MetricSource } from '../metrics/bound-metric.ts';
import type { AggregateFunction } from '../plan/query-plan.ts';
import { datesOf, daysBetween } from './durations.ts';
import { candidate } from './candidate.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';

const UNIT = /^(?:days?|time)(?: to (\p{L}+))?$/iu;
const MOST_WORDS_BETWEEN = 6;

/** The words between `days` and the end of the act: `days to close`, `time it takes to close`. */
function phraseOf(nodes: Node[]): { words: Node[]; act: string } | null {
  for (const unit of nodes) {
    const match = UNIT.exec(unit.item.text);
    if (match === null) continue;
    if (match[1] !== undefined) return { words: [unit], act: match[1] };
    for (const to of nodes.slice(unit.index + 1, unit.index + 1 + MOST_WORDS_BETWEEN)) {
      const act = nodes[to.index + 1];
      if (/\bto$/i.test(to.item.text) && act !== undefined) return { words: nodes.slice(unit.index, act.index + 1), act: act.item.text };
    }
  }
  return null;
}

/** The records that a node counts under a name of their own: `won deals`. */
function countedBy(context: Context, node: Node): { node: Node; source: MetricSource } | null {
  const [thing] = node.things;
  const computation = thing?.kind === 'metric' ? context.metrics.get(thing.metric)?.computation : null;
  const [source, other] = computation?.sources ?? [];
  const counts = computation?.expression.kind === 'aggregate' && computation.expression.function === 'count';
  return counts && source !== undefined && other === undefined ? { node, source } : null;
}

/** `average number of days to close a ticket`: from the day a record came to be to the day of the act, of the records that are named. */
export function daysToIdeas(context: Context, nodes: Node[]): Candidate[] {
  const phrase = phraseOf(nodes);
  if (phrase === null) return [];
  const [unit] = phrase.words;
  const free = nodes.filter((node) => !phrase.words.includes(node));
  const counted = free.flatMap((node) => countedBy(context, node) ?? [])[0];
  const records = free.find((node) => node.things.some(({ kind }) => kind === 'entity' || kind === 'attribute')) ?? counted?.node;
  const said = nodes.find((node) => isWord(node, 'aggregate'));
  const count = nodes.find((node) => isWord(node, 'count') && node.index < (unit?.index ?? 0));
  const asked: AggregateFunction =
    said !== undefined && isWord(said, 'aggregate') && said.keyword.function !== 'sum' ? said.keyword.function : 'average';
  const named =
    records === counted?.node
      ? [counted?.source.entity ?? '']
      : (records?.things ?? []).flatMap((thing) => (thing.kind === 'entity' || thing.kind === 'attribute' ? [thing.entity] : []));
  return [...new Set(named)].flatMap((name): Candidate[] => {
    const entity = context.model.find(name);
    const dates = entity == null ? null : datesOf(entity, phrase.act);
    if (entity == null || dates === null || records === undefined) return [];
    const label = `${asked.charAt(0).toUpperCase()}${asked.slice(1)} days to ${phrase.act.toLowerCase()}`;
    const plain = daysBetween(context, entity, dates, { asked, label });
    const measure = records === counted?.node && counted !== undefined ? { ...plain, sources: [counted.source] } : plain;
    const uses = [
      ...(said === undefined ? [] : [{ node: said, kind: 'AGGREGATE' as const, meaning: asked }]),
      ...(count === undefined ? [] : [{ node: count, kind: 'FILLER' as const, meaning: null }]),
      ...phrase.words.map((node) => ({ node, kind: 'METRIC' as const, meaning: dates.to.label })),
      { node: records, kind: 'ENTITY' as const, meaning: entity.label },
    ];
    const note = { text: `${label} is counted from ${dates.from.label} to ${dates.to.label}`, effect: -0.06 };
    return [candidate(measure, uses, 0.7, [note])];
  });
}
