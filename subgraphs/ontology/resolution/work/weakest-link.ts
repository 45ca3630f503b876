/** Two records that are held together: by evidence in bits, or (null) because a person said so. */
export interface Bond {
  readonly a: string;
  readonly b: string;
  readonly weight: number | null;
}

/**
 * The evidence, in bits, of the weakest pair without which records would fall apart: the least one of a maximum spanning tree. What people said
 * holds for good; null when nothing but that holds them together.
 */
export function weakestLink(bonds: readonly Bond[]): number | null {
  const root = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = root.get(at); up !== undefined; up = root.get(at)) at = up;
    return at;
  };
  let weakest: number | null = null;
  for (const { a, b, weight } of bonds.toSorted((one, two) => (two.weight ?? Infinity) - (one.weight ?? Infinity))) {
    const [left, right] = [rootOf(a), rootOf(b)];
    if (left === right) continue;
    root.set(left, right);
    weakest = weight ?? weakest;
  }
  return weakest;
}
