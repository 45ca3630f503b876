import { familyOf, type KindFamily } from './kind-family.ts';
import type { WidgetKind, WidgetLayout } from './widget.type.ts';

/** Columns of a dashboard. */
export const COLUMNS = 12;

/** Order of the families from top to bottom, the most that stand side by side, and their height in rows. */
const BANDS: readonly { family: KindFamily; abreast: number; height: number }[] = [
  { family: 'TEXT', abreast: 1, height: 2 },
  { family: 'NUMBER', abreast: 4, height: 2 },
  { family: 'COURSE', abreast: 2, height: 5 },
  { family: 'PARTS', abreast: 3, height: 5 },
  { family: 'TABLE', abreast: 2, height: 6 },
];

/** How many stand in each row: as even as can be, fuller rows last, and only numbers that divide the columns. */
function rowsOf(count: number, abreast: number): number[] {
  const rows = Math.ceil(count / abreast);
  return Array.from({ length: rows }, (_, row) => Math.floor((count + row) / rows));
}

/** Places widgets by kind, each kind in bands that fill all columns: no gap, no overlap. One entry per kind given, in its order. */
export function placed(kinds: readonly WidgetKind[]): WidgetLayout[] {
  const layouts = new Map<number, WidgetLayout>();
  let y = 0;
  for (const { family, abreast, height } of BANDS) {
    const waiting = kinds.flatMap((each, index) => (familyOf(each) === family ? [index] : []));
    for (const many of rowsOf(waiting.length, abreast)) {
      const w = COLUMNS / many;
      for (let column = 0; column < many; column += 1) {
        const index = waiting.shift();
        if (index !== undefined) layouts.set(index, { x: column * w, y, w, h: height });
      }
      y += height;
    }
  }
  return kinds.map((_, index) => layouts.get(index) ?? { x: 0, y, w: COLUMNS, h: 2 });
}
