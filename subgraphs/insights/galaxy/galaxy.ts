import type { AnswerFacts, RunQuery, TrendFacts, ConfidenceFacts } from '../answer/answer-types.ts';
import { confidenceOf } from '../answer/confidence.ts';
import type { DataHealth } from '../answer/confidence.ts';
import { formatValue, toNumber } from '../answer/format.ts';
import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { seriesChange, trendOf } from '../answer/movement.ts';
import { periodText } from '../answer/sentence.ts';
import { seriesPlan, totalPlan } from '../answer/variations.ts';
import type { Interpretation } from '../compose/attempt.ts';
import type { DomainName } from '../metrics/metric-definition.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { neighboursOf } from './neighbours.ts';
import type { Neighbour } from './neighbours.ts';

export interface GalaxyNodeFacts {
  id: string;
  label: string;
  question: string;
  orbit: 'CENTRE' | 'EXACT' | 'LIKELY' | 'HYPOTHESIS';
  domain: DomainName;
  unit: QueryPlan['measures'][number]['unit'];
  value: number | null;
  formattedValue: string | null;
  trend: TrendFacts | null;
  confidence: ConfidenceFacts;
  /** 0…1: the share of the data behind it that is whole. */
  quality: number;
  freshness: string | null;
  sparkline: number[];
}
export interface GalaxyFacts {
  nodes: GalaxyNodeFacts[];
  edges: { from: string; to: string; relation: Neighbour['relation']; explanation: string }[];
}

/** A galaxy that reads at a glance: the centre and at most this many around it. */
const MAX_NODES = 12;
const MAX_SPARKLINE = 24;

function freshness(knowledge: Knowledge, plan: QueryPlan, health: DataHealth): string | null {
  const dates = plan.sources
    .flatMap((source) =>
      (knowledge.model.find(source.entity)?.sources ?? []).map((each) => health.objects.get(each.objectId)?.syncedAt ?? null),
    )
    .filter((date) => date !== null);
  const updated = plan.sources.map((source) => knowledge.profile.entities[source.entity]?.updatedAt ?? null).find((date) => date !== null);
  const oldest = dates.toSorted()[0] ?? updated ?? null;
  return oldest === null || Number.isNaN(Date.parse(oldest)) ? null : new Date(oldest).toISOString();
}

/** The share of what could be wrong with the data that is not: blanks, broken links and quarantine, as confidence counts them. */
function quality(confidence: ConfidenceFacts): number {
  const dataDoubts = confidence.reasons
    .filter((reason) => reason.effect < 0 && /have no|name a|quarantine|mapping/i.test(reason.text))
    .reduce((sum, reason) => sum - reason.effect, 0);
  return Math.max(0, Math.round((1 - dataDoubts) * 1000) / 1000);
}

async function neighbourNode(
  knowledge: Knowledge,
  run: RunQuery,
  neighbour: Neighbour,
  interpretation: Interpretation,
  health: DataHealth,
  today: string,
): Promise<GalaxyNodeFacts | null> {
  const plan = totalPlan(interpretation.plan);
  const measure = plan.measures[0];
  if (measure === undefined) return null;
  const value = toNumber((await run(compilePlan(plan, knowledge.model)))[0]?.['m0']);
  if (value === null) return null;
  const wanted = seriesPlan(contextOf(knowledge, today), plan);
  const points = wanted === null ? [] : (await run(compilePlan(wanted, knowledge.model))).toReversed().map((row) => toNumber(row['m0']));
  const sparkline = points.filter((point) => point !== null).slice(-MAX_SPARKLINE);
  const definition = measure.metric === null ? undefined : knowledge.metrics.get(measure.metric)?.definition;
  const confidence = confidenceOf(knowledge, interpretation, health, today);
  const change = seriesChange(
    points.map((point) => ({ period: '', start: '', value: point })),
    true,
  );
  return {
    id: neighbour.id,
    label: neighbour.label,
    question: neighbour.question,
    orbit: neighbour.orbit,
    domain: definition?.domain ?? neighbour.domain,
    unit: measure.unit,
    value,
    formattedValue: formatValue(value, measure.unit, measure.currency),
    trend: trendOf(change, definition?.goodDirection ?? 'NEUTRAL'),
    confidence,
    quality: quality(confidence),
    freshness: freshness(knowledge, plan, health),
    sparkline,
  };
}

/** One number in one unit is far more often one thing under two names (orders, number of orders) than a coincidence. */
function saysTheSame(shown: GalaxyNodeFacts, node: GalaxyNodeFacts): boolean {
  return shown.unit === node.unit && shown.value === node.value;
}

/**
 * The galaxy around an answer: related metrics, parts and neighbouring numbers, each with its real value for the same period. Every node is
 * itself a question that was read before it is shown. Runs two statements a node.
 */
export async function galaxyOf(
  knowledge: Knowledge,
  run: RunQuery,
  answer: AnswerFacts,
  health: DataHealth,
  today: string,
): Promise<GalaxyFacts> {
  const centre: GalaxyNodeFacts = {
    id: 'centre',
    label: answer.label,
    question: answer.question,
    orbit: 'CENTRE',
    domain: answer.domain,
    unit: answer.unit,
    value: answer.value,
    formattedValue: answer.formattedValue,
    trend: answer.trend,
    confidence: answer.confidence,
    quality: quality(answer.confidence),
    freshness: freshness(knowledge, answer.plan, health),
    sparkline: answer.series.flatMap((point) => (point.value === null ? [] : [point.value])).slice(-MAX_SPARKLINE),
  };
  const nodes = [centre];
  const edges: GalaxyFacts['edges'] = [];
  const seen = new Set([answer.question.toLowerCase()]);
  for (const neighbour of neighboursOf(knowledge, answer, periodText(answer.plan.period), today)) {
    if (nodes.length >= MAX_NODES) break;
    if (seen.has(neighbour.question)) continue;
    seen.add(neighbour.question);
    const reading = read(knowledge, neighbour.question, today);
    if (reading.kind === 'refused' || JSON.stringify(reading.interpretation.plan) === JSON.stringify(answer.plan)) continue;
    const node = await neighbourNode(knowledge, run, neighbour, reading.interpretation, health, today);
    if (node === null || nodes.some((shown) => saysTheSame(shown, node))) continue;
    nodes.push(node);
    edges.push({ from: centre.id, to: node.id, relation: neighbour.relation, explanation: neighbour.explanation });
  }
  return { nodes, edges };
}
