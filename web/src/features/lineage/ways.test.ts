import { describe, expect, test } from 'vitest';
import { narrow, reach } from './ways.ts';

const links = [
  { from: 'source', to: 'table' },
  { from: 'table', to: 'a' },
  { from: 'table', to: 'b' },
  { from: 'a', to: 'metric' },
  { from: 'metric', to: 'a' },
];
const nodes = [
  { key: 'source', label: 'CRM', detail: null, layer: 0 },
  { key: 'table', label: 'accounts', detail: null, layer: 1 },
  { key: 'a', label: 'amount', detail: null, layer: 2 },
  { key: 'b', label: 'blurb', detail: null, layer: 2 },
  { key: 'metric', label: 'MRR', detail: null, layer: 5 },
];
const keys = (shown: readonly { key: string }[]) => shown.map(({ key }) => key).toSorted();

describe('the ways of lineage', () => {
  test('lead on to everything behind, also in a circle', () => {
    expect([...reach(links, 'table', 'DOWN')].toSorted()).toEqual(['a', 'b', 'metric']);
    expect([...reach(links, 'a', 'UP')].toSorted()).toEqual(['metric', 'source', 'table']);
  });

  test('narrowed to a name keep all that leads to it and from it', () => {
    const { nodes: shown } = narrow(nodes, links, { find: 'BLURB', most: 10, whole: new Set(), always: new Set() });
    expect(keys(shown)).toEqual(['b', 'source', 'table']);
  });

  test('a crowded layer says how many it leaves out, and keeps what is looked at', () => {
    const { nodes: shown, hidden } = narrow(nodes, links, { find: '', most: 1, whole: new Set(), always: new Set(['b']) });
    expect(keys(shown)).toEqual(['b', 'metric', 'source', 'table']);
    expect([...hidden]).toEqual([[2, 1]]);
    expect(narrow(nodes, links, { find: '', most: 1, whole: new Set([2]), always: new Set() }).hidden.size).toBe(0);
  });
});
