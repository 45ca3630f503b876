import { describe, expect, it } from 'vitest';
import { keysOf } from './block/keys.ts';
import { kindsOf } from './kinds.ts';
import { resolveAll } from './resolve-all.ts';
import { decide, score } from './score.ts';
import type { FieldHint, ResolvableRecord } from './types.ts';

const HINTS: FieldHint[] = [
  { name: 'name', semantic: 'NAME', type: 'TEXT' },
  { name: 'phone', semantic: 'PHONE', type: 'TEXT' },
  { name: 'city', semantic: 'PLACE', type: 'TEXT' },
];
const FIRST = 'Northern Eastern Golden Silver Blue Red Green Royal Grand Little'.split(' ');
const SECOND = 'Harbor Mountain River Forest Castle Bridge Garden Island Valley Meadow'.split(' ');
const CITIES = ['Oslo', 'Lima', 'Kyoto', 'Turin', 'Leeds'];

function companies(): ResolvableRecord[] {
  return FIRST.flatMap((first, i) =>
    SECOND.flatMap((second, j) => {
      const values = { name: `${first} ${second} Ltd`, phone: `+44 20 ${7_946_000 + i * 97 + j * 13}`, city: CITIES[(i + j) % 5] ?? null };
      const own: ResolvableRecord = { id: `a${i}-${j}`, source: 'a', values };
      if ((i + j) % 3 > 0) return [own];
      return [own, { id: `b${i}-${j}`, source: 'b', values: { ...values, name: `${first.slice(0, -1)} ${second} Limited` } }];
    }),
  );
}

describe('the resolution engine', () => {
  const records = companies();
  const fields = kindsOf(records, HINTS);
  const resolved = resolveAll(records, fields, { linkOnly: false, seed: 1 });

  it('finds the same company under a misspelt name and another legal form, without labels', () => {
    const found = new Set(resolved.clusters.map((cluster) => cluster.join('=')));
    const expected = records.filter(({ source }) => source === 'b').map(({ id }) => `a${id.slice(1)}=${id}`);
    expect(expected.filter((pair) => !found.has(pair))).toEqual([]);
    expect(resolved.clusters).toHaveLength(expected.length);
  });

  it('scores a pair the same both ways and says why in sentences', () => {
    const [a, b] = [records.find(({ id }) => id === 'a0-0'), records.find(({ id }) => id === 'b0-0')];
    if (a === undefined || b === undefined) throw new Error('no such records');
    const one = score(resolved.model, a, b);
    expect(score(resolved.model, b, a).weight).toBeCloseTo(one.weight, 9);
    expect(one.comparisons.map(({ sentence }) => sentence).join(' ')).toContain('phone is the same');
    expect(decide(resolved.model, one)).toBe('MATCH');
    expect(keysOf(resolved.model, a).length).toBeLessThanOrEqual(16);
    expect(keysOf(resolved.model, a).some((key) => keysOf(resolved.model, b).includes(key))).toBe(true);
  });

  it('keeps its model small enough to store', () => {
    expect(JSON.stringify(resolved.model).length).toBeLessThan(1_000_000);
  });
});
