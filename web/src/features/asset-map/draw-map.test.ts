import { expect, test } from 'vitest';
import type { MapAsset } from './draw-map.ts';
import { drawMap, scoreSeries } from './draw-map.ts';

const score = (value: number) => ({ value });
const asset = (id: string, relations: MapAsset['relations']['nodes']): MapAsset => ({
  id,
  name: id,
  class: 'SHADOW',
  scores: { risk: score(40), cost: score(10), criticality: score(5) },
  relations: { nodes: relations },
});
const toward = (direction: 'IN' | 'OUT', other: string | null) => ({ kind: 'TALKS_TO', direction, name: 'x', other: other === null ? null : { id: other } }) as const; // prettier-ignore

test('a relation that both ends tell of is one line; what is not shown is not drawn to, and what has to do with nothing is not drawn', () => {
  const { nodes, edges } = drawMap([
    asset('alone', []),
    asset('a', [toward('OUT', 'b'), toward('OUT', 'c'), toward('OUT', null)]),
    asset('b', [toward('IN', 'a')]),
  ]);
  expect(nodes.map(({ id }) => id)).toEqual(['a', 'b', 'end:x']);
  expect(edges.map(({ from, to }) => [from, to])).toEqual([
    ['a', 'b'],
    ['a', 'end:x'],
  ]);
});

test('classes that no application has are no series', () => {
  expect(scoreSeries([asset('a', [])]).map(({ key, points }) => [key, points.length])).toEqual([['SHADOW', 1]]);
});
