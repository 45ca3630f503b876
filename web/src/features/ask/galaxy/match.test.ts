import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGalaxies } from './compare-galaxies.ts';
import { matchNodes } from './match.ts';
import type { GalaxyNode } from './words.ts';

function node(id: string, label: string, over: Partial<GalaxyNode> = {}): GalaxyNode {
  return {
    id,
    label,
    question: label.toLowerCase(),
    orbit: id === 'centre' ? 'CENTRE' : 'LIKELY',
    domain: 'FINANCE',
    unit: 'MONEY',
    value: 100,
    formattedValue: '100 USD',
    quality: 1,
    freshness: null,
    sparkline: [],
    period: null,
    sameConditions: true,
    trend: null,
    confidence: { score: 0.9, tier: 'HIGH', reasons: [] },
    ...over,
  };
}

const galaxies = fc
  .uniqueArray(fc.constantFrom('MRR', 'ARR', 'Win rate', 'Costs', 'Accounts', 'Seats'), { minLength: 1 })
  .map((labels) => labels.map((label, index) => node(index === 0 ? 'centre' : `metric:${label}`, label)));

describe('nodes of two galaxies', () => {
  test('a planet that becomes the answer is the same number, and so is the answer that becomes a planet', () => {
    const before = [node('centre', 'MRR', { question: 'actual mrr' }), node('metric:arr', 'ARR')];
    const after = [node('centre', 'ARR'), node('metric:mrr', 'MRR')];
    expect(matchNodes(before, after)).toEqual(
      new Map([
        ['centre', 'metric:arr'],
        ['metric:mrr', 'centre'],
      ]),
    );
  });

  test('no node is taken twice, and a galaxy is all of itself', () => {
    fc.assert(
      fc.property(galaxies, galaxies, (before, after) => {
        const found = [...matchNodes(before, after).values()];
        expect(new Set(found).size).toBe(found.length);
        expect(matchNodes(before, before).size).toBe(before.length);
      }),
    );
  });

  test('a comparison lists every number of both once, and tells by how much they differ', () => {
    fc.assert(
      fc.property(galaxies, galaxies, (left, right) => {
        const rows = compareGalaxies(left, right);
        const ids = (side: 'left' | 'right') => rows.flatMap((row) => row[side]?.id ?? []).toSorted();
        expect(ids('left')).toEqual(left.map(({ id }) => id).toSorted());
        expect(ids('right')).toEqual(right.map(({ id }) => id).toSorted());
      }),
    );
    const [answer] = compareGalaxies([node('centre', 'MRR')], [node('centre', 'MRR', { value: 150 })]);
    expect(answer).toMatchObject({ difference: 50, relative: 0.5 });
    const [other] = compareGalaxies([node('centre', 'MRR')], [node('centre', 'Seats', { unit: 'COUNT' })]);
    expect(other?.difference).toBeNull();
  });
});
