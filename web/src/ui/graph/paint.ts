import type { Hue } from './drawing.ts';
import { MOST_NAMES } from './sizes.ts';
import type { Dot } from './large-layout.ts';

/** What is to be painted: where, in which colours, and what is looked at. */
export interface Picture {
  dots: readonly Dot[];
  hues: readonly Hue[];
  names: readonly string[];
  /** Pairs of indexes. */
  lines: readonly (readonly [number, number])[];
  /** Index of the node that is looked at, or chosen. */
  looked: number | null;
  chosen: number | null;
  view: { x: number; y: number; k: number };
  width: number;
  height: number;
}

const DIM = 0.16;
const NAME_FONT = "500 12px 'Inter Variable', sans-serif";

/** The indexes that have names: the largest that are in sight, whose names do not cross. */
function namedOf({ dots, names, view, width, height, looked, chosen }: Picture): number[] {
  const wanted = [looked, chosen].filter((each) => each !== null);
  const inTurn = [...wanted, ...dots.map((_, index) => index).toSorted((a, b) => (dots[b]?.r ?? 0) - (dots[a]?.r ?? 0))];
  const taken: { x: number; y: number; half: number }[] = [];
  const named: number[] = [];
  for (const index of new Set(inTurn)) {
    const dot = dots[index];
    if (!dot || named.length >= MOST_NAMES) continue;
    const x = dot.x * view.k + view.x;
    const y = dot.y * view.k + view.y;
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const half = Math.min(20, names[index]?.length ?? 0) * 3.4;
    if (taken.some((other) => Math.abs(other.x - x) < other.half + half + 4 && Math.abs(other.y - y) < 16)) continue;
    taken.push({ x, y, half });
    named.push(index);
  }
  return named;
}

/** Paints a large graph; `colour` reads the theme's tokens. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, colour: (token: string) => string): void {
  const { dots, hues, names, lines, looked, chosen, view, width, height } = picture;
  context.clearRect(0, 0, width, height);
  const near = new Set<number>(looked === null ? [] : [looked]);
  if (looked !== null)
    for (const [from, to] of lines) {
      if (from === looked) near.add(to);
      if (to === looked) near.add(from);
    }
  context.save();
  context.translate(view.x, view.y);
  context.scale(view.k, view.k);
  const strokes = (lit: boolean) => {
    context.beginPath();
    for (const [from, to] of lines) {
      if ((looked !== null && (from === looked || to === looked)) !== lit) continue;
      const [a, b] = [dots[from], dots[to]];
      if (!a || !b) continue;
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.strokeStyle = colour(lit ? '--accent' : '--edge');
    context.globalAlpha = lit ? 0.95 : looked === null ? 0.3 : 0.08;
    context.lineWidth = (lit ? 1.75 : 0.9) / view.k;
    context.stroke();
  };
  strokes(false);
  if (looked !== null) strokes(true);
  for (const [index, { x, y, r }] of dots.entries()) {
    context.globalAlpha = looked === null || near.has(index) ? 1 : DIM;
    context.fillStyle = colour(`--${hues[index] ?? 'finance'}`);
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fill();
    if (index !== looked && index !== chosen) continue;
    context.strokeStyle = colour('--ink');
    context.lineWidth = 2 / view.k;
    context.beginPath();
    context.arc(x, y, r + 3 / view.k, 0, 2 * Math.PI);
    context.stroke();
  }
  context.restore();
  context.font = NAME_FONT;
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const index of namedOf(picture)) {
    const dot = dots[index];
    if (!dot || (looked !== null && !near.has(index))) continue;
    const name = names[index] ?? '';
    const text = name.length > 20 ? `${name.slice(0, 19)}…` : name;
    const at = { x: dot.x * view.k + view.x, y: (dot.y + dot.r) * view.k + view.y + 13 };
    context.globalAlpha = 1;
    context.strokeStyle = colour('--surface');
    context.lineWidth = 4;
    context.strokeText(text, at.x, at.y);
    context.fillStyle = colour('--ink');
    context.fillText(text, at.x, at.y);
  }
}
