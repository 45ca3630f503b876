import type { ReactNode } from 'react';
import type { Unit } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';

/** Where a point stands: a day or moment (ISO 8601), a number, or a name. All points of a chart are of one kind. */
export type ChartX = string | number;

/** One value of a series. */
export interface ChartPoint {
  x: ChartX;
  /** null: there is no value here, and nothing is drawn. */
  y: number | null;
  /** How x is said; a moment without one is said by the grain of the whole ("Mar 2025", "Q2 2025"). */
  name?: string | undefined;
  /** Bounds between which the value lies, drawn as a band or as whiskers. */
  low?: number | null | undefined;
  high?: number | null | undefined;
  /** `forecast` and `unfinished` (a period that still runs) are drawn dashed. */
  standing?: 'actual' | 'forecast' | 'unfinished' | undefined;
  /** What is remarkable here: the point is ringed, and this is said with it. */
  note?: string | null | undefined;
  /** Its part of the whole as a fraction, said beside the value. */
  share?: number | null | undefined;
  /** In a waterfall: a level that stands from zero, between changes. */
  level?: boolean | undefined;
  /** In a scatter: how much the point weighs, shown by its area. */
  size?: number | undefined;
}

/** Points that belong together: one line, one colour, one entry of the legend. */
export interface ChartSeries {
  key: string;
  label: string;
  points: readonly ChartPoint[];
  /** Stands behind the others in grey: the year before, a plan. */
  faint?: boolean | undefined;
}

/** A value to reach, as a dashed line across the chart. */
export interface ChartTarget {
  label: string;
  value: number;
}

/** A mark that somebody chose by a click or Enter. */
export interface ChartMark {
  series: string;
  label: string;
  x: ChartX;
  name: string;
  y: number | null;
}

/** What every chart of the family takes. */
export interface ChartProps {
  /** What is drawn, in a few words: the heading, the accessible name and the name of its files. */
  title: string;
  unit: Unit;
  series: readonly ChartSeries[];
  /** One sentence on what the chart says, for those who do not see it. */
  summary?: string | undefined;
  /** Height in pixels of the drawing; `fill` takes the height of the box it stands in. */
  height?: number | 'fill' | undefined;
  /** `full`: heading and tools; `tools`: the tools alone; `none`: the host has its own heading and tools. */
  chrome?: 'full' | 'tools' | 'none' | undefined;
  /** Drawing or table, when the host has the switch. */
  view?: 'chart' | 'table' | undefined;
  loading?: boolean | undefined;
  problem?: Problem | null | undefined;
  onRetry?: (() => void) | undefined;
  /** Said when there is no value at all. */
  empty?: ReactNode;
  /** A mark was clicked, or Enter pressed on it: for filters across charts. */
  onSelect?: ((mark: ChartMark) => void) | undefined;
  /** The name or moment that is chosen: everything else steps back. */
  selected?: ChartX | null | undefined;
}

/** What charts along an axis take besides. */
export interface AxisChartProps extends ChartProps {
  targets?: readonly ChartTarget[] | undefined;
  /** Where the crosshair stands, when several charts share one. */
  hoverX?: ChartX | null | undefined;
  onHoverX?: ((x: ChartX | null) => void) | undefined;
  /** Dragging over the drawing (or + and − on the keyboard) shows a part of it. */
  zoomable?: boolean | undefined;
}
