import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { link } from '../language/link.ts';
import type { Meaning } from '../language/meaning.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import { isDimension } from '../model/model-index.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { inSentence } from '../suggest/question-for.ts';

/** What a stretch can be exchanged for, at most; each costs a reading of a question. */
const MAX_ALTERNATIVES = 6;
const MAX_TRIED = 14;
const PERIODS = ['this month', 'last month', 'this quarter', 'last quarter', 'this year', 'last year', 'last 12 months'];
const GRAINS = ['month', 'quarter', 'year', 'week'];

interface Stretch {
  text: string;
  start: number;
  end: number;
  kind: string;
}
export interface AlternativeFacts {
  label: string;
  question: string;
}

/** The words that a meaning goes by, so that they mean only it wherever the model allows. */
function wordsOf({ model, metrics }: Knowledge, meaning: Meaning): string | null {
  switch (meaning.kind) {
    case 'metric': {
      const definition = metrics.get(meaning.metric)?.definition;
      return definition === undefined ? null : inSentence(definition.label);
    }
    case 'entity':
      return inSentence(model.find(meaning.entity)?.pluralLabel ?? '') || null;
    case 'attribute': {
      const label = model.attribute(meaning.entity, meaning.attribute)?.label;
      return label === undefined ? null : `${inSentence(model.entity(meaning.entity).label)} ${inSentence(label)}`;
    }
    case 'relation':
      return inSentence(model.relation(meaning.entity, meaning.relation)?.label ?? '') || null;
    case 'value':
      return `${inSentence(model.attribute(meaning.entity, meaning.attribute)?.label ?? '')} ${meaning.value}`.trim();
    case 'keyword':
    case 'time':
    case 'number':
    case 'quoted':
      return null;
  }
}

/** Numbers of the same records, other ones first that are the same kind of number. */
function otherMetrics({ metrics }: Knowledge, plan: QueryPlan): string[] {
  const entities = new Set(plan.sources.map(({ entity }) => entity));
  const unit = plan.measures[0]?.unit;
  return [...metrics.values()]
    .filter(
      ({ computation, definition }) =>
        computation?.sources.some(({ entity }) => entities.has(entity)) === true && definition.name !== plan.measures[0]?.metric,
    )
    .toSorted((a, b) => Number(b.definition.unit === unit) - Number(a.definition.unit === unit))
    .map(({ definition }) => inSentence(definition.label));
}

/** What else the records can be split by: their own attributes, and what they belong to. */
function otherDimensions({ model }: Knowledge, plan: QueryPlan): string[] {
  const entity = model.find(plan.sources[0]?.entity ?? '');
  if (entity === null) return [];
  const own = entity.attributes.filter(
    (attribute) => isDimension(attribute) && ['CATEGORY', 'STATUS', 'PLACE', 'FLAG'].includes(attribute.semantic),
  );
  return [...own.map(({ label }) => inSentence(label)), ...entity.relations.map(({ label }) => inSentence(label))];
}

/** Other values of the attribute that a stretch is a value of. */
function otherValues({ profile }: Knowledge, meanings: readonly Meaning[]): string[] {
  const value = meanings.find((meaning) => meaning.kind === 'value');
  if (value === undefined) return [];
  const values = profile.entities[value.entity]?.attributes[value.attribute]?.values ?? [];
  return values.filter((each) => each.toLowerCase() !== value.value.toLowerCase()).slice(0, MAX_TRIED);
}

function neighbours(knowledge: Knowledge, stretch: Stretch, meanings: readonly Meaning[], plan: QueryPlan): string[] {
  switch (stretch.kind) {
    case 'METRIC':
      return otherMetrics(knowledge, plan);
    case 'DIMENSION':
      return plan.groupBy.some(({ grain }) => grain !== null) && meanings.some(({ kind }) => kind === 'time')
        ? GRAINS
        : otherDimensions(knowledge, plan);
    case 'VALUE':
      return otherValues(knowledge, meanings);
    case 'TIME':
      return PERIODS;
    default:
      return [];
  }
}

/**
 * What else a stretch of a question can mean, or be exchanged for: each a whole question that is understood and means something else. Other
 * meanings of the words themselves come first, then what stands beside them. Deterministic.
 */
export function alternativesOf(knowledge: Knowledge, question: string, stretch: Stretch, today: string): AlternativeFacts[] {
  if (stretch.kind === 'FILLER') return [];
  const reading = read(knowledge, question, today);
  const plan = reading.kind === 'understood' ? reading.interpretation.plan : null;
  const item = link(question, knowledge.lexicon, today).find(({ start, end }) => start <= stretch.start && end >= stretch.end);
  const meanings = item?.meanings ?? [];
  const words = [
    ...meanings.flatMap((meaning) => wordsOf(knowledge, meaning) ?? []),
    ...(plan === null ? [] : neighbours(knowledge, stretch, meanings, plan)),
  ];
  const seen = new Set([JSON.stringify(plan)]);
  const found: AlternativeFacts[] = [];
  for (const label of [...new Set(words)].slice(0, MAX_TRIED)) {
    if (found.length >= MAX_ALTERNATIVES) break;
    const changed = `${question.slice(0, stretch.start)}${label}${question.slice(stretch.end)}`;
    if (changed.length > MAX_QUESTION_LENGTH || changed.toLowerCase() === question.toLowerCase()) continue;
    const other = read(knowledge, changed, today);
    const key = other.kind === 'understood' ? JSON.stringify(other.interpretation.plan) : null;
    if (key === null || seen.has(key)) continue;
    seen.add(key);
    found.push({ label, question: changed });
  }
  return found;
}
