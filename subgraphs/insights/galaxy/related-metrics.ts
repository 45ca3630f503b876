import type { AnswerFacts } from '../answer/answer-types.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { type Formula, namesOf, parseFormula } from '../metrics/formula.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { RelationKind } from '../metrics/metric-definition.ts';
import { inSentence } from '../suggest/question-for.ts';
import { type Neighbour, ORBIT } from './neighbour.ts';

interface Tie {
  metric: string;
  relation: RelationKind;
  explanation: string;
}

const RELATION: Record<Extract<Formula, { kind: 'combine' }>['operator'], RelationKind> = {
  '+': 'COMPONENT',
  '-': 'COMPONENT',
  '*': 'DRIVER',
  '/': 'RATIO',
};

/** A formula with what its metrics are called: `gross profit / revenue`. */
function inWords(formula: string, labelOf: (name: string) => string): string {
  return formula.replaceAll(/[A-Za-z_]\w*/g, (name) => labelOf(name));
}

/** What the formula of a metric says of its parts; empty without one. */
function formulaTies({ definition }: BoundMetric, labelOf: (name: string) => string): Tie[] {
  if (definition.formula === undefined) return [];
  const formula = parseFormula(definition.formula);
  const relation = formula.kind === 'combine' ? RELATION[formula.operator] : 'RATIO';
  const explanation = `${definition.label} is ${inWords(definition.formula, labelOf)}.`;
  return namesOf(formula).map((metric) => ({ metric, relation, explanation }));
}

/** Metrics that a definition ties to the answer's own: those it names, those of its formula, and those that name it. */
export function relatedMetrics(knowledge: Knowledge, answer: AnswerFacts): Neighbour[] {
  const own = answer.metric === null ? undefined : knowledge.metrics.get(answer.metric);
  if (own === undefined) return [];
  const labelOf = (name: string): string => inSentence(knowledge.metrics.get(name)?.definition.label ?? name.replaceAll('_', ' '));
  const all = [...knowledge.metrics.values()];
  const ties = [
    ...own.definition.related,
    ...formulaTies(own, labelOf),
    ...all.flatMap(({ definition }) =>
      definition.related.filter(({ metric }) => metric === answer.metric).map((tie) => ({ ...tie, metric: definition.name })),
    ),
    ...all.flatMap((bound) =>
      formulaTies(bound, labelOf)
        .filter(({ metric }) => metric === answer.metric)
        .map((tie) => ({ ...tie, metric: bound.definition.name })),
    ),
  ];
  const seen = new Set([answer.metric]);
  return ties.flatMap((tie): Neighbour[] => {
    const bound = knowledge.metrics.get(tie.metric);
    if (bound === undefined || bound.computation === null || bound.definition.part === true || seen.has(tie.metric)) return [];
    seen.add(tie.metric);
    return [metricNeighbour(bound, tie.relation, tie.explanation, 'DEFINED')];
  });
}

/** A metric as a neighbour. */
function metricNeighbour(
  { definition, computation }: BoundMetric,
  relation: RelationKind,
  explanation: string,
  origin: Neighbour['origin'],
): Neighbour {
  return {
    id: `metric:${definition.name}`,
    label: definition.label,
    asked: inSentence(definition.label),
    dated: computation?.sources.every(({ timeField }) => timeField !== null) ?? false,
    conditioned: true,
    orbit: ORBIT[relation],
    relation,
    explanation,
    domain: definition.domain,
    origin,
  };
}

/** Other metrics of the same records: nearby even when nobody wrote down how. */
export function sameRecords(knowledge: Knowledge, answer: AnswerFacts): Neighbour[] {
  const entities = new Set(answer.plan.sources.map(({ entity }) => entity));
  return [...knowledge.metrics.values()].flatMap((bound): Neighbour[] => {
    const { computation, definition } = bound;
    const same = computation !== null && computation.sources.every(({ entity }) => entities.has(entity));
    return same && definition.name !== answer.metric && definition.part !== true
      ? [metricNeighbour(bound, 'CORRELATE', `${definition.label} is told from the same records.`, 'NEAR')]
      : [];
  });
}
