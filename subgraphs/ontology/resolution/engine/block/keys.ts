import { frequenciesOf } from '../learn/frequencies.ts';
import { isWorded, prepare, type PreparedValue } from '../prepare.ts';
import type { FieldKind, ResolutionModel, ResolvableRecord } from '../types.ts';

const MAX_KEYS = 16;
const MOST_WORDS = 4;

const known = new WeakMap<ResolutionModel, (field: string) => (term: string) => number>();

// Counted terms are read once a model: they are thousands, and records are millions.
function bitsOfModel(model: ResolutionModel): (field: string) => (term: string) => number {
  const ready = known.get(model);
  if (ready !== undefined) return ready;
  const frequencies = frequenciesOf(model.frequencies);
  const byField = new Map(model.fields.map(({ name }) => [name, frequencies.bits(name, 'VALUE')]));
  const bitsOf = (field: string): ((term: string) => number) => byField.get(field) ?? (() => 1);
  known.set(model, bitsOf);
  return bitsOf;
}

// An address of a site is its host, however it is written.
function plain(kind: FieldKind, { folded, squashed }: PreparedValue): string {
  if (kind !== 'DOMAIN') return squashed;
  const host = folded.replace(/^(?:https?:\/\/)?(?:www\.)?/u, '').split(/[/?#]/u)[0] ?? '';
  return host === '' ? squashed : host;
}

/** Texts under which a record is looked up among others: whole values, rare words, pairs of words. At most 16, rarest first. */
export function keysOf(model: ResolutionModel, record: ResolvableRecord): string[] {
  const prepared = prepare(record, model.fields);
  const bitsOf = bitsOfModel(model);
  const keys = new Map<string, number>();
  const words: { word: string; bits: number }[] = [];
  for (const [index, { name, kind }] of model.fields.entries()) {
    const value = prepared.values[index];
    if (value === null || value === undefined) continue;
    const bits = bitsOf(name);
    if (isWorded(kind)) for (const token of value.tokens) words.push({ word: token, bits: bits(token) });
    else if (kind !== 'NUMBER') keys.set(`${name}=${plain(kind, value).slice(0, 64)}`, bits(value.squashed));
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
