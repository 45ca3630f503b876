import type { Unit } from '../../gql/graphql.ts';
import { classes } from '../classes.ts';
import { formatShort } from '../format.ts';
import { rowPath } from './bar-path.ts';
import type { ChartX } from './chart-data.ts';
import type { RowGeometry } from './row-geometry.ts';
import { fillOf, Patterns } from './swatch.tsx';
import { fitText, textWidth } from './text.ts';
import type { SeriesChoice } from './use-series.ts';

const BAR_SHARE = 0.56;
const THICKEST_PX = 26;
const CORNER_PX = 4;

interface RowMarksProps {
  geometry: RowGeometry;
  choice: SeriesChoice;
  scope: string;
  unit: Unit;
  stacked: 'no' | 'sum' | 'whole';
  selected: ChartX | null;
}

/** The names, the bars and the values of lying bars. */
export function RowMarks({ geometry, choice, scope, unit, stacked, selected }: RowMarksProps) {
  const { model, shown, names, places, row, x, pieces, values, shares, width } = geometry;
  const lanes = stacked === 'no' ? Math.max(1, shown.length) : 1;
  const thick = Math.min(row * (lanes > 1 ? 0.78 : BAR_SHARE), THICKEST_PX * lanes);
  const zero = x(0);
  const track = lanes === 1 && stacked === 'no' && (x.domain()[0] ?? 0) >= 0;
  return (
    <>
      <Patterns looks={shown.map(({ look }) => look)} scope={scope} />
      {model.stops.map(({ x: key, name }, stop) => {
        const middle = places[stop] ?? 0;
        const { value = '', share = '' } = values[stop] ?? {};
        const end = x.range()[1] ?? width;
        return (
          <g key={key} className={classes('chart-part', selected !== null && key !== selected && 'chart-dim')} data-bar={key}>
            <text x={0} y={middle} dy="0.35em" className="fill-ink text-sm">
              {fitText(name, names)}
              <title>{name}</title>
            </text>
            {track ? (
              <rect x={zero} y={middle - thick / 2} width={Math.max(0, end - zero)} height={thick} rx={CORNER_PX} fill="var(--raised)" />
            ) : null}
            {shown.map((series, each) => {
              const point = model.rows[series.order]?.[stop];
              const piece = pieces[each]?.[stop];
              if (point?.y == null || !piece) return null;
              const high = thick / lanes;
              const top = middle - thick / 2 + (stacked === 'no' ? high * each : 0);
              const last = stacked === 'no' || each === shown.length - 1;
              return (
                <g key={series.key} className={classes('chart-part', choice.lit !== null && choice.lit !== series.key && 'chart-dim')}>
                  <path
                    d={rowPath(x(piece.from), top, x(piece.to), high - (lanes > 1 ? 2 : 0), last ? CORNER_PX : 0, point.y === 0 ? 0 : 2)}
                    fill={series.faint ? 'var(--control)' : fillOf(series.look, scope)}
                    stroke={stacked === 'no' ? 'none' : 'var(--surface)'}
                    fillOpacity={(point.standing ?? 'actual') === 'actual' ? 1 : 0.45}
                  />
                  {lanes > 1 && high >= 13 ? (
                    <text x={(piece.to < 0 ? zero : x(piece.to)) + 6} y={top + high / 2 - 1} dy="0.35em" className="fill-muted">
                      {x(piece.to) + 6 + textWidth(formatShort(point.y, unit)) <= width ? formatShort(point.y, unit) : ''}
                    </text>
                  ) : null}
                </g>
              );
            })}
            <text x={width - shares} y={middle} dy="0.35em" textAnchor="end" className="fill-ink text-sm" fontWeight="600">
              {value}
            </text>
            {share ? (
              <text x={width} y={middle} dy="0.35em" textAnchor="end" className="fill-muted text-sm">
                {share}
              </text>
            ) : null}
          </g>
        );
      })}
      {(x.domain()[0] ?? 0) < 0 ? <line x1={zero} x2={zero} y1="0" y2={row * model.stops.length} stroke="var(--control)" /> : null}
    </>
  );
}
