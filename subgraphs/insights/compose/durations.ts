import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import { isTemporal } from '../model/model-index.ts';
import { timeAttributes } from '../model/time-axis.ts';
import type { AggregateFunction } from '../plan/query-plan.ts';
import type { MeasureChoice } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import type { Context } from './context.ts';
import { sourceOf } from './measure-choices.ts';
import { isWord, previousContent } from './node.ts';
import type { Node } from './node.ts';

const LENGTH_WORDS = /^(?:time|times|duration|delay)$/i;
const NOT_HAPPENED = /expect|estimat|require|\bdue\b|plan|promis/i;
const MIN_STEM_LETTERS = 4;

/** `shipping`, `delivery`, `resolution` → what a date of that act is called by: `ship`, `deliver`, `resol`. */
function actOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:ution|ation|ing|ment|ery|y|ed|e)$/, '')
    .replace(/(.)\1$/, '$1');
}

/** The one date of the records at which the act happened, and the one that places them in time; null when either is not told. */
export function datesOf(entity: ModelEntity, word: string): { from: ModelAttribute; to: ModelAttribute } | null {
  const act = actOf(word);
  const [from] = timeAttributes(entity);
  if (from === undefined || act.length < MIN_STEM_LETTERS) return null;
  const ends = entity.attributes.filter(
    (attribute) =>
      isTemporal(attribute) &&
      attribute.name !== from.name &&
      !NOT_HAPPENED.test(attribute.label) &&
      `${attribute.label} ${attribute.synonyms.join(' ')}`
        .toLowerCase()
        .split(/\W+/)
        .some((part) => part.startsWith(act)),
  );
  const [to] = ends;
  return to === undefined || ends.length > 1 ? null : { from, to };
}

/** The days between two dates of the records. */
export function daysBetween(
  context: Context,
  entity: ModelEntity,
  dates: { from: ModelAttribute; to: ModelAttribute },
  { asked, label }: { asked: AggregateFunction; label: string },
): MeasureChoice {
  const field = (attribute: ModelAttribute) => ({ path: [], attribute: attribute.name });
  return {
    id: `days:${entity.name}.${dates.from.name}.${dates.to.name}`,
    label,
    unit: 'DAYS',
    currency: null,
    metric: null,
    sources: [sourceOf(context, entity.name)],
    expression: {
      kind: 'aggregate',
      source: 0,
      function: asked,
      of: { kind: 'days', from: field(dates.from), to: field(dates.to) },
      filters: [],
    },
    rowField: null,
    explicit: true,
  };
}

/** How a stay begins and how it ends, as tables call the two dates; the earlier pair is the likelier. */
const STAYS: [RegExp, RegExp][] = [
  [/admission|admitted|admit/i, /discharge/i],
  [/check.?in|arriv/i, /check.?out|depart/i],
  [/start|begin|\bfrom\b/i, /\bend|finish|\bto\b|\bleave/i],
];

function stayOf(entity: ModelEntity): { from: ModelAttribute; to: ModelAttribute } | null {
  const dates = entity.attributes.filter((attribute) => isTemporal(attribute) && !NOT_HAPPENED.test(attribute.label));
  for (const [begin, finish] of STAYS) {
    const [from, otherFrom] = dates.filter((attribute) => begin.test(attribute.label));
    const [to, otherTo] = dates.filter((attribute) => finish.test(attribute.label));
    if (from !== undefined && to !== undefined && from !== to && otherFrom === undefined && otherTo === undefined) return { from, to };
  }
  return null;
}

/** `length of stay`, where no column holds it: the two words and what lies between them. */
function stayWords(nodes: Node[]): { act: Node; length: Node } | null {
  const act = nodes.find((node) => /^stays?$/i.test(node.item.text) && node.things.length === 0 && node.values.length === 0);
  const length = nodes.find((node) => /^(?:length|duration)$/i.test(node.item.text) && node.things.length === 0);
  return act === undefined || length === undefined || Math.abs(act.index - length.index) > 2 ? null : { act, length };
}

/** `average shipping time`: days from the date of the records to the date of the act, where the data has both and no column of that name. */
export function durationIdeas(context: Context, nodes: Node[]): Candidate[] {
  const stay = stayWords(nodes);
  const length = stay?.length ?? nodes.find((node) => LENGTH_WORDS.test(node.item.text));
  const act = stay?.act ?? (length === undefined ? null : previousContent(nodes, length.index));
  if (length === undefined || act === null) return [];
  if (stay === null && (act.index !== length.index - 1 || act.values.length > 0)) return [];
  const said = nodes.find((node) => isWord(node, 'aggregate'));
  const asked: AggregateFunction =
    said !== undefined && isWord(said, 'aggregate') && said.keyword.function !== 'sum' ? said.keyword.function : 'average';
  const unit = nodes.find(
    (node) =>
      node.time?.kind === 'grain' &&
      /^days?$/i.test(node.item.text) &&
      node.index > length.index &&
      /\bin$/i.test(nodes[node.index - 1]?.item.text ?? ''),
  );
  return context.model.model.entities.flatMap((entity): Candidate[] => {
    const dates = stay === null ? datesOf(entity, act.item.text) : stayOf(entity);
    if (dates === null) return [];
    const named = stay === null ? `${act.item.text} ${length.item.text}`.toLowerCase() : 'length of stay';
    const label = `${asked.charAt(0).toUpperCase()}${asked.slice(1)} ${named}`;
    return [
      {
        kind: 'measures',
        measures: [daysBetween(context, entity, dates, { asked, label })],
        entity: null,
        uses: [
          ...(said === undefined ? [] : [{ node: said, kind: 'AGGREGATE' as const, meaning: asked }]),
          { node: act, kind: 'METRIC', meaning: dates.to.label },
          { node: length, kind: 'METRIC', meaning: 'days' },
          ...(unit === undefined ? [] : [{ node: unit, kind: 'FILLER' as const, meaning: null }]),
        ],
        score: 0.4,
        notes: [{ text: `${label} is counted in days from ${dates.from.label} to ${dates.to.label}`, effect: -0.06 }],
        fromMetric: null,
      },
    ];
  });
}
