import { spread } from './spread.ts';
import type { Geometry } from './geometry.ts';
import { fitText, textWidth } from './text.ts';
import type { SeriesChoice } from './use-series.ts';

/** Narrower drawings name their series in the legend alone. */
const FROM_PX = 520;
const MOST_PX = 132;
const MOST_LABELS = 6;
const LINE_PX = 15;
const GAP_PX = 8;

/** Room for the names of series at the end of their lines; none for one series, for many, or where it is tight. */
export function endRoom(width: number, { shown }: SeriesChoice): number {
  if (width < FROM_PX || shown.length < 2 || shown.length > MOST_LABELS) return 0;
  return Math.min(MOST_PX, Math.max(...shown.map(({ label }) => textWidth(label)))) + GAP_PX * 2;
}

/** The name of each series beside its last value; those that would touch are moved apart. */
export function EndLabels({ geometry }: { geometry: Geometry }) {
  const { shown, model, pieces, y, right, width, top, bottom } = geometry;
  if (width - right <= GAP_PX * 2) return null;
  const ends = shown.flatMap((series, row) => {
    const last = (model.rows[series.order] ?? []).findLastIndex((point) => point?.y != null);
    const piece = pieces[row]?.[last];
    if (!piece) return [];
    const stacked = pieces.length > 1 && piece.from !== 0;
    return [{ series, at: y(stacked ? (piece.from + piece.to) / 2 : piece.to) }];
  });
  const places = spread(
    ends.map(({ at }) => at),
    LINE_PX,
    top,
    bottom,
  );
  return (
    <g aria-hidden>
      {ends.map(({ series, at }, index) => (
        <g key={series.key}>
          <path
            d={`M${right - 2} ${at}L${right + GAP_PX - 2} ${places[index]}`}
            stroke={series.look.color}
            strokeOpacity="0.6"
            fill="none"
          />
          <text x={right + GAP_PX} y={places[index]} dy="0.32em" className="fill-ink" fontWeight="500">
            {fitText(series.label, width - right - GAP_PX)}
          </text>
        </g>
      ))}
    </g>
  );
}
