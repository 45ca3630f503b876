/** One group in the two periods; of a ratio, what stands above and below the line. */
export interface GroupChange {
  label: string;
  before: { above: number; below: number };
  after: { above: number; below: number };
}

/** What a group added to a change. */
export interface Contribution {
  label: string;
  /** The group's own number: its sum, or its rate; null when it has none. */
  before: number | null;
  after: number | null;
  /** What it added to the change of the whole; all of them together are the change. */
  change: number;
  /** Of a ratio: what comes of the group's own rate having moved, and what of its weight in the whole. */
  rate: number | null;
  mix: number | null;
  /** Part of the whole change: 1 is all of it, negative worked against it; null when there was none. */
  share: number | null;
}

const shareOf = (change: number, total: number): number | null => (total === 0 ? null : change / total);

/** What each group of a sum added to its change. */
export function contributionsToSum(groups: readonly GroupChange[], total: number): Contribution[] {
  return groups.map(({ label, before, after }) => {
    const change = after.above - before.above;
    return { label, before: before.above, after: after.above, change, rate: null, mix: null, share: shareOf(change, total) };
  });
}

const over = (above: number, below: number): number | null => (below === 0 ? null : above / below);

/**
 * What each group of a ratio added to its change, adding up exactly: with the weight w = its share of what stands below, and its rate r,
 * mean(w)·Δr is the group doing better or worse and (mean(r) − c)·Δw the group being more or less of the whole; c is the mean of the two whole
 * ratios, so that more of what is about average adds nothing (the symmetric form of the shift-share decomposition, Marshall-Edgeworth weights).
 */
export function contributionsToRatio(groups: readonly GroupChange[], total: number): Contribution[] {
  const sum = (part: (group: GroupChange) => number): number => groups.reduce((all, group) => all + part(group), 0);
  const whole = {
    before: { above: sum(({ before }) => before.above), below: sum(({ before }) => before.below) },
    after: { above: sum(({ after }) => after.above), below: sum(({ after }) => after.below) },
  };
  const base = ((over(whole.before.above, whole.before.below) ?? 0) + (over(whole.after.above, whole.after.below) ?? 0)) / 2;
  return groups.map(({ label, before, after }) => {
    const weight = { before: over(before.below, whole.before.below) ?? 0, after: over(after.below, whole.after.below) ?? 0 };
    const own = { before: over(before.above, before.below), after: over(after.above, after.below) };
    const moved = weight.after - weight.before;
    const change = (over(after.above, whole.after.below) ?? 0) - (over(before.above, whole.before.below) ?? 0) - base * moved;
    // A group that is only there in one of the periods has no rate that moved.
    const rate = own.before === null || own.after === null ? 0 : ((weight.before + weight.after) / 2) * (own.after - own.before);
    return { label, before: own.before, after: own.after, change, rate, mix: change - rate, share: shareOf(change, total) };
  });
}

/** The largest ones by what they moved, and the others as one, so that they still add up. */
export function largestOf(contributions: readonly Contribution[], most: number, others: string): Contribution[] {
  const sorted = contributions.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.label < b.label ? -1 : 1));
  if (sorted.length <= most) return sorted;
  const rest = sorted.slice(most);
  const add = (part: (each: Contribution) => number | null): number | null =>
    rest.every((each) => part(each) === null) ? null : rest.reduce((sum, each) => sum + (part(each) ?? 0), 0);
  const ratio = rest.some(({ rate }) => rate !== null);
  return [
    ...sorted.slice(0, most),
    {
      label: others,
      before: ratio ? null : add(({ before }) => before),
      after: ratio ? null : add(({ after }) => after),
      change: add(({ change }) => change) ?? 0,
      rate: add(({ rate }) => rate),
      mix: add(({ mix }) => mix),
      share: add(({ share }) => share),
    },
  ];
}

/**
 * How much a way of splitting tells about a change, 0…1: nought when every group moved as the whole did, much when few groups moved
 * otherwise. Splits into many groups tell a little less: some always stand out by chance.
 */
export function tellingOf(contributions: readonly Contribution[], weights: readonly number[], total: number): number {
  const all = weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const excess = contributions.map(({ change }, at) => Math.abs(change - (all === 0 ? 0 : (total * Math.abs(weights[at] ?? 0)) / all)));
  const moved = contributions.reduce((sum, { change }) => sum + Math.abs(change), 0) + Math.abs(total);
  if (moved === 0) return 0;
  const few = excess
    .toSorted((a, b) => b - a)
    .slice(0, 2)
    .reduce((sum, each) => sum + each, 0);
  return Math.min(1, few / moved) / (1 + Math.log10(Math.max(1, contributions.length)) / 4);
}
