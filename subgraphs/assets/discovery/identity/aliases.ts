/** Which domain or name stands for which other one. */
export interface Aliases {
  /** What a key stands for in the end; itself where it is no alias, or one of a chain that never ends. */
  end: (key: string) => string;
  /** Aliases that stand for each other in a circle, each circle from its first in alphabetical order. */
  loops: readonly (readonly string[])[];
}

/** Follows aliases to their end, in time that is linear in their number however they are chained. What leads into a circle is no alias. */
export function followAliases(pairs: Iterable<readonly [from: string, to: string]>): Aliases {
  const next = new Map([...pairs].filter(([from, to]) => from !== to));
  const ends = new Map<string, string | null>();
  const loops: string[][] = [];
  for (const start of next.keys()) {
    const path = new Map<string, number>();
    let at = start;
    for (let following = next.get(at); following !== undefined && !ends.has(at) && !path.has(at); following = next.get(at)) {
      path.set(at, path.size);
      at = following;
    }
    const met = path.get(at);
    if (met !== undefined) loops.push(fromFirst([...path.keys()].slice(met)));
    const known = ends.get(at);
    const end = met !== undefined ? null : known === undefined ? at : known;
    for (const each of path.keys()) ends.set(each, end);
  }
  return { end: (key) => ends.get(key) ?? key, loops: loops.toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)) };
}

function fromFirst(circle: readonly string[]): string[] {
  const first = circle.indexOf(circle.toSorted()[0] ?? '');
  return [...circle.slice(first), ...circle.slice(0, first)];
}
