import type { Box } from './boxes.ts';

/** The hues a node may have; each says what kind of thing it is, beside the word that says it too. */
export type Hue = 'finance' | 'growth' | 'operations' | 'product' | 'people';

/** A node as it is drawn: a box with a name and a line below it. */
export interface DrawnNode {
  id: string;
  label: string;
  /** The line below the name. */
  detail: string;
  hue: Hue;
  /** What it is and what is said of it, for those who do not see the drawing. */
  description: string;
  /** What it is clustered with where there are thousands; its hue's others when nothing is said. */
  group?: string;
  /** Drawn with a dashed border: not in force, or not looked into. */
  faint?: boolean;
}

export interface DrawnEdge {
  id: string;
  from: string;
  to: string;
  label: string;
  faint?: boolean;
}

/** A node with its place, in pixels. */
export interface PlacedBox extends Box {
  id: string;
}

/** Where everything stands. */
export interface Layout {
  width: number;
  height: number;
  nodes: readonly PlacedBox[];
  /** Names of columns, where the drawing has columns. */
  columns: readonly { label: string; x: number }[];
}

export const BOX_HEIGHT_PX = 46;

/** As much of a text as fits into `px`, at the size of a node's name. */
export function cut(text: string, px: number, charPx = 7.2): string {
  const most = Math.max(3, Math.floor(px / charPx));
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
