import { contextOf, read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Refusal } from '../compose/interpret.ts';
import { factsOf } from '../compose/facts.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { PersonaName } from '../metrics/metric-definition.ts';
import { inSentence } from '../suggest/question-for.ts';
import { pluralOf } from './dimensions.ts';
import type { BoardDimension } from './dimensions.ts';
import { countsAll, distinctMeasures, inTurn, metricNamed, ownNumbers } from './measures.ts';
import type { BoardMeasure } from './measures.ts';
import { restrictions } from './expected.ts';
import type { BusinessTopic, Overviews } from './overview-file.ts';
import type { OverviewPhrase } from './phrase.ts';
import { tellingEntities } from './telling-entities.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** What a dashboard is to be about. */
export interface Focus {
  title: string;
  /** Whether it is about how things go, which is told for a period even when the sentence says none. */
  current: boolean;
  /** Most telling first, each once. */
  measures: BoardMeasure[];
  /** What the sentence itself wants the numbers split by. */
  asked: BoardDimension[];
  /** Conditions of the sentence, as they follow in every question (` for retail`); empty without. */
  conditions: string;
  /** The restrictions those conditions make, which every plan must carry. */
  required: string[];
  /** What belongs to it and the data does not have. */
  lacking: { what: string; needs: string }[];
}
export type FocusOutcome =
  | { kind: 'focus'; focus: Focus }
  | { kind: 'unavailable'; what: string; lacking: Focus['lacking'] }
  | { kind: 'refused'; refusal: Refusal };

/** Measures beyond these cannot all be shown; it bounds the questions tried. */
const MAX_MEASURES = 16;
const ALL_PERSONA_NAMES: Record<PersonaName, string> = { CFO: 'CFO', CRO: 'CRO', COO: 'COO', CTO: 'CTO' };

const named = (knowledge: Knowledge, names: readonly string[]): BoardMeasure[] =>
  names.flatMap((name) => metricNamed(knowledge, name) ?? []);

function entitiesOf(measures: readonly BoardMeasure[]): string[] {
  return [...new Set(measures.flatMap(({ choice }) => choice.sources.map(({ entity }) => entity)))];
}

function finished(title: string, measures: BoardMeasure[], rest: Partial<Focus> = {}): FocusOutcome {
  return {
    kind: 'focus',
    focus: {
      title,
      current: false,
      asked: [],
      conditions: '',
      required: [],
      lacking: [],
      ...rest,
      measures: distinctMeasures(measures).slice(0, MAX_MEASURES),
    },
  };
}

function everything(knowledge: Knowledge, overviews: Overviews, today: string): FocusOutcome {
  const listed = new Set(overviews.overview);
  const others = [...knowledge.metrics.keys()].filter((name) => !listed.has(name));
  const metrics = distinctMeasures(named(knowledge, [...overviews.overview, ...others]));
  const numbers = inTurn(tellingEntities(knowledge).map((entity) => ownNumbers(knowledge, entity, today)));
  // A tenant's own numbers are seen, too, where many metrics could fill the page.
  const [first, rest] = [metrics.slice(0, 10), metrics.slice(10)];
  return finished('Business overview', [...first, ...numbers.slice(0, 8), ...rest, ...numbers.slice(8)], { current: true });
}

function forPersona(knowledge: Knowledge, overviews: Overviews, persona: PersonaName, today: string): FocusOutcome {
  const topics = overviews.personas[persona].map((topic) => ({ ...topic, found: named(knowledge, topic.metrics) }));
  const lacking = topics.filter(({ found }) => found.length === 0).map(({ topic, needs }) => ({ what: topic, needs }));
  const central = distinctMeasures(inTurn(topics.map(({ found }) => found)));
  if (central.length === 0) return { kind: 'unavailable', what: `a ${ALL_PERSONA_NAMES[persona]}`, lacking };
  const personal = [...knowledge.metrics.values()]
    .filter(({ definition }) => definition.personas.includes(persona))
    .map(({ definition }) => definition.name);
  const entities = new Set(entitiesOf(central));
  const near = named(knowledge, overviews.overview).filter(({ entity }) => entities.has(entity));
  const numbers = inTurn([...entities].map((entity) => ownNumbers(knowledge, entity, today)));
  return finished(`${persona} dashboard`, [...central, ...named(knowledge, personal), ...near, ...numbers], { lacking, current: true });
}

function forTopic(knowledge: Knowledge, topic: BusinessTopic, today: string): FocusOutcome | null {
  const metrics = named(knowledge, topic.metrics);
  const entities = [
    ...topic.entities.flatMap((name) => knowledge.model.canonical(name)?.name ?? []),
    ...knowledge.model.model.entities
      .filter(({ label }) => topic.names.some((name) => phraseKey(label).split(' ').includes(phraseKey(name))))
      .map(({ name }) => name),
  ].filter((name) => (knowledge.profile.entities[name]?.rows ?? 0) > 0);
  const numbers = inTurn([...new Set([...entities, ...entitiesOf(metrics)])].map((entity) => ownNumbers(knowledge, entity, today)));
  return metrics.length === 0 && entities.length === 0
    ? null
    : finished(`${topic.title} overview`, [...metrics, ...numbers], { current: true });
}

/** A kind of record: its own numbers, and those of what leads to it, by it. */
function forEntity(knowledge: Knowledge, name: string, today: string): FocusOutcome {
  const entity = knowledge.model.entity(name);
  const about = [...knowledge.metrics.keys()]
    .flatMap((metric) => metricNamed(knowledge, metric) ?? [])
    .filter((measure) => measure.entity === name);
  const leading = factsOf(contextOf(knowledge, today), name).slice(0, 3);
  const through = leading.flatMap((fact) => {
    const metrics = [...knowledge.metrics.keys()]
      .flatMap((metric) => metricNamed(knowledge, metric) ?? [])
      .filter((measure) => measure.entity === fact.entity);
    return [...metrics.slice(0, 3), ...ownNumbers(knowledge, fact.entity, today).slice(0, 2)];
  });
  const itself: BoardDimension = {
    label: entity.label,
    spoken: [inSentence(entity.label)],
    plural: inSentence(entity.pluralLabel),
    entity: name,
    field: null,
    groups: knowledge.profile.entities[name]?.rows ?? 0,
  };
  const own = [...about.filter((measure) => countsAll(measure) !== null), ...about, ...ownNumbers(knowledge, name, today)];
  return finished(entity.pluralLabel, [...own, ...through], { asked: leading.length === 0 ? [] : [itself] });
}

/** What a plan groups by, but for time. */
function askedBy(knowledge: Knowledge, plan: QueryPlan): BoardDimension[] {
  return plan.groupBy
    .filter(({ grain }) => grain === null)
    .map((dimension): BoardDimension => {
      const noun = dimension.label.toLowerCase();
      const groups = dimension.entity === null ? 0 : (knowledge.profile.entities[dimension.entity]?.rows ?? 0);
      return { label: dimension.label, spoken: [noun], plural: pluralOf(noun), entity: dimension.entity, field: null, groups };
    });
}

/** A question as topic: its measure and what is near it, split as it says. */
function forQuestion(knowledge: Knowledge, question: string, today: string): FocusOutcome {
  const reading = read(knowledge, question, today);
  if (reading.kind === 'refused') return { kind: 'refused', refusal: reading.refusal };
  const { plan } = reading.interpretation;
  const [source] = plan.sources;
  const [measure] = plan.measures;
  if (source === undefined)
    return {
      kind: 'refused',
      refusal: {
        reason: 'NOT_UNDERSTOOD',
        text: 'I could not tell what this should show.',
        notUnderstood: [],
        missing: [],
        wouldHelp: [],
        suggestions: [],
        tokens: reading.tokens,
      },
    };
  const numbers = ownNumbers(knowledge, source.entity, today);
  const main =
    measure?.metric != null
      ? metricNamed(knowledge, measure.metric)
      : numbers.find(({ choice }) => JSON.stringify(choice.expression) === JSON.stringify(measure?.expression));
  const related =
    measure?.metric == null ? [] : (knowledge.metrics.get(measure.metric)?.definition.related ?? []).map(({ metric }) => metric);
  const same = [...knowledge.metrics.keys()]
    .flatMap((name) => metricNamed(knowledge, name) ?? [])
    .filter(({ entity }) => entity === source.entity);
  const asked = askedBy(knowledge, plan);
  const said = reading.tokens.filter(({ kind }) => kind === 'VALUE').map(({ text }) => text);
  const conditions = said.length === 0 ? '' : ` for ${said.join(' and ')}`;
  const own = new Set(
    main == null ? [] : restrictions({ ...plan, sources: main.choice.sources.map((each) => ({ ...each, keys: [] })), measures: [] }),
  );
  const required = restrictions({ ...plan, measures: [] }).filter((each) => !own.has(each));
  const title = `${question.charAt(0).toUpperCase()}${question.slice(1)}`;
  return finished(title, [...(main == null ? [] : [main]), ...named(knowledge, related), ...same, ...numbers], {
    asked,
    conditions,
    required,
  });
}

function entityCalled(knowledge: Knowledge, topic: string): string | null {
  const key = phraseKey(topic);
  const found = knowledge.model.model.entities.find(({ name, label, pluralLabel, synonyms }) =>
    [name, label, pluralLabel, ...synonyms].some((each) => phraseKey(each) === key),
  );
  return found !== undefined && (knowledge.profile.entities[found.name]?.rows ?? 0) > 0 ? found.name : null;
}

/** Decides what a dashboard is about: everything, a persona's concerns, a part of the business, a kind of record, or a question. */
export function focusOf(
  knowledge: Knowledge,
  overviews: Overviews,
  { topic, by }: Pick<OverviewPhrase, 'topic' | 'by'>,
  persona: PersonaName | null,
  today: string,
): FocusOutcome {
  const outcome = topicOf(knowledge, overviews, topic, persona, today);
  if (outcome.kind !== 'focus' || by === null) return outcome;
  const [main] = outcome.focus.measures;
  const reading = read(knowledge, `${main?.spoken[0] ?? ''} by ${by}`, today);
  if (reading.kind === 'refused') return { kind: 'refused', refusal: reading.refusal };
  return { kind: 'focus', focus: { ...outcome.focus, asked: askedBy(knowledge, reading.interpretation.plan) } };
}

function topicOf(knowledge: Knowledge, overviews: Overviews, topic: string, persona: PersonaName | null, today: string): FocusOutcome {
  if (topic === '') return persona === null ? everything(knowledge, overviews, today) : forPersona(knowledge, overviews, persona, today);
  const key = phraseKey(topic);
  const known = overviews.topics.find(({ names }) => names.some((name) => phraseKey(name) === key));
  const business = known === undefined ? null : forTopic(knowledge, known, today);
  if (business !== null) return business;
  const entity = entityCalled(knowledge, topic);
  if (entity !== null) return forEntity(knowledge, entity, today);
  if (known !== undefined)
    return { kind: 'unavailable', what: known.title.toLowerCase(), lacking: [{ what: known.title.toLowerCase(), needs: known.needs }] };
  return forQuestion(knowledge, topic, today);
}
