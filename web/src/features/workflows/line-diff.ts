/** A line of two texts laid over each other. */
export interface DiffLine {
  kind: 'SAME' | 'ADDED' | 'REMOVED';
  text: string;
}

/** Longer texts are compared as a whole: the table below would grow with the product of their lengths. */
const MOST_LINES = 3_000;

/** The lines of `after` laid over those of `before` with as many in common as there can be. Pure. */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const [one, other] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < one.length && head < other.length && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < one.length - head && tail < other.length - head && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const same = (text: string): DiffLine => ({ kind: 'SAME', text });
  return [
    ...one.slice(0, head).map(same),
    ...between(one.slice(head, one.length - tail), other.slice(head, other.length - tail)),
    ...one.slice(one.length - tail).map(same),
  ];
}

/** By the longest common subsequence. */
function between(one: readonly string[], other: readonly string[]): DiffLine[] {
  const removed = (text: string): DiffLine => ({ kind: 'REMOVED', text });
  const added = (text: string): DiffLine => ({ kind: 'ADDED', text });
  if (one.length === 0 || other.length === 0 || one.length + other.length > MOST_LINES) return [...one.map(removed), ...other.map(added)];
  const width = other.length + 1;
  /** Lines in common from here to the ends. */
  const common = new Uint16Array((one.length + 1) * width);
  for (let i = one.length - 1; i >= 0; i -= 1)
    for (let j = other.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        one[i] === other[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (i < one.length && j < other.length && one[i] === other[j]) {
      lines.push({ kind: 'SAME', text: one[i]! });
      i += 1;
      j += 1;
    } else if (j >= other.length || (i < one.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      lines.push(removed(one[i]!));
      i += 1;
    } else {
      lines.push(added(other[j]!));
      j += 1;
    }
  }
  return lines;
}
