/**
 * A name for every key, each once, whatever its case: what people chose first, then the keys themselves, with a number where a name is gone.
 * A mapping may bring something that is called as somebody has called another thing.
 */
export function uniqueNames(
  keys: readonly string[],
  edits: Readonly<Record<string, { name?: string | undefined }>>,
  reserved: readonly string[] = [],
): Map<string, string> {
  const taken = new Set(reserved.map((name) => name.toLowerCase()));
  const claim = (wanted: string): string => {
    for (let n = 1; ; n += 1) {
      const name = n === 1 ? wanted : `${wanted}${n}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
  const chosen = new Map(keys.filter((key) => edits[key]?.name !== undefined).map((key) => [key, claim(edits[key]?.name ?? key)]));
  return new Map(keys.map((key) => [key, chosen.get(key) ?? claim(key)]));
}
