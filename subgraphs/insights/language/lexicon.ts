import { setImmediate } from 'node:timers/promises';
import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { spelledOut } from './abbreviations.ts';
import { GENERIC, LexiconBuilder } from './lexicon-builder.ts';
import type { Lexicon } from './lexicon-builder.ts';
import { gendersOf } from './genders.ts';
import { addLinesInShort, addNumberedRecords, addPartials, addRecordNames } from './short-names.ts';
import { KEYWORD_WORDS } from './keywords.ts';
import type { Match, Meaning } from './meaning.ts';
import { longSheet } from '../model/sheet-shape.ts';
import { phraseKey } from './tokenize.ts';
import { statesOf } from './value-synonyms.ts';

function attributePhrases(entity: ModelEntity, attribute: ModelAttribute): [string, Match][] {
  const counted = attribute.semantic === 'QUANTITY' && /quantity|qty|\bunits?\b/i.test(attribute.label);
  const units: [string, Match][] = (counted ? ['units', 'units sold', 'quantity sold'] : []).map((text) => [text, 'synonym']);
  const names: [string, Match][] = [
    ...units,
    [attribute.label, 'label'],
    [attribute.name, 'label'],
    ...attribute.synonyms.map((text): [string, Match] => [text, 'synonym']),
  ];
  const qualified = [entity.label, ...entity.synonyms].flatMap((owner): [string, Match][] => [
    [`${owner} ${attribute.label}`, 'label'],
    ...attribute.synonyms.slice(0, 8).map((text): [string, Match] => [`${owner} ${text}`, 'synonym']),
  ]);
  // `flights cancelled` says which flights; it is no name of the flag.
  if (attribute.semantic === 'FLAG' || attribute.type === 'BOOLEAN' || /ed$/i.test(attribute.label)) return names;
  const own = `${entity.label.toLowerCase()} `;
  const bare = attribute.label.toLowerCase().startsWith(own) ? attribute.label.slice(own.length) : null;
  return [...names, ...qualified, ...(bare === null || GENERIC.has(phraseKey(bare)) ? [] : [[bare, 'synonym'] as [string, Match]])];
}

/** @param others names of what the tenant's data do not have: incidents are no tickets where there are only tickets */
function addEntity(builder: LexiconBuilder, entity: ModelEntity, others: ReadonlySet<string>): void {
  const meaning = (match: Match): Meaning => ({ kind: 'entity', entity: entity.name, match });
  for (const label of [entity.label, entity.pluralLabel, entity.name]) builder.phrase(label, meaning('label'));
  for (const synonym of entity.synonyms) if (!others.has(phraseKey(synonym))) builder.phrase(synonym, meaning('synonym'));
  // What the figures of a sheet are told in groups nothing: `by unit` means a business unit.
  const unit = longSheet(entity)?.unit;
  for (const attribute of entity.attributes) {
    if (attribute === unit) continue;
    for (const [text, match] of attributePhrases(entity, attribute))
      builder.phrase(text, { kind: 'attribute', entity: entity.name, attribute: attribute.name, match });
  }
  for (const relation of entity.relations) {
    for (const text of [relation.label, relation.name])
      builder.phrase(text, { kind: 'relation', entity: entity.name, relation: relation.name, match: 'label' });
    for (const text of relation.synonyms)
      builder.phrase(text, { kind: 'relation', entity: entity.name, relation: relation.name, match: 'synonym' });
  }
}

function addMetric(builder: LexiconBuilder, { definition }: BoundMetric, wanted: (key: string) => boolean): void {
  const names: [string, Match][] = [
    [definition.label, 'label'],
    [definition.name, 'label'],
    ...definition.synonyms.map((text): [string, Match] => [text, 'synonym']),
  ];
  // `total revenue` is the metric even where a column's own synonym is `total revenue`.
  if (definition.unit === 'MONEY') names.push(...names.map(([text]): [string, Match] => [`total ${text}`, 'synonym']));
  for (const [text, match] of names) if (wanted(phraseKey(text))) builder.phrase(text, { kind: 'metric', metric: definition.name, match });
}

/** All metrics that can be computed. A word that several are known by means the one it is the name of, else the first, a tenant's own before others. */
function addMetrics(builder: LexiconBuilder, metrics: BoundMetric[]): void {
  const there = metrics
    .filter(({ computation }) => computation !== null)
    .toSorted((a, b) => Number(b.definition.origin === 'OWN') - Number(a.definition.origin === 'OWN'));
  const claimed = new Map<string, string>();
  for (const { definition } of there)
    for (const name of [definition.label, definition.name])
      if (!claimed.has(phraseKey(name))) claimed.set(phraseKey(name), definition.name);
  for (const metric of there) {
    const { name } = metric.definition;
    addMetric(builder, metric, (key) => (claimed.get(key) ?? claimed.set(key, name).get(key)) === name);
  }
}

const AGGREGATES = new Set(['average', 'avg', 'mean', 'total', 'number', 'of', 'count', 'sum', 'per']);

/** Whether a phrase is made of words that all mean something by themselves: then the words say more than the metric that is not there. */
function composable(lexicon: Lexicon, key: string): boolean {
  if (lexicon.verbs.has(key)) return true;
  const exact = (word: string): boolean =>
    lexicon.phrases.get(word)?.some((meaning) => !('match' in meaning) || meaning.match !== 'partial') ?? false;
  if (spelledOut(key, lexicon) !== null) return true;
  return (
    exact(key) || lexicon.verbs.has(key) || key.split(' ').every((word) => exact(word) || AGGREGATES.has(word) || lexicon.values.has(word))
  );
}

/** Values added between two pauses: a few milliseconds' work. */
const VALUES_PER_STEP = 2_000;

function* steps(model: ModelIndex, metrics: BoundMetric[], profile: DataProfile): Generator<undefined, Lexicon> {
  const builder = new LexiconBuilder();
  const missing = new Set(metrics.filter(({ computation }) => computation === null).map(({ definition }) => phraseKey(definition.label)));
  addMetrics(builder, metrics);
  for (const entity of model.model.entities) {
    addEntity(builder, entity, missing);
    yield;
  }
  addRecordNames(builder, model);
  addNumberedRecords(builder, model);
  addPartials(builder, model);
  addLinesInShort(builder, metrics);
  for (const word of KEYWORD_WORDS) builder.word(word, 4);
  let added = 0;
  for (const [entity, facts] of Object.entries(profile.entities)) {
    // The names of a sheet's figures are metrics; as values they would only say the same another way.
    const figures = facts.lines === undefined || facts.lines.length === 0 ? null : longSheet(model.entity(entity))?.metric.name;
    for (const [attribute, { values }] of Object.entries(facts.attributes)) {
      if (attribute === figures) continue;
      for (const [said, value] of [...gendersOf(values ?? []), ...statesOf(values ?? [])])
        builder.value(said, { kind: 'value', entity, attribute, value, match: 'synonym' });
      for (const value of values ?? []) {
        builder.value(value, { kind: 'value', entity, attribute, value, match: 'label' });
        added += 1;
        if (added % VALUES_PER_STEP === 0) yield;
      }
    }
  }
  // Words of what is not there may still stand short for what is.
  const phraseWords = new Set(builder.lexicon.phraseWords);
  // A metric that cannot be computed is only known where its name means nothing else, so that it can be declined by name.
  for (const metric of metrics) if (metric.computation === null) addMetric(builder, metric, (key) => !composable(builder.lexicon, key));
  return { ...builder.lexicon, phraseWords };
}

/**
 * Builds the lexicon of one tenant: metrics, entities, attributes, relations and the indexed values. In small steps that let others have
 * their turn: 200 000 values take about a second and hold nobody up.
 */
export async function buildLexiconInSteps(model: ModelIndex, metrics: BoundMetric[], profile: DataProfile): Promise<Lexicon> {
  const building = steps(model, metrics, profile);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
