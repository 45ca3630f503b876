import { calendarSteps } from './calendar.ts';
import type { Stop } from './model.ts';
import type { Grain } from './moments.ts';
import { fitText, textWidth } from './text.ts';

/** A label of the axis below a chart: its own part, and under it the part it shares with its neighbours where that changes. */
export interface StopLabel {
  index: number;
  x: number;
  text: string;
  under: string;
  anchor: 'start' | 'middle' | 'end';
}

const GAP_PX = 14;
/** Every how many-th stop is labelled: steps that fall on the same months, quarters and hours again. */
const STRIDES = [1, 2, 3, 4, 6, 12, 24, 48, 96, 120, 240, 480, 960, 2_400, 4_800, 9_600, 24_000];
/** Further apart than this, moments are better told by the calendar: at the first of a month or year. */
const CALENDAR_FROM = 6;

function labelsAt(
  indices: readonly number[],
  partsOf: (index: number) => readonly [string, string],
  at: (index: number) => number,
  span: Span,
): StopLabel[] {
  let shared = '';
  return indices.map((index) => {
    const [text, under] = partsOf(index);
    const x = at(index);
    const half = textWidth(text) / 2;
    const anchor = x - half < span.left ? 'start' : x + half > span.right ? 'end' : 'middle';
    const edge = anchor === 'start' ? Math.max(x - half, span.left) : anchor === 'end' ? Math.min(x + half, span.right) : x;
    const label: StopLabel = { index, x: edge, text, under: under === shared ? '' : under, anchor };
    shared = under;
    return label;
  });
}

/** From where to where labels may go. */
export interface Span {
  left: number;
  right: number;
}

function bounds({ x, text, under, anchor }: StopLabel): [number, number] {
  const width = Math.max(textWidth(text), textWidth(under));
  return anchor === 'start' ? [x, x + width] : anchor === 'end' ? [x - width, x] : [x - width / 2, x + width / 2];
}

function collide(labels: readonly StopLabel[]): boolean {
  return labels.some((label, index) => {
    const before = labels[index - 1];
    return before !== undefined && bounds(label)[0] < bounds(before)[1] + GAP_PX;
  });
}

/** The phase at which labels fall on Januaries, first quarters and full hours, when there are any. */
function phaseOf(stops: readonly Stop[], stride: number): number {
  const turn = stops.findIndex((stop, index) => index > 0 && stop.parts[1] !== stops[index - 1]?.parts[1] && stop.parts[1] !== '');
  return turn < 0 ? 0 : turn % stride;
}

/** The labels that fit below a chart without touching, evenly spread; with hardly any room, the last one's alone. `grain`: of moments that have no names of their own. */
export function stopLabels(stops: readonly Stop[], at: (index: number) => number, span: Span, grain: Grain | null = null): StopLabel[] {
  if (stops.length === 0) return [];
  const partsOf = (index: number) => stops[index]?.parts ?? (['', ''] as const);
  const fits = (labels: readonly StopLabel[]) => !collide(labels);
  for (const stride of STRIDES) {
    // Counting is quicker than measuring: a label is no narrower than its gap.
    if ((stops.length / stride) * GAP_PX > span.right - span.left || stride >= stops.length) continue;
    if (grain !== null && stride > CALENDAR_FROM) break;
    const first = phaseOf(stops, stride);
    const labels = labelsAt(
      Array.from({ length: Math.ceil((stops.length - first) / stride) }, (_, step) => first + step * stride),
      partsOf,
      at,
      span,
    );
    if (fits(labels)) return labels;
  }
  if (grain !== null) {
    const moments = stops.map((stop) => stop.at);
    for (const { indices, parts } of calendarSteps(moments, grain)) {
      if (indices.length * GAP_PX > span.right - span.left) continue;
      const labels = labelsAt(indices, (index) => parts(moments[index] ?? 0), at, span);
      if (fits(labels)) return labels;
    }
  }
  return labelsAt([stops.length - 1], partsOf, at, span);
}

/** A label below every stop, cut to its room: for names that do not fit whole. */
export function cutLabels(stops: readonly Stop[], at: (index: number) => number, px: number): StopLabel[] {
  return stops.map(({ name }, index) => ({ index, x: at(index), text: fitText(name, px), under: '', anchor: 'middle' }));
}
