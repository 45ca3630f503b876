import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster } from './cluster.ts';
import type { ScoredPair } from './types.ts';

const id = fc.integer({ min: 0, max: 11 }).map((number) => `r${number}`);
const two = fc.tuple(id, id).filter(([a, b]) => a !== b);
const pair = fc.tuple(two, fc.integer({ min: -20, max: 20 })).map(([[a, b], weight]): ScoredPair => ({ a, b, weight, probability: 0 }));
const pairs = fc.uniqueArray(pair, { maxLength: 40, selector: ({ a, b }) => [a, b].toSorted().join(' ') });
const sourceOf = (record: string): string => String(Number(record.slice(1)) % 4);

function together(clusters: readonly (readonly string[])[], a: string, b: string): boolean {
  return clusters.some((members) => members.includes(a) && members.includes(b));
}

describe('clusters', () => {
  it('hold every record once, the same whatever order the pairs come in', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const clusters = cluster(given, { never: [], always: [] });
        expect(new Set(clusters.flat()).size).toBe(clusters.flat().length);
        expect(cluster(given.toReversed(), { never: [], always: [] })).toEqual(clusters);
      }),
    );
  });

  it('never hold two records of which people said never, though others chain them', () => {
    fc.assert(
      fc.property(pairs, fc.array(two, { maxLength: 6 }), (given, never) => {
        const clusters = cluster(given, { never, always: [] });
        for (const [a, b] of never) expect(together(clusters, a, b)).toBe(false);
      }),
    );
  });

  it('hold together what people said are one, whatever the scores say', () => {
    fc.assert(
      fc.property(pairs, fc.array(two, { maxLength: 6 }), (given, always) => {
        const clusters = cluster(given, { never: [], always });
        for (const [a, b] of always) expect(together(clusters, a, b)).toBe(true);
      }),
    );
  });

  it('hold one record of a source at most where sources are clean', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        for (const members of cluster(given, { never: [], always: [], oneEach: true, sourceOf })) {
          expect(new Set(members.map(sourceOf)).size).toBe(members.length);
        }
      }),
    );
  });

  it('are not chained together by one likely pair against many unlikely ones', () => {
    const likely = ['ab', 'bc', 'ac', 'de', 'ef', 'df', 'cd'].map((both) => ({
      a: both.charAt(0),
      b: both.charAt(1),
      weight: both === 'cd' ? 2 : 9,
      probability: 0,
    }));
    const unlikely = ['ad', 'ae', 'af', 'bd', 'be', 'bf', 'ce', 'cf'].map((both) => ({
      a: both.charAt(0),
      b: both.charAt(1),
      weight: -9,
      probability: 0,
    }));
    expect(cluster([...likely, ...unlikely], { never: [], always: [] })).toEqual([['a', 'b', 'c'], ['d', 'e', 'f']]); // prettier-ignore
  });
});
