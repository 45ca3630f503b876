/** A place in a chart: how far along the axis, and which series. */
export interface Place {
  stop: number;
  row: number;
}

interface Size {
  stops: number;
  rows: number;
  upright: boolean;
}

/** Page keys leap over a tenth of the axis. */
const LEAPS = 10;

/** Where a key leads from a place; the first key goes to the newest (last) stop, or to the first of a list. Null when the key is not for moving. */
export function moved(key: string, from: Place | null, { stops, rows, upright }: Size): Place | null {
  const [on, back, across, acrossBack] = upright
    ? ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft']
    : ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'];
  const leap = Math.max(2, Math.round(stops / LEAPS));
  const at = from ?? { stop: upright ? -1 : stops, row: 0 };
  const to = (stop: number, row = at.row): Place => ({
    stop: Math.max(0, Math.min(stops - 1, stop)),
    row: Math.max(0, Math.min(rows - 1, row)),
  });
  switch (key) {
    case on:
      return to(from ? at.stop + 1 : upright ? 0 : stops - 1);
    case back:
      return to(from ? at.stop - 1 : upright ? 0 : stops - 1);
    case across:
      return to(at.stop, at.row + (from ? 1 : 0));
    case acrossBack:
      return to(at.stop, at.row - (from ? 1 : 0));
    case 'PageDown':
      return to(at.stop + (upright ? leap : -leap));
    case 'PageUp':
      return to(at.stop + (upright ? -leap : leap));
    case 'Home':
      return to(0);
    case 'End':
      return to(stops - 1);
    default:
      return null;
  }
}
