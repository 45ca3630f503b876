import { isWorded, type PreparedRecord } from '../prepare.ts';
import type { ComparedField } from '../types.ts';

const GRAM = 3;
const MAX_FEATURES = 256;

/** What a record may be found by: words, beginnings and three-letter runs of its texts, and its values themselves. Repeats are left out. `combined` adds pairs of them, which stay rare among a million records where single words do not. */
export function featuresOf(record: PreparedRecord, fields: readonly ComparedField[], combined = false): string[] {
  const features = new Set<string>();
  if (combined) for (const pair of combinationsOf(record, fields)) features.add(pair);
  for (const [index, { name, kind }] of fields.entries()) {
    const value = record.values[index];
    if (value === null || value === undefined || features.size >= MAX_FEATURES) continue;
    if (isWorded(kind)) {
      for (const token of value.tokens) {
        features.add(`w${token}`);
        const framed = `_${token}_`;
        for (let at = 0; at + GRAM <= framed.length; at += 1) features.add(`g${framed.slice(at, at + GRAM)}`);
      }
      for (const code of value.codes) features.add(`w${code}`);
    } else {
      features.add(`v${name}=${value.squashed}`);
      const text = value.squashed;
      if (kind !== 'NUMBER') for (let at = 0; at + 4 <= text.length; at += 1) features.add(`${name}${at}:${text.slice(at, at + 4)}`);
    }
  }
  return [...features].slice(0, MAX_FEATURES);
}

function combinationsOf(record: PreparedRecord, fields: readonly ComparedField[]): string[] {
  const parts = fields.flatMap(({ kind }, index) => {
    const value = record.values[index];
    if (value === null || value === undefined || kind === 'NUMBER' || kind === 'TEXT') return [];
    return [isWorded(kind) ? value.tokens.slice(0, 4) : [value.squashed.slice(0, 12)]];
  });
  const pairs: string[] = [];
  for (const [at, part] of parts.entries()) {
    for (const [place, word] of part.entries()) {
      const next = part[place + 1];
      if (next !== undefined) pairs.push(`c${word}+${next}`);
    }
    const first = part[0] ?? '';
    for (const other of parts.slice(at + 1, at + 4)) pairs.push(`c${first}+${other[0] ?? ''}`);
  }
  return pairs;
}

/** 32-bit FNV-1a. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
