import { contextOf, read } from './knowledge.ts';
import type { Knowledge } from './knowledge.ts';
import type { AnswerFacts } from './answer-types.ts';
import { periodText } from './sentence.ts';
import { inSentence, questionFor } from '../suggest/question-for.ts';
import { phraseKey } from '../language/tokenize.ts';
import { sliceFields } from './variations.ts';

const MAX_FOLLOW_UPS = 5;

/** What the measure is called in a new question. */
export function spokenMeasure(knowledge: Knowledge, answer: Pick<AnswerFacts, 'metric' | 'label' | 'plan'>): string {
  const definition = answer.metric === null ? undefined : knowledge.metrics.get(answer.metric)?.definition;
  // `Share of revenue: retail` is asked about as revenue.
  return inSentence(definition?.label ?? answer.label.replace(/^Share of ([^:]+):.*$/, '$1'));
}

/** Records a measure can be ranked by: never those that it counts, of which each has exactly one. */
function rankable(knowledge: Knowledge, answer: AnswerFacts): string[] {
  const source = answer.plan.sources[0];
  const counted = answer.unit === 'COUNT' ? phraseKey(answer.label.replace(/^Number of (?:different )?/, '')) : null;
  const seen = new Set(answer.plan.groupBy.map((dimension) => dimension.entity));
  return (source === undefined ? [] : knowledge.model.paths(source.entity))
    .filter((path) => path.relations.length === 1 && path.target !== source?.entity && !seen.has(path.target))
    .map((path) => knowledge.model.entity(path.target))
    .filter((entity) => ![entity.label, entity.pluralLabel, ...entity.synonyms].some((name) => phraseKey(name) === counted))
    .map((entity) => entity.pluralLabel);
}

/** Three to five questions that go on from an answer; each is read first, so that none of them fails. */
export function followUpsOf(knowledge: Knowledge, answer: AnswerFacts, today: string): string[] {
  const { plan } = answer;
  const context = contextOf(knowledge, today);
  const candidates: string[] = [];
  if (plan.shape === 'list') {
    const entity = knowledge.model.entity(plan.sources[0]?.entity ?? '');
    const slices = sliceFields(context, plan).slice(0, 3);
    candidates.push(
      `how many ${inSentence(entity.pluralLabel)} are there`,
      ...slices.map((slice) => `number of ${inSentence(entity.pluralLabel)} by ${slice.label.toLowerCase()}`),
    );
  } else {
    const measure = spokenMeasure(knowledge, answer);
    const period = periodText(plan.period);
    const grouped = new Set(plan.groupBy.map((dimension) => dimension.label));
    const slices = sliceFields(context, plan)
      .filter((slice) => !grouped.has(slice.label))
      .slice(0, 2);
    candidates.push(...slices.map((slice) => `${measure} by ${slice.label.toLowerCase()}${period}`));
    if (!plan.groupBy.some((dimension) => dimension.grain !== null)) candidates.push(`${measure} by month${period}`);
    candidates.push(
      ...rankable(knowledge, answer)
        .slice(0, 2)
        .map((plural) => `top 5 ${inSentence(plural)} by ${measure}${period}`),
    );
    const definition = answer.metric === null ? undefined : knowledge.metrics.get(answer.metric)?.definition;
    const neighbours = (definition?.related ?? [])
      .map((each) => knowledge.metrics.get(each.metric))
      .filter((each) => each !== undefined && each.computation !== null);
    candidates.push(
      ...neighbours
        .slice(0, 3)
        .flatMap((each) =>
          each === undefined ? [] : [plan.period === null ? questionFor(each.definition) : `${inSentence(each.definition.label)}${period}`],
        ),
    );
  }
  const asked = answer.question
    .toLowerCase()
    .replaceAll(/[?\s]+/g, ' ')
    .trim();
  const good = [...new Set(candidates)].filter(
    (question) => question.replace('?', '') !== asked && read(knowledge, question, today).kind === 'understood',
  );
  return good.slice(0, MAX_FOLLOW_UPS);
}
