import type { AnswerFacts } from '../answer/answer-types.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { spokenMeasure } from '../answer/follow-ups.ts';
import { sliceFields } from '../answer/variations.ts';
import { defaultFunction } from '../compose/measure-choices.ts';
import type { DomainName, RelationKind } from '../metrics/metric-definition.ts';
import { isNumeric } from '../model/model-index.ts';
import { inSentence } from '../suggest/question-for.ts';

/** A number worth seeing beside an answer, as a question. */
export interface Neighbour {
  id: string;
  label: string;
  question: string;
  orbit: 'EXACT' | 'LIKELY' | 'HYPOTHESIS';
  relation: RelationKind;
  explanation: string;
  domain: DomainName;
}

const ORBIT: Record<RelationKind, Neighbour['orbit']> = { COMPONENT: 'EXACT', RATIO: 'EXACT', DRIVER: 'LIKELY', CORRELATE: 'HYPOTHESIS' };
const MAX_PARTS = 3;

function relatedMetrics(knowledge: Knowledge, answer: AnswerFacts, period: string): Neighbour[] {
  if (answer.metric === null) return [];
  const own = knowledge.metrics.get(answer.metric)?.definition.related ?? [];
  const pointing = [...knowledge.metrics.values()].flatMap(({ definition }) =>
    definition.related.filter((each) => each.metric === answer.metric).map((each) => ({ ...each, metric: definition.name })),
  );
  const seen = new Set<string>();
  return [...own, ...pointing].flatMap((each): Neighbour[] => {
    const bound = knowledge.metrics.get(each.metric);
    if (bound === undefined || bound.computation === null || seen.has(each.metric)) return [];
    seen.add(each.metric);
    return [
      {
        id: `metric:${each.metric}`,
        label: bound.definition.label,
        question: `${inSentence(bound.definition.label)}${bound.computation.sources.every((source) => source.timeField !== null) ? period : ''}`,
        orbit: ORBIT[each.relation],
        relation: each.relation,
        explanation: each.explanation,
        domain: bound.definition.domain,
      },
    ];
  });
}

function parts(answer: AnswerFacts, measure: string, period: string): Neighbour[] {
  return answer.breakdown
    .filter((item) => item.value !== null && item.label !== '(none)')
    .slice(0, MAX_PARTS)
    .map((item) => ({
      id: `part:${item.label}`,
      label: `${answer.label} · ${item.label}`,
      question: `${measure} for "${item.label.replaceAll('"', '')}"${period}`,
      orbit: 'EXACT',
      relation: 'COMPONENT',
      explanation:
        item.share === null
          ? `${item.label} is one of the groups behind it.`
          : `${item.label} makes up ${(item.share * 100).toFixed(1)} % of it.`,
      domain: answer.domain,
    }));
}

/** Numbers of the same records that need no metric: how many there are, and their other quantities. */
function automatic(knowledge: Knowledge, answer: AnswerFacts, period: string): Neighbour[] {
  const base = answer.plan.sources[0];
  const entity = base === undefined ? null : knowledge.model.find(base.entity);
  if (base === undefined || entity === null) return [];
  const when = base.timeField === null ? '' : period;
  const noun = inSentence(entity.pluralLabel);
  const count: Neighbour = {
    id: `count:${entity.name}`,
    label: `Number of ${noun}`,
    question: `how many ${noun}${when}`,
    orbit: 'LIKELY',
    relation: 'DRIVER',
    explanation: `It is computed from ${noun}; their number moves it.`,
    domain: answer.domain,
  };
  const numbers = entity.attributes.filter(isNumeric).map((attribute): Neighbour => {
    const verb = defaultFunction(attribute) === 'sum' ? 'total' : 'average';
    return {
      id: `${verb}:${entity.name}.${attribute.name}`,
      label: `${verb === 'total' ? 'Total' : 'Average'} ${attribute.label.toLowerCase()}`,
      question: `${verb} ${entity.label.toLowerCase()} ${attribute.label.toLowerCase()}${when}`,
      orbit: 'HYPOTHESIS',
      relation: 'CORRELATE',
      explanation: `${attribute.label} is another number of the same ${noun}.`,
      domain: answer.domain,
    };
  });
  const linked = knowledge.model
    .paths(entity.name)
    .filter((path) => path.relations.length === 1)
    .map((path): Neighbour => {
      const target = knowledge.model.entity(path.target);
      return {
        id: `count:${target.name}`,
        label: `Number of ${inSentence(target.pluralLabel)}`,
        question: `how many ${inSentence(target.pluralLabel)} are there`,
        orbit: 'HYPOTHESIS',
        relation: 'CORRELATE',
        explanation: `Each of the ${noun} belongs to one of the ${inSentence(target.pluralLabel)}.`,
        domain: answer.domain,
      };
    });
  const belonging = knowledge.model.model.entities
    .filter((other) => other.name !== entity.name && other.relations.some((relation) => relation.target === entity.name))
    .map((other): Neighbour => {
      const others = inSentence(other.pluralLabel);
      return {
        id: `count:${other.name}`,
        label: `Number of ${others}`,
        question: `how many ${others} are there`,
        orbit: 'HYPOTHESIS',
        relation: 'CORRELATE',
        explanation: `Each of the ${others} belongs to one of the ${noun}.`,
        domain: answer.domain,
      };
    });
  return [count, ...numbers.slice(0, 5), ...linked.slice(0, 3), ...belonging.slice(0, 3)];
}

/** Other metrics of the same records: nearby even when nobody wrote down how. */
function sameRecords(knowledge: Knowledge, answer: AnswerFacts, period: string): Neighbour[] {
  const entities = new Set(answer.plan.sources.map((source) => source.entity));
  return [...knowledge.metrics.values()].flatMap((bound): Neighbour[] => {
    const { computation, definition } = bound;
    if (
      computation === null ||
      definition.name === answer.metric ||
      definition.part === true ||
      !computation.sources.every((source) => entities.has(source.entity))
    )
      return [];
    return [
      {
        id: `metric:${definition.name}`,
        label: definition.label,
        question: `${inSentence(definition.label)}${computation.sources.every((source) => source.timeField !== null) ? period : ''}`,
        orbit: 'HYPOTHESIS',
        relation: 'CORRELATE',
        explanation: `${definition.label} is told from the same records.`,
        domain: definition.domain,
      },
    ];
  });
}

/** Neighbours of an answer, most telling first: parts, related metrics, then the other numbers of the same records. */
export function neighboursOf(knowledge: Knowledge, answer: AnswerFacts, period: string, today: string): Neighbour[] {
  const related = relatedMetrics(knowledge, answer, period);
  const measure = spokenMeasure(knowledge, answer);
  const found = answer.plan.shape === 'list' ? [] : parts(answer, measure, period);
  const slices = answer.plan.shape === 'list' ? sliceFields(contextOf(knowledge, today), answer.plan) : [];
  const sliced = slices.length === 0 ? [] : automatic(knowledge, answer, '');
  const all = [...found, ...related, ...automatic(knowledge, answer, period), ...sliced, ...sameRecords(knowledge, answer, period)];
  return all.filter((each, index) => all.findIndex((other) => other.id === each.id) === index);
}
