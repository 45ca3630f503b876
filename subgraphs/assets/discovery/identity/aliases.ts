/** Which domain or name stands for which other one; what is in a loop stands for the first of the loop in alphabetical order. */
export type Aliases = (key: string) => string;

/** Follows aliases to their end. Linear in the number of aliases, however they are chained or looped. */
export function followAliases(pairs: Iterable<readonly [from: string, to: string]>): Aliases {
  const next = new Map(pairs);
  const ends = new Map<string, string>();
  const follow = (start: string): string => {
    const path: string[] = [];
    const seen = new Map<string, number>();
    let at = start;
    while (true) {
      const known = ends.get(at);
      const met = seen.get(at);
      const following = next.get(at);
      const end = known ?? (met === undefined ? (following === undefined ? at : null) : (path.slice(met).toSorted()[0] ?? at));
      if (end !== null) {
        for (const each of path) ends.set(each, end);
        return end;
      }
      seen.set(at, path.length);
      path.push(at);
      at = following ?? at;
    }
  };
  return (key) => (next.has(key) ? follow(key) : key);
}
