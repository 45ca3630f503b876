import type { GalaxyNode } from './words.ts';

const words = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');

type Likeness = (node: GalaxyNode) => string | null;

/** What makes two nodes of different galaxies the same number, the surest first. */
const LIKENESSES: readonly Likeness[] = [
  (node) => words(node.question),
  // Within its own galaxy the answer is "the centre", whatever it is.
  (node) => (node.orbit === 'CENTRE' ? null : node.id),
  (node) => `${words(node.label)} ${node.unit}`,
];

/** Which node of `before` each node of `after` is, by id; each is taken once. */
export function matchNodes(before: readonly GalaxyNode[], after: readonly GalaxyNode[]): Map<string, string> {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  for (const like of LIKENESSES) {
    const known = new Map<string, string>();
    for (const node of before) {
      const key = like(node);
      if (key !== null && !taken.has(node.id) && !known.has(key)) known.set(key, node.id);
    }
    for (const node of after) {
      const key = like(node);
      const same = key === null || found.has(node.id) ? undefined : known.get(key);
      if (same === undefined || taken.has(same)) continue;
      found.set(node.id, same);
      taken.add(same);
    }
  }
  return found;
}
