import type { Random } from '../random.ts';

/** A list in which each is what `change` makes of it; the same list when nothing changed. */
export function changed<T>(list: readonly T[], change: (one: T) => T): T[] {
  return list.map(change);
}

/** A list without one of those that `may` be gone, and that one; null: it has none. */
export function without<T>(list: readonly T[], may: (one: T) => boolean, random: Random): { left: T[]; gone: T } | null {
  const those = list.filter(may);
  if (those.length === 0) return null;
  const gone = random.pick(those);
  return { left: list.filter((one) => one !== gone), gone };
}

/** The next index of a list whose members know theirs. */
export const nextIndex = (list: readonly { index: number }[]): number => list.reduce((highest, { index }) => Math.max(highest, index), -1) + 1; // prettier-ignore
