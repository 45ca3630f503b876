import type { PlacedBox } from './drawing.ts';

/** Where the line from the middle of a box towards a point leaves it. */
function rim(box: PlacedBox, towards: { x: number; y: number }): { x: number; y: number } {
  const dx = towards.x - box.x;
  const dy = towards.y - box.y;
  const share = Math.min(box.halfWidth / Math.max(1e-6, Math.abs(dx)), box.above / Math.max(1e-6, Math.abs(dy)), 1);
  return { x: box.x + dx * share, y: box.y + dy * share };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The line between two boxes, and the place of its name: a wave from column to column, else straight from rim to rim; a loop above a box. */
export function edgePath(from: PlacedBox, to: PlacedBox, columns: boolean): { path: string; x: number; y: number } {
  if (from.id === to.id) {
    const top = from.y - from.above;
    const left = from.x + from.halfWidth - 44;
    return { path: `M${left} ${top}C${left - 6} ${top - 30} ${left + 34} ${top - 30} ${left + 28} ${top}`, x: left + 14, y: top - 26 };
  }
  if (columns && Math.abs(to.x - from.x) > from.halfWidth + to.halfWidth) {
    const sign = to.x > from.x ? 1 : -1;
    const a = { x: from.x + sign * from.halfWidth, y: from.y };
    const b = { x: to.x - sign * to.halfWidth, y: to.y };
    const bend = (b.x - a.x) / 2;
    const path = `M${round(a.x)} ${a.y}C${round(a.x + bend)} ${a.y} ${round(b.x - bend)} ${b.y} ${round(b.x)} ${b.y}`;
    return { path, x: round((a.x + b.x) / 2), y: round((a.y + b.y) / 2) };
  }
  const a = rim(from, to);
  const b = rim(to, from);
  return { path: `M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}`, x: round((a.x + b.x) / 2), y: round((a.y + b.y) / 2) };
}
