import { setImmediate } from 'node:timers/promises';
import type { ModelAttribute, ModelEntity } from '../../../schema/events/semantic-model.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { KEYWORD_WORDS } from './keywords.ts';
import type { Match, Meaning } from './meaning.ts';
import { phraseKey, valueKey } from './tokenize.ts';

/** Longest phrase that is looked up, in words. */
export const MAX_PHRASE_WORDS = 8;
/** Words that name half of every table: alone they point to nothing. */
const GENERIC = new Set([
  'name',
  'id',
  'code',
  'number',
  'type',
  'date',
  'value',
  'total',
  'count',
  'time',
  'day',
  'key',
  'of',
  'the',
  'is',
  'in',
  'at',
  'on',
  'by',
  'and',
  'per',
  'no',
  'a',
  'to',
  'for',
  'flag',
  'year',
  'month',
  'avg',
  'average',
  'num',
  'sum',
  'max',
  'min',
  'rate',
  'first',
  'last',
  'new',
  'full',
  'has',
  'or',
  'from',
  'with',
  'not',
]);

/** Everything that can be named in a question, by the stems of its words; values of the data by their words. */
export interface Lexicon {
  phrases: Map<string, Meaning[]>;
  values: Map<string, Meaning[]>;
  /** A word of exactly one value (`Acme` of `Acme Corporation`): the meaning it would have. */
  valueWords: Map<string, Meaning[]>;
  /** Verbs of values that are past participles (`win` of `Won`, `cancel` of `Cancelled`). */
  verbs: Map<string, Meaning[]>;
  /** Known words by length, for spelling. */
  vocabulary: Map<number, Set<string>>;
  /** Words that only values of the data use: harder to take a misspelt word for. */
  valueVocabulary: Set<string>;
}

function verbsOf(key: string): string[] {
  if (key === 'won') return ['win', 'wins', 'winning'];
  if (key === 'lost') return ['lose', 'loses', 'losing'];
  if (!/^[a-z]{4,}ed$/.test(key)) return [];
  const bare = key.slice(0, -2);
  return [bare, `${bare}e`, ...(bare.at(-1) === bare.at(-2) ? [bare.slice(0, -1)] : [])];
}

function sameThing(a: Meaning, b: Meaning): boolean {
  const strip = (meaning: Meaning) => JSON.stringify({ ...meaning, match: null });
  return strip(a) === strip(b);
}

class Builder {
  readonly lexicon: Lexicon = {
    phrases: new Map(),
    values: new Map(),
    verbs: new Map(),
    valueWords: new Map(),
    vocabulary: new Map(),
    valueVocabulary: new Set(),
  };

  phrase(text: string, meaning: Meaning): void {
    const key = phraseKey(text);
    if (key === '' || key.split(' ').length > MAX_PHRASE_WORDS) return;
    const known = this.lexicon.phrases.get(key) ?? [];
    if (known.some((each) => sameThing(each, meaning))) return;
    this.lexicon.phrases.set(key, [...known, meaning]);
    for (const word of key.split(' ')) this.word(word, 5);
  }

  word(word: string, shortest: number): void {
    if (word.length < shortest) return;
    const bucket = this.lexicon.vocabulary.get(word.length) ?? new Set();
    this.lexicon.vocabulary.set(word.length, bucket.add(word));
  }

  value(text: string, meaning: Meaning): void {
    const key = valueKey(text);
    const words = key.split(' ');
    if (key === '' || words.length > MAX_PHRASE_WORDS) return;
    const put = (into: Map<string, Meaning[]>, at: string, most: number): void => {
      const known = into.get(at);
      if (known === undefined) into.set(at, [meaning]);
      else if (known.length < most) known.push(meaning);
    };
    put(this.lexicon.values, key, 12);
    for (const form of verbsOf(key)) if (!this.lexicon.phrases.has(form)) put(this.lexicon.verbs, form, 12);
    if (words.length > 1) {
      put(this.lexicon.values, words.join(''), 12);
      for (const word of new Set(words)) if (word.length >= 3) put(this.lexicon.valueWords, word, 2);
    } else if (/[a-z]\d|\d[a-z]/.test(key) && key.length > 5) return;
    for (const word of words) {
      if (this.lexicon.vocabulary.get(word.length)?.has(word) !== true && word.length >= 6) this.lexicon.valueVocabulary.add(word);
      this.word(word, 6);
    }
  }
}

function attributePhrases(entity: ModelEntity, attribute: ModelAttribute): [string, Match][] {
  const names: [string, Match][] = [
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

function addEntity(builder: Builder, entity: ModelEntity): void {
  const meaning = (match: Match): Meaning => ({ kind: 'entity', entity: entity.name, match });
  for (const label of [entity.label, entity.pluralLabel, entity.name]) builder.phrase(label, meaning('label'));
  for (const synonym of entity.synonyms) builder.phrase(synonym, meaning('synonym'));
  for (const attribute of entity.attributes) {
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

function addMetric(builder: Builder, { definition }: BoundMetric, wanted: (key: string) => boolean): void {
  const names: [string, Match][] = [
    [definition.label, 'label'],
    [definition.name, 'label'],
    ...definition.synonyms.map((text): [string, Match] => [text, 'synonym']),
  ];
  for (const [text, match] of names) if (wanted(phraseKey(text))) builder.phrase(text, { kind: 'metric', metric: definition.name, match });
}

const AGGREGATES = new Set(['average', 'avg', 'mean', 'total', 'number', 'of', 'count', 'sum', 'per']);

/** Whether a phrase is made of words that all mean something by themselves: then the words say more than the metric that is not there. */
function composable(lexicon: Lexicon, key: string): boolean {
  const exact = (word: string): boolean =>
    lexicon.phrases.get(word)?.some((meaning) => !('match' in meaning) || meaning.match !== 'partial') ?? false;
  return exact(key) || key.split(' ').every((word) => exact(word) || AGGREGATES.has(word) || lexicon.values.has(word));
}

const RECORD_NAME = /^(.{3,}) (?:id|key|code|number|no|name|identifier|ref|reference)$/i;

/** A flat table speaks of customers by `Customer ID` and `Customer Name`: alone, `customers` means those. */
function addRecordNames(builder: Builder, model: ModelIndex): void {
  const named = new Map<string, Meaning[]>();
  for (const entity of model.model.entities) {
    for (const attribute of entity.attributes) {
      const record = RECORD_NAME.exec(attribute.label.replaceAll('_', ' '))?.[1];
      const key = record === undefined ? '' : phraseKey(record);
      if (key === '' || GENERIC.has(key) || builder.lexicon.phrases.has(key)) continue;
      named.set(key, [...(named.get(key) ?? []), { kind: 'attribute', entity: entity.name, attribute: attribute.name, match: 'synonym' }]);
    }
  }
  for (const [key, meanings] of named) for (const meaning of meanings) builder.phrase(key, meaning);
}

/** Single words of longer labels (`salary` of `Monthly salary`), where nothing is called exactly so. */
function addPartials(builder: Builder, model: ModelIndex): void {
  const partials = new Map<string, Meaning[]>();
  for (const entity of model.model.entities) {
    for (const attribute of entity.attributes) {
      const words = phraseKey(attribute.label).split(' ');
      if (words.length < 2) continue;
      const spans = words.flatMap((_, from) =>
        words
          .slice(from + 1)
          .map((__, length) => words.slice(from, from + length + 1).join(' '))
          .concat(words.slice(from).join(' ')),
      );
      for (const span of new Set(spans)) {
        if (GENERIC.has(span) || span.length < 3 || builder.lexicon.phrases.has(span)) continue;
        partials.set(span, [
          ...(partials.get(span) ?? []),
          { kind: 'attribute', entity: entity.name, attribute: attribute.name, match: 'partial' },
        ]);
      }
    }
    for (const relation of entity.relations) {
      for (const text of [relation.label, ...relation.synonyms]) {
        const head = phraseKey(text).split(' ');
        const tail = head.at(-1) ?? '';
        if (head.length < 2 || GENERIC.has(tail) || tail.length < 4 || builder.lexicon.phrases.has(tail)) continue;
        partials.set(tail, [
          ...(partials.get(tail) ?? []),
          { kind: 'relation', entity: entity.name, relation: relation.name, match: 'partial' },
        ]);
      }
    }
    const words = phraseKey(entity.label).split(' ');
    const last = words.at(-1) ?? '';
    if (words.length > 1 && !GENERIC.has(last) && !builder.lexicon.phrases.has(last))
      partials.set(last, [...(partials.get(last) ?? []), { kind: 'entity', entity: entity.name, match: 'partial' }]);
  }
  for (const [key, meanings] of partials) {
    builder.lexicon.phrases.set(key, meanings);
    for (const word of key.split(' ')) builder.word(word, 5);
  }
}

/** Values added between two pauses: a few milliseconds' work. */
const VALUES_PER_STEP = 2_000;

function* steps(model: ModelIndex, metrics: BoundMetric[], profile: DataProfile): Generator<undefined, Lexicon> {
  const builder = new Builder();
  for (const metric of metrics) if (metric.computation !== null) addMetric(builder, metric, () => true);
  for (const entity of model.model.entities) {
    addEntity(builder, entity);
    yield;
  }
  addRecordNames(builder, model);
  addPartials(builder, model);
  for (const word of KEYWORD_WORDS) builder.word(word, 4);
  let added = 0;
  for (const [entity, facts] of Object.entries(profile.entities)) {
    for (const [attribute, { values }] of Object.entries(facts.attributes)) {
      for (const value of values ?? []) {
        builder.value(value, { kind: 'value', entity, attribute, value, match: 'label' });
        added += 1;
        if (added % VALUES_PER_STEP === 0) yield;
      }
    }
  }
  // A metric that cannot be computed is only known where its name means nothing else, so that it can be declined by name.
  for (const metric of metrics) if (metric.computation === null) addMetric(builder, metric, (key) => !composable(builder.lexicon, key));
  return builder.lexicon;
}

/** Builds the lexicon of one tenant at once: metrics, entities, attributes, relations and the indexed values. For small data and tests. */
export function buildLexicon(model: ModelIndex, metrics: BoundMetric[], profile: DataProfile): Lexicon {
  const building = steps(model, metrics, profile);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
}

/** The same in small steps that let others have their turn: 200 000 values take about a second and hold nobody up. */
export async function buildLexiconInSteps(model: ModelIndex, metrics: BoundMetric[], profile: DataProfile): Promise<Lexicon> {
  const building = steps(model, metrics, profile);
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
