import type { AnswerFacts } from '../answer/answer-types.ts';
import { trendOf } from '../answer/movement.ts';
import { askedUnder, conditionsOf } from './conditions.ts';
import { correlationOf, correlationText, type CorrelationFacts } from './correlation.ts';
import { type GalaxyFacts, type GalaxyNodeFacts, type Making, MAX_SPARKLINE } from './galaxy-facts.ts';
import { freshnessOf, nodeOf, qualityOf } from './node.ts';
import { type NodeHistory, nodeHistory } from './node-history.ts';
import type { Neighbour } from './neighbour.ts';
import { neighboursOf } from './neighbours.ts';

interface Planet {
  neighbour: Neighbour;
  node: GalaxyNodeFacts;
  correlation: CorrelationFacts | null;
}

/** Neighbours that are looked at beyond those shown, so that what hardly moves with the answer can give way. */
const SPARE = 4;
/** Neighbours that share a transaction: the database is never held for longer than a few statements take. */
const PER_TRANSACTION = 3;
const ORBITS = ['CENTRE', 'EXACT', 'LIKELY', 'HYPOTHESIS'];

/** One number in one unit is far more often one thing under two names (orders, number of orders) than a coincidence. */
function saysTheSame(shown: GalaxyNodeFacts, node: GalaxyNodeFacts): boolean {
  return shown.unit === node.unit && shown.value === node.value;
}

function centreOf(answer: AnswerFacts, history: NodeHistory | null, { knowledge, health }: Making): GalaxyNodeFacts {
  const definition = answer.metric === null ? undefined : knowledge.metrics.get(answer.metric)?.definition;
  const goodDirection = definition?.goodDirection ?? 'NEUTRAL';
  const points = history?.points.map(({ value }) => value) ?? answer.series.flatMap(({ value }) => (value === null ? [] : [value]));
  const [before, last] = [points.at(-2) ?? 0, points.at(-1) ?? 0];
  return {
    id: 'centre',
    label: answer.label,
    question: answer.question,
    orbit: 'CENTRE',
    domain: answer.domain,
    unit: answer.unit,
    value: answer.value,
    formattedValue: answer.formattedValue,
    period: answer.plan.period?.label ?? null,
    sameConditions: true,
    delta: answer.delta,
    goodDirection,
    trend: answer.trend ?? trendOf(before === 0 ? null : (last - before) / Math.abs(before), goodDirection),
    confidence: answer.confidence,
    quality: qualityOf(answer.confidence),
    freshness: freshnessOf(knowledge, answer.plan, health),
    sparkline: points.slice(-MAX_SPARKLINE),
  };
}

/** Most telling first: by orbit, what a definition says before what lies near, then by how strongly it moved along. */
function byRelevance(a: Planet, b: Planet): number {
  const rank = ({ neighbour }: Planet): number => ORBITS.indexOf(neighbour.orbit) * 2 + (neighbour.origin === 'DEFINED' ? 0 : 1);
  const strength = ({ correlation }: Planet): number => Math.abs(correlation?.r ?? 0);
  const near = a.neighbour.origin === 'NEAR' && b.neighbour.origin === 'NEAR';
  return rank(a) - rank(b) || Number(b.node.sameConditions) - Number(a.node.sameConditions) || (near ? strength(b) - strength(a) : 0);
}

/**
 * The galaxy around an answer: its parts, related metrics and neighbouring numbers, each with its real value for the same period and under the same
 * conditions. Every node is itself a question that was read before it is shown. Runs three statements a node. @param first how many around the centre
 */
export async function galaxyOf(answer: AnswerFacts, first: number, making: Making): Promise<GalaxyFacts> {
  const { knowledge, asking, today } = making;
  const history = await asking((run) =>
    answer.plan.shape === 'list' ? Promise.resolve(null) : nodeHistory(knowledge, run, answer, today),
  );
  const centre = centreOf(answer, history, making);
  const conditions = conditionsOf(knowledge, answer);
  const waiting = neighboursOf(knowledge, answer, conditions.required.length > 0);
  const planets: Planet[] = [];
  const seen = new Set([answer.question.toLowerCase()]);
  while (waiting.length > 0 && planets.length < first + SPARE) {
    const some = waiting.splice(0, PER_TRANSACTION).flatMap((neighbour) => {
      const asked = askedUnder(knowledge, neighbour, conditions, today);
      if (asked === null || seen.has(asked.question.toLowerCase())) return [];
      seen.add(asked.question.toLowerCase());
      return JSON.stringify(asked.reading.interpretation.plan) === JSON.stringify(answer.plan) ? [] : [{ neighbour, asked }];
    });
    const found = await asking(async (run) => {
      const made: Planet[] = [];
      for (const { neighbour, asked } of some) {
        const told = await nodeOf(making, run, neighbour, asked);
        const measured = neighbour.relation === 'DRIVER' || neighbour.relation === 'CORRELATE';
        if (told === null) continue;
        const monthly = history?.grain === 'month' && told.history?.grain === 'month';
        const correlation = measured && monthly ? correlationOf(history.points, told.history?.points ?? []) : null;
        made.push({ neighbour, node: told.node, correlation });
      }
      return made;
    });
    for (const planet of found)
      if (![centre, ...planets.map(({ node }) => node)].some((shown) => saysTheSame(shown, planet.node))) planets.push(planet);
  }
  const shown = planets.toSorted(byRelevance).slice(0, first);
  return {
    nodes: [centre, ...shown.map(({ node }) => node)],
    edges: shown.map(({ neighbour: { relation, explanation }, node, correlation }) => ({
      from: centre.id,
      to: node.id,
      relation,
      explanation: correlation === null ? explanation : `${explanation} ${correlationText(correlation)}`,
      correlation,
    })),
  };
}
