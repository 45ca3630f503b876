import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { MeasureChoice } from '../compose/attempt.ts';
import { aggregateOf, countOf, metricMeasure } from '../compose/measure-choices.ts';
import type { ModelEntity } from '../../../schema/events/semantic-model.ts';
import { isCode, isNumeric, neverAdded } from '../model/model-index.ts';
import { isPerson } from '../model/time-axis.ts';
import { inSentence } from '../suggest/question-for.ts';

/** A number a dashboard may show: what it computes, and how a question names it. */
export interface BoardMeasure {
  /** Equal for measures that compute the same thing. */
  key: string;
  label: string;
  /** Ways to name it in a question, plainest first. */
  spoken: string[];
  choice: MeasureChoice;
  /** The records it is computed from first of all. */
  entity: string;
  /** Whether all its records carry a date. */
  timed: boolean;
}

const MAX_NUMBERS_PER_ENTITY = 5;
/** `pid`, `oid`: keys that the source calls by a letter. */
const ABBREVIATED_ID = /^.{0,3}id$/i;
const NUMBER_ORDER = ['AMOUNT', 'QUANTITY', 'PRICE', 'RATE'];

/** Those on record, whom a date of their own says nothing about how things went: people, firms, products. */
export function isStanding(entity: ModelEntity): boolean {
  return isPerson(entity) || entity.canonical === 'Product';
}

/** Lines of an order say how it is written down; how many there are is nothing to know. */
const DETAIL = /(?:item|line|detail|position)s?$/i;

function measureOf(choice: MeasureChoice, spoken: string[], standing = false): BoardMeasure {
  const sources = choice.sources.map(({ entity, filters, timeField }) => [
    entity,
    filters.map((each) => JSON.stringify(each)).toSorted(),
    timeField,
  ]);
  return {
    key: JSON.stringify([sources, choice.expression]),
    label: choice.label,
    spoken,
    choice,
    entity: choice.sources[0]?.entity ?? '',
    timed: !standing && choice.sources.length > 0 && choice.sources.every((source) => source.timeField !== null),
  };
}

/** A metric the tenant's data can compute; null when it cannot. */
export function metricNamed(knowledge: Knowledge, name: string): BoardMeasure | null {
  const bound = knowledge.metrics.get(name);
  if (bound?.computation == null || bound.definition.part === true) return null;
  const choice = metricMeasure(bound, bound.computation);
  const spoken = [inSentence(bound.definition.label)];
  const measure = measureOf(choice, spoken);
  const counted = countsAll(measure);
  // How things stand at the end of the data is not what happened in a period.
  if (bound.definition.asOf === true) return measureOf(choice, spoken, true);
  return counted !== null && isStanding(knowledge.model.entity(counted)) ? measureOf(choice, spoken, true) : measure;
}

/** The numbers of an entity's records that need no metric: how many there are, and their quantities. */
export function ownNumbers(knowledge: Knowledge, entityName: string, today: string): BoardMeasure[] {
  const context = contextOf(knowledge, today);
  const entity = knowledge.model.entity(entityName);
  const facts = knowledge.profile.entities[entityName];
  const noun = inSentence(entity.pluralLabel);
  const standing = isStanding(entity);
  const count = measureOf(countOf(context, entityName), [`number of ${noun}`, `how many ${noun}`], standing);
  const numbers = entity.attributes
    .filter((attribute) => isNumeric(attribute) && !isCode(attribute) && !neverAdded(attribute) && !ABBREVIATED_ID.test(attribute.label))
    .filter((attribute) => (facts?.attributes[attribute.name]?.blanks ?? 0) < (facts?.rows ?? 0))
    .toSorted((a, b) => rank(a.semantic) - rank(b.semantic))
    .slice(0, MAX_NUMBERS_PER_ENTITY)
    .flatMap((attribute) => {
      const usual = aggregateOf(context, entityName, attribute, null);
      const summed = usual.expression.kind === 'aggregate' && usual.expression.function === 'sum';
      // What one record comes to says more than one total among totals.
      return summed
        ? [
            { attribute, choice: usual },
            { attribute, choice: aggregateOf(context, entityName, attribute, 'average') },
          ]
        : [{ attribute, choice: usual }];
    })
    .map(({ attribute, choice }) => {
      const verb = choice.expression.kind === 'aggregate' && choice.expression.function === 'sum' ? 'total' : 'average';
      const label = attribute.label.toLowerCase();
      return measureOf(
        choice,
        [inSentence(choice.label), `${verb} ${entity.label.toLowerCase()} ${label}`, `${verb} ${label} of ${noun}`],
        standing,
      );
    });
  return [...(DETAIL.test(entity.label) ? [] : [count]), ...numbers];
}

const rank = (semantic: string): number => (NUMBER_ORDER.includes(semantic) ? NUMBER_ORDER.indexOf(semantic) : NUMBER_ORDER.length);

/** Whether a metric counts all records of an entity, so that counting them once more says nothing new. */
export function countsAll(measure: BoardMeasure): string | null {
  const { expression, sources } = measure.choice;
  return expression.kind === 'aggregate' &&
    expression.function === 'count' &&
    expression.of === null &&
    (sources[0]?.filters ?? []).length === 0
    ? measure.entity
    : null;
}

/** Each number once, in order; a plain count of what a metric counts already is left out. */
export function distinctMeasures(measures: readonly BoardMeasure[]): BoardMeasure[] {
  const keys = new Set<string>();
  const counted = new Set<string>();
  return measures.filter((measure) => {
    const all = countsAll(measure);
    if (keys.has(measure.key) || (all !== null && counted.has(all))) return false;
    keys.add(measure.key);
    if (all !== null) counted.add(all);
    return true;
  });
}

/** Numbers of several entities in turn: first each one's count, then each one's first quantity, … */
export function inTurn(lists: readonly BoardMeasure[][]): BoardMeasure[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}
