import type { Knowledge } from '../answer/knowledge.ts';
import { contextOf, read } from '../answer/knowledge.ts';
import { understood } from '../dashboards/expected.ts';
import { kpiIdea } from '../dashboards/ideas.ts';
import { distinctMeasures, inTurn, metricNamed } from '../dashboards/measures.ts';
import type { Overviews } from '../dashboards/overview-file.ts';
import { decidePeriod } from '../dashboards/period.ts';
import type { GalaxyNodeFacts, Making } from '../galaxy/galaxy-facts.ts';
import { nodeOf } from '../galaxy/node.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';

/** A metric with what it comes to. */
export interface HeadlineFacts {
  metric: string;
  node: GalaxyNodeFacts;
}

const MAX_HEADLINES = 6;
/** Metrics tried, so that empty ones give way to others. */
const MAX_TRIED = 12;
/** Numbers that share a transaction. */
const PER_TRANSACTION = 3;

function candidates(knowledge: Knowledge, overviews: Overviews, persona: PersonaName) {
  const topics = overviews.personas[persona].map(({ metrics }) => metrics.flatMap((name) => metricNamed(knowledge, name) ?? []));
  return distinctMeasures(inTurn(topics)).slice(0, MAX_TRIED);
}

/** The numbers a persona looks at first, a metric of each of their concerns before a second of one: at most six, for the latest year of the data. */
export async function headlinesOf(making: Making, overviews: Overviews, persona: PersonaName): Promise<HeadlineFacts[]> {
  const { knowledge, asking, today } = making;
  const context = contextOf(knowledge, today);
  const measures = candidates(knowledge, overviews, persona);
  const decided = decidePeriod(context, measures, null, true);
  const frame = { context, period: decided.kind === 'decided' ? decided.period : null, conditions: '' };
  const found: HeadlineFacts[] = [];
  for (const waiting = [...measures]; waiting.length > 0 && found.length < MAX_HEADLINES;) {
    const some = waiting.splice(0, PER_TRANSACTION);
    const told = await asking(async (run) => {
      const numbers: HeadlineFacts[] = [];
      for (const measure of some) {
        const asked = understood(knowledge, frame, kpiIdea(frame, measure), []);
        const reading = asked === null ? null : read(knowledge, asked.question, today);
        const metric = asked?.plan.measures[0]?.metric ?? null;
        if (asked === null || metric === null || reading?.kind !== 'understood') continue;
        const neighbour = { ...NEIGHBOUR, id: `metric:${metric}`, label: measure.label, asked: asked.question };
        const node = await nodeOf(making, run, neighbour, { question: asked.question, reading, same: true });
        if (node?.node.value != null && node.node.value !== 0) numbers.push({ metric, node: node.node });
      }
      return numbers;
    });
    found.push(...told);
  }
  return found.slice(0, MAX_HEADLINES);
}

/** What a headline has in common with a planet: it is its own question. */
const NEIGHBOUR = {
  dated: true,
  conditioned: false,
  orbit: 'EXACT',
  relation: 'COMPONENT',
  explanation: '',
  domain: 'FINANCE',
  origin: 'DEFINED',
} as const;
