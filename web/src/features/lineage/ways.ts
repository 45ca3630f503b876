/** What the ways of lineage are made of. */
export interface Link {
  from: string;
  to: string;
}

/** The keys that can be reached from `start`, `start` left out: towards numbers (DOWN) or towards sources (UP). */
export function reach(links: readonly Link[], start: string, way: 'UP' | 'DOWN'): Set<string> {
  const next = new Map<string, string[]>();
  for (const { from, to } of links) {
    const [here, there] = way === 'DOWN' ? [from, to] : [to, from];
    next.set(here, [...(next.get(here) ?? []), there]);
  }
  const reached = new Set<string>();
  const open = [start];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    for (const each of next.get(key) ?? []) {
      if (each === start || reached.has(each)) continue;
      reached.add(each);
      open.push(each);
    }
  }
  return reached;
}

export interface Layered {
  key: string;
  label: string;
  detail: string | null;
  layer: number;
}

export interface Shown<Node> {
  nodes: Node[];
  /** How many of each crowded layer are left out, by layer. */
  hidden: Map<number, number>;
}

/**
 * What is drawn of many: those whose name holds `find` with everything on their ways, and of each layer at most `most`, what is always shown
 * first. Layers in `whole` are shown whole.
 */
export function narrow<Node extends Layered>(
  nodes: readonly Node[],
  links: readonly Link[],
  { find, most, whole, always }: { find: string; most: number; whole: ReadonlySet<number>; always: ReadonlySet<string> },
): Shown<Node> {
  const sought = find.trim().toLowerCase();
  const found = sought === '' ? null : nodes.filter(({ label, detail }) => `${label} ${detail ?? ''}`.toLowerCase().includes(sought));
  const kept = found && new Set(found.flatMap(({ key }) => [key, ...reach(links, key, 'UP'), ...reach(links, key, 'DOWN')]));
  const left = kept ? nodes.filter(({ key }) => kept.has(key)) : [...nodes];
  const hidden = new Map<number, number>();
  const counts = new Map<number, number>();
  const first = left.toSorted((a, b) => Number(always.has(b.key)) - Number(always.has(a.key)));
  const shown = first.filter(({ key, layer }) => {
    const count = counts.get(layer) ?? 0;
    if (count >= most && !whole.has(layer) && !always.has(key)) {
      hidden.set(layer, (hidden.get(layer) ?? 0) + 1);
      return false;
    }
    counts.set(layer, count + 1);
    return true;
  });
  return { nodes: shown, hidden };
}
