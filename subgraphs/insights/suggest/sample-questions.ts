import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { sliceFields } from '../answer/variations.ts';
import { coverage } from '../compose/times.ts';
import { labelOf, periodOf, startOf } from '../language/calendar.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
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

function metricQuestions(knowledge: Knowledge, persona: PersonaName | null, today: string): string[] {
  // The most connected metric leads: it is what a business asks about first.
  const bound = [...knowledge.metrics.values()]
    .filter(
      (each) =>
        each.computation !== null &&
        each.definition.name !== 'churn_base' &&
        (persona === null || each.definition.personas.includes(persona)),
    )
    .toSorted((a, b) => b.definition.related.length - a.definition.related.length);
  const main = bound.find((each) => each.computation?.sources[0]?.timeField != null) ?? bound[0];
  const plain = bound.map((each) => questionFor(each.definition));
  if (main?.computation == null) return plain;
  const label = inSentence(main.definition.label);
  const quarter = latestQuarter(knowledge, main.definition.name, today);
  const entity = main.computation.sources[0]?.entity ?? '';
  const linked = knowledge.model
    .paths(entity)
    .filter((path) => path.relations.length === 1)
    .map((path) => knowledge.model.entity(path.target));
  const rich = [
    ...(quarter === null ? [] : [`${label} in ${quarter}`]),
    ...linked.slice(0, 2).map((each) => `top 5 ${inSentence(each.pluralLabel)} by ${label}`),
    `${label} by month`,
  ];
  return plain.flatMap((question, index) => [question, ...(rich[index] === undefined ? [] : [rich[index]])]);
}

function entityQuestions(knowledge: Knowledge, today: string): string[] {
  const context = contextOf(knowledge, today);
  const entities = knowledge.model.model.entities.toSorted(
    (a, b) => (knowledge.profile.entities[b.name]?.rows ?? 0) - (knowledge.profile.entities[a.name]?.rows ?? 0),
  );
  return entities.flatMap((entity) => {
    const noun = inSentence(entity.pluralLabel);
    const plan = {
      version: 1 as const,
      shape: 'list' as const,
      sources: [{ entity: entity.name, filters: [], timeField: null, keys: [] }],
      measures: [],
      groupBy: [],
      columns: [],
      distinct: false,
      having: [],
      period: null,
      compare: null,
      order: [],
      limit: 1,
      share: false,
    };
    const slices = sliceFields(context, plan).slice(0, 2);
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
