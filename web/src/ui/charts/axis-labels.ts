/** Where one label of a time axis stands. */
export interface AxisLabel {
  index: number;
  x: number;
  anchor: 'start' | 'middle' | 'end';
}

/** Generous width of a character at 12 px: too few labels are better than two on top of each other. */
const CHARACTER_PX = 7;
const GAP_PX = 12;

/** Which points of an axis are labelled: the newest always, the others from right to left where there is room. */
export function axisLabels(texts: readonly string[], at: (index: number) => number): AxisLabel[] {
  const last = texts.length - 1;
  const labels: AxisLabel[] = [];
  let free = Number.POSITIVE_INFINITY;
  for (let index = last; index >= 0; index--) {
    const x = at(index);
    const width = (texts[index] ?? '').length * CHARACTER_PX;
    const anchor = index === last ? 'end' : index === 0 ? 'start' : 'middle';
    const [left, right] = { start: [x, x + width], middle: [x - width / 2, x + width / 2], end: [x - width, x] }[anchor] as [
      number,
      number,
    ];
    if (right > free) continue;
    labels.unshift({ index, x, anchor });
    free = left - GAP_PX;
  }
  return labels;
}
