import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { sliceFields } from '../answer/variations.ts';
import { coverage } from '../compose/times.ts';
import { labelOf, periodOf, startOf } from '../language/calendar.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { barePlan } from '../plan/bare-plan.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { isNumeric } from '../model/model-index.ts';
import { defaultFunction } from '../compose/measure-choices.ts';
import { inSentence, questionFor } from './question-for.ts';

/** More than this is read by nobody; it also bounds the readings done. */
const MAX_TRIED = 80;

function latestQuarter(knowledge: Knowledge, metric: string, today: string): string | null {
  const source = knowledge.metrics.get(metric)?.computation?.sources[0];
  const { max } = source === undefined ? { max: null } : coverage(contextOf(knowledge, today), source.entity, source.timeField);
  if (max === null) return null;
  const from = startOf('quarter', max);
  return labelOf(from, periodOf('quarter', from, 1));
}

/** How much a metric is what its business asks about first: money that came in over time, then other money, then the most connected. */
function importance({ definition, computation }: BoundMetric): number {
  const money = definition.unit === 'MONEY' ? 100 : 0;
  const earned = definition.unit === 'MONEY' && definition.goodDirection === 'UP' ? 50 : 0;
  const timed = computation?.sources[0]?.timeField == null || definition.asOf === true ? 0 : 20;
  return money + earned + timed + (definition.name === 'revenue' ? 100 : 0) + definition.related.length;
}

/** The main metric in several ways: in time, ranked, split; a period only of money, whose date is what people mean. */
function aroundMain(knowledge: Knowledge, main: BoundMetric, today: string): string[] {
  const [source] = main.computation?.sources ?? [];
  if (source === undefined) return [];
  const label = inSentence(main.definition.label);
  const quarter = main.definition.unit === 'MONEY' ? latestQuarter(knowledge, main.definition.name, today) : null;
  const linked = knowledge.model
    .paths(source.entity)
    .filter((path) => path.relations.length === 1 && path.target !== source.entity)
    .map((path) => inSentence(knowledge.model.entity(path.target).pluralLabel));
  const [slice] = sliceFields(contextOf(knowledge, today), listPlan(source.entity));
  const [ranked, second] = linked.map((plural) => `top 5 ${plural} by ${label}`);
  return [
    ...(source.timeField === null ? [] : [`${label} by month`]),
    ...(ranked === undefined ? [] : [ranked]),
    ...(slice === undefined ? [] : [`${label} by ${slice.label.toLowerCase()}`]),
    ...(quarter === null ? [] : [`${label} in ${quarter}`]),
    ...(second === undefined ? [] : [second]),
  ];
}

function metricQuestions(knowledge: Knowledge, persona: PersonaName | null, today: string): string[] {
  const bound = [...knowledge.metrics.values()]
    .filter(
      (each) =>
        each.computation !== null && each.definition.part !== true && (persona === null || each.definition.personas.includes(persona)),
    )
    .toSorted((a, b) => importance(b) - importance(a));
  const [main] = bound;
  if (main === undefined) return [];
  // A ratio and a count beside the money: a page of totals shows little of what can be asked.
  const ratio = bound.find((each) => each.definition.unit === 'PERCENT');
  const count = bound.find((each) => each.definition.unit === 'COUNT');
  const first = [main, ratio, count].filter((each) => each !== undefined);
  const plain = [...new Set([...first, ...bound])].map((each) => questionFor(each.definition));
  const around = aroundMain(knowledge, main, today);
  return [
    ...plain.slice(0, 1),
    ...around.slice(0, 3),
    ...plain.slice(1).flatMap((question, index) => [question, ...around.slice(index + 3, index + 4)]),
  ];
}

const listPlan = (entity: string): QueryPlan => barePlan('list', [{ entity, filters: [], timeField: null, keys: [] }]);

function entityQuestions(knowledge: Knowledge, today: string): string[] {
  const context = contextOf(knowledge, today);
  const entities = knowledge.model.model.entities.toSorted(
    (a, b) => (knowledge.profile.entities[b.name]?.rows ?? 0) - (knowledge.profile.entities[a.name]?.rows ?? 0),
  );
  return entities.flatMap((entity) => {
    const noun = inSentence(entity.pluralLabel);
    const slices = sliceFields(context, listPlan(entity.name)).slice(0, 2);
    const number = entity.attributes.find(isNumeric);
    return [
      `how many ${noun} are there`,
      ...slices.map((slice) => `number of ${noun} by ${slice.label.toLowerCase()}`),
      ...(number === undefined
        ? []
        : [
            `${defaultFunction(number) === 'sum' ? 'total' : 'average'} ${number.label.toLowerCase()}${slices[0] === undefined ? '' : ` by ${slices[0].label.toLowerCase()}`}`,
          ]),
    ];
  });
}

/** Questions this tenant's data answers, for a persona when given; every one was read and understood. */
export function sampleQuestions(knowledge: Knowledge, persona: PersonaName | null, first: number, today: string): string[] {
  const own = metricQuestions(knowledge, persona, today);
  const more = persona === null ? [] : metricQuestions(knowledge, null, today);
  const tried = [...new Set([...own, ...entityQuestions(knowledge, today), ...more])].slice(0, MAX_TRIED);
  const good: string[] = [];
  for (const question of tried) {
    if (good.length >= first) break;
    if (read(knowledge, question, today).kind === 'understood') good.push(question);
  }
  return good;
}
