import type { BoundMetric } from '../metrics/bound-metric.ts';
import { isRowNumber } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { keywordOf } from './keywords.ts';
import { GENERIC } from './lexicon-builder.ts';
import type { LexiconBuilder } from './lexicon-builder.ts';
import type { Meaning } from './meaning.ts';
import { phraseKey } from './tokenize.ts';

const RECORD_NAME = /^(.{3,}) (?:id|key|code|number|no|name|identifier|ref|reference)$/i;

/** A flat table speaks of customers by `Customer ID` and `Customer Name`: alone, `customers` means those. */
export function addRecordNames(builder: LexiconBuilder, model: ModelIndex): void {
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

/** `lines` of a table `Order lines` whose column `Line` numbers them: the records, not the numbers. */
export function addNumberedRecords(builder: LexiconBuilder, model: ModelIndex): void {
  for (const entity of model.model.entities) {
    const last = phraseKey(entity.label).split(' ').at(-1) ?? '';
    if (entity.attributes.some((attribute) => isRowNumber(attribute) && phraseKey(attribute.label).split(' ')[0] === last))
      builder.phrase(last, { kind: 'entity', entity: entity.name, match: 'synonym' });
  }
}

/** Words that hold a label together and name nothing (`has`, `of`, `by`). */
const JOINING = new Set(['filler', 'link', 'by', 'negate']);
const joins = (word: string | undefined): boolean => JOINING.has(keywordOf(word ?? '')?.word ?? '');
const namesNothing = (span: string): boolean => {
  const words = span.split(' ');
  return joins(span) || joins(words[0]) || joins(words.at(-1));
};

/** Single words of longer labels (`salary` of `Monthly salary`), where nothing is called exactly so. */
export function addPartials(builder: LexiconBuilder, model: ModelIndex): void {
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
        if (GENERIC.has(span) || span.length < 3 || namesNothing(span) || builder.lexicon.phrases.has(span)) continue;
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

/** Parts of the names that a tenant's own figures have (`passengers` of `Passengers carried`), where they name one figure and nothing else. */
export function addLinesInShort(builder: LexiconBuilder, metrics: readonly BoundMetric[]): void {
  const parts = new Map<string, Set<string>>();
  for (const { definition, computation } of metrics) {
    if (computation === null || definition.origin !== 'AUTOMATIC') continue;
    const words = phraseKey(definition.label).split(' ');
    for (let from = 0; from < words.length; from += 1)
      for (let to = from + 1; to <= words.length && to - from < words.length; to += 1) {
        const part = words.slice(from, to).join(' ');
        if (part.length > 2 && !GENERIC.has(part) && keywordOf(part) === null)
          parts.set(part, (parts.get(part) ?? new Set()).add(definition.name));
      }
  }
  for (const [part, [name, other]] of parts)
    if (name !== undefined && other === undefined && !builder.lexicon.phrases.has(part))
      builder.phrase(part, { kind: 'metric', metric: name, match: 'partial' });
}
