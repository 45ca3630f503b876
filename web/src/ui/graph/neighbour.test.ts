import { describe, expect, test } from 'vitest';
import { neighbour } from './neighbour.ts';

const nodes = [
  { id: 'centre', x: 100, y: 100 },
  { id: 'east', x: 180, y: 105 },
  { id: 'north', x: 95, y: 20 },
  { id: 'south-west', x: 30, y: 160 },
];

describe('arrow keys in the galaxy', () => {
  test('lead to the nearest planet ahead', () => {
    expect(neighbour(nodes, 'centre', 'ArrowRight')).toBe('east');
    expect(neighbour(nodes, 'centre', 'ArrowUp')).toBe('north');
    expect(neighbour(nodes, 'centre', 'ArrowDown')).toBe('south-west');
  });
  test('stay where nothing lies ahead', () => {
    expect(neighbour(nodes, 'east', 'ArrowRight')).toBe('east');
  });
  test('start at the first node when none is current', () => {
    expect(neighbour(nodes, 'gone', 'ArrowLeft')).toBe('centre');
  });
});
