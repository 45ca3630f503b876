import { frequenciesOf } from '../learn/frequencies.ts';
import { isWorded, prepare } from '../prepare.ts';
import type { ResolutionModel, ResolvableRecord } from '../types.ts';

const MAX_KEYS = 16;
const MOST_WORDS = 4;

/** Texts under which a record is looked up among others: whole values, rare words, pairs of words. At most 16, rarest first. */
export function keysOf(model: ResolutionModel, record: ResolvableRecord): string[] {
  const prepared = prepare(record, model.fields);
  const frequencies = frequenciesOf(model.frequencies);
  const keys = new Map<string, number>();
  const words: { word: string; bits: number }[] = [];
  for (const [index, { name, kind }] of model.fields.entries()) {
    const value = prepared.values[index];
    if (value === null || value === undefined) continue;
    const bits = frequencies.bits(name, 'VALUE');
    if (isWorded(kind)) for (const token of value.tokens) words.push({ word: token, bits: bits(token) });
    else if (kind !== 'NUMBER') keys.set(`${name}=${value.squashed.slice(0, 64)}`, bits(value.squashed));
  }
  const rarest = words.toSorted((left, right) => right.bits - left.bits).slice(0, MOST_WORDS * 2);
  for (const { word, bits } of rarest.slice(0, MOST_WORDS)) {
    keys.set(`w:${word}`, bits);
    if (word.length >= 5) keys.set(`p:${word.slice(0, 4)}`, bits - 2);
  }
  for (const [index, { word, bits }] of rarest.entries()) {
    for (const other of rarest.slice(index + 1, index + 3)) keys.set(`c:${[word, other.word].toSorted().join('+')}`, bits + other.bits);
  }
  return [...keys]
    .toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
    .slice(0, MAX_KEYS)
    .map(([key]) => key);
}
