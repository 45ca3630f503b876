import type { ChartModel } from './model.ts';
import { stopLabels } from './stop-labels.ts';
import type { StopLabel } from './stop-labels.ts';
import { textWidth } from './text.ts';

const NAMES_SHARE = 0.3;
const WIDEST_NAMES_PX = 180;
const LABELS_PX = { one: 22, two: 38 };
const TALLEST_ROW_PX = 44;
/** A cell is never so faint that it looks empty, and never so full that its value cannot be read. */
const FAINTEST = 6;
const FULLEST = 88;
/** Colours lighter than this (OKLCH) carry black writing, darker ones white: one of the two can be read on any colour. */
const LIGHT_FROM = 0.57;

/** Where the cells of a heat map stand. */
export interface HeatGeometry {
  left: number;
  cell: number;
  row: number;
  bottom: number;
  labels: readonly StopLabel[];
}

/** Lays a heat map out. */
export function heatGeometry(model: ChartModel, names: readonly string[], width: number, height: number): HeatGeometry {
  const left = width < 200 ? 0 : Math.min(WIDEST_NAMES_PX, width * NAMES_SHARE, Math.max(0, ...names.map(textWidth)) + 12);
  const cell = (width - left) / Math.max(1, model.stops.length);
  const tiers = model.stops.some(({ parts }) => parts[1] !== '') ? LABELS_PX.two : LABELS_PX.one;
  const row = Math.min(TALLEST_ROW_PX, (height - tiers) / Math.max(1, names.length));
  return {
    left,
    cell,
    row,
    bottom: row * names.length,
    labels: stopLabels(model.stops, (stop) => left + cell * (stop + 0.5), { left, right: width }),
  };
}

/** The colour of a value between −1 and 1, and the ink that can be read on it. */
export function warmth(part: number): { fill: string; ink: string } {
  const percent = Math.round(FAINTEST + Math.min(1, Math.abs(part)) * (FULLEST - FAINTEST));
  const fill = `color-mix(in oklab, var(${part < 0 ? '--chart-2' : '--chart-1'}) ${percent}%, var(--surface))`;
  return { fill, ink: `oklch(from ${fill} calc((${LIGHT_FROM} - l) * 1000) 0 0)` };
}
